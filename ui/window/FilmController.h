// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/film/FilmDialog.h"
#include "ui/film/FilmedRun.h"
#include "ui/theme/ThemeControl.h"

#include <QPointer>

namespace hareloom::ui {

struct Actions;
class ComparisonController;
class Laboratory;

/// Makes films of what the window shows: the stage, a comparison, or the window itself.
class FilmController : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        const LabSession& session;
        StageScene& scene;
        const StageLook& look;
        ThemeControl& themes;
        Laboratory& laboratory;
        ComparisonController& comparison;
        QWidget& window;
    };

    /// All outlive this.
    FilmController(const Parts& parts, const Actions& actions);

    /// What there is to film now; without subjects where nothing has run.
    FilmMaterial material();
    /// Opens the dialog, or brings it to the front while it makes a film.
    void ask();
    /// Whether the window may close: asks while a film is made, of which nothing would be left.
    bool mayEnd() const;

private:
    RunToFilm shownRun();
    FilmSubject stage(const RunToFilm& run);
    FilmSubject wholeWindow(const RunToFilm& run);
    FilmSubject comparison();

    Parts m_parts;
    QPointer<FilmDialog> m_dialog;
};

} // namespace hareloom::ui
