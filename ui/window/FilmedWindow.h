// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/film/FilmedRun.h"
#include "ui/theme/ThemeControl.h"

namespace hareloom::ui {

class MainWindow;

/// The whole window, as it is while a run is looked at: a second one, which nobody sees, in the theme that
/// the program wears. Goes from generation to generation; it does not glide.
class FilmedWindow final : public FilmScene
{
public:
    /// `themes` outlives this. `size`: of the film, in pixels.
    FilmedWindow(const RunToFilm& run, ThemeControl& themes, const QSize& size);
    ~FilmedWindow() override;

    int generations() const override { return m_generations; }
    void paint(QPainter& painter, double position, const FilmLook& look) override;

private:
    std::unique_ptr<MainWindow> m_window;
    int m_generations;
};

} // namespace hareloom::ui
