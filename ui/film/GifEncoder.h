// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/film/FilmEncoder.h"

namespace hareloom::ui {

/// An animated GIF (89a) that repeats for ever: one palette for all frames, of each frame only what has
/// changed. Times are rounded to a hundredth of a second so that the whole stays as long as it is. Says what
/// it is in a comment.
std::unique_ptr<FilmEncoder> makeGifEncoder(FilmFile file);

} // namespace hareloom::ui
