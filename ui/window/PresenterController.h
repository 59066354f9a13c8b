// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/playback/GenerationCursor.h"
#include "ui/theme/ThemeControl.h"

#include <functional>

QT_BEGIN_NAMESPACE
class QMainWindow;
class QShortcut;
class QStackedWidget;
QT_END_NAMESPACE

namespace hareloom::ui {

struct Actions;
class ComparisonController;
class Laboratory;
class OrderController;
class PresenterView;
class SpeakerView;
class StageLook;
class StageScene;

/// Presents on the whole screen what the window shows, a run, a comparison, a sweep or a lesson: everything else leaves
/// it, and the window is as it was afterwards.
class PresenterController : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        StageScene& scene;
        StageLook& look;
        GenerationCursor& cursor;
        ThemeControl& themes;
        const Actions& actions;
        Laboratory& laboratory;
        ComparisonController& comparing;
        OrderController& order;
        QStackedWidget& pages;
        QMainWindow& window;
        // Of a lesson, whose panel must be seen, too, and of a sweep: the window itself is presented, enlarged.
        std::function<bool()> presentsWindow;
    };

    /// All parts outlive this.
    explicit PresenterController(const Parts& parts);

    void present(bool on);
    bool isOn() const { return m_view != nullptr || m_isEnlarged; }
    /// Names what is presented, and says what the engine is doing.
    void refresh();

Q_SIGNALS:
    /// The window itself is presented, or no longer.
    void windowPresented(bool on);

private:
    void presentWindow(bool on);
    void begin();
    void end();
    void choose();
    void goOn(int way);
    void openNotes();
    void tellSpeaker();

    Parts m_parts;
    PresenterView* m_view = nullptr;  // while presenting
    SpeakerView* m_notes = nullptr;   // while presenting, where there is a second screen
    bool m_isEnlarged = false;        // the window itself is presented
    QShortcut* m_escape = nullptr;    // while it is
    Qt::WindowStates m_stateBefore;
};

} // namespace hareloom::ui
