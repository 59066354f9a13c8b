// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QSize>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// How each frame of a film looks.
struct FilmLook
{
    QSize size{1280, 720}; // pixels
    const Theme* theme = &lightTheme();
    bool hasCharts = true; // beside the stage, where the frame is wide enough for them
    bool hasStory = true;  // what is told of the generation, below the stage
    bool hasTitle = true;  // title, question and number of the generation, above it
};

/// What a film shows: paints any moment of it, the same one every time. Holds all that it paints itself, so
/// that a run that goes on or is thrown away changes nothing. GUI thread.
class FilmScene
{
public:
    virtual ~FilmScene() = default;

    /// Generations that there are to show, >= 1.
    virtual int generations() const = 0;
    /// Fills `look.size` pixels. `position`: in [0, generations() - 1].
    virtual void paint(QPainter& painter, double position, const FilmLook& look) = 0;
};

/// A new scene each time, with all that it needs; null where nothing has run.
using MakeScene = std::function<std::unique_ptr<FilmScene>(const FilmLook&)>;

} // namespace hareloom::ui
