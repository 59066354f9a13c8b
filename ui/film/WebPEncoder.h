// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/film/FilmEncoder.h"

namespace hareloom::ui {

/// An animated WebP that repeats for ever, of each frame only what has changed. Says what it is in its XMP.
/// Holds the compressed film in memory until it is finished, as libwebp does.
std::unique_ptr<FilmEncoder> makeWebPEncoder(FilmFile file);

} // namespace hareloom::ui
