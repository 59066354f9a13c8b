// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/playback/GenerationCursor.h"
#include "ui/theme/ThemeControl.h"

QT_BEGIN_NAMESPACE
class QMainWindow;
class QStackedWidget;
QT_END_NAMESPACE

namespace hareloom::ui {

struct Actions;
class Laboratory;
class PresenterView;
class StageLook;
class StageScene;

/// Presents the stage on the whole screen: everything else leaves it, and the window is as it was afterwards.
class PresenterController : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        StageScene& scene;
        StageLook& look;
        GenerationCursor& cursor;
        const ThemeControl& themes;
        const Actions& actions;
        Laboratory& laboratory;
        QStackedWidget& pages;
        QMainWindow& window;
    };

    /// All parts outlive this.
    explicit PresenterController(const Parts& parts);

    void present(bool on);
    /// Names what is on the stage, and marks where collapse begins.
    void refresh();

private:
    void begin();
    void end();

    Parts m_parts;
    PresenterView* m_view = nullptr; // while presenting
    Qt::WindowStates m_stateBefore;
};

} // namespace hareloom::ui
