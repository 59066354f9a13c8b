// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gallery/RecentSessions.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/session/LabSession.h"
#include "ui/theme/ThemeControl.h"

#include <QElapsedTimer>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace hareloom::ui {

struct Actions;
class Gallery;

/// The gallery as a page of the window: made when it is first shown. Takes the time of runs of presets, so
/// that the gallery can say how long they take here.
class GalleryController : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        const LabSession& session;
        const GenerationCursor& cursor;
        RecentSessions& recents;
        const ThemeControl& themes;
        const Actions& actions;
        QStackedWidget& pages;
        QWidget& laboratory; // the page that the gallery gives way to
    };

    /// All parts outlive this.
    GalleryController(const Parts& parts, QObject* parent);

    /// What is on the bench stays there and goes on.
    void show();
    /// Gives way to the laboratory where the gallery is shown. From now on it offers to go back there.
    void leave();
    bool isShown() const;

Q_SIGNALS:
    void presetChosen(const QString& id);
    void sessionChosen(const QString& path);
    void lessonChosen(const QString& id);
    /// The user wants to go back to what is on the bench.
    void continueRequested();

private:
    void make();
    void clockRun(RunState state);

    Parts m_parts;
    Gallery* m_gallery = nullptr; // made when first shown
    bool m_canGoBack = false;     // false until something was opened
    QElapsedTimer m_runClock;     // valid while a run goes on from its beginning without a pause
};

} // namespace hareloom::ui
