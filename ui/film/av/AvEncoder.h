// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/film/FilmEncoder.h"

struct AVCodec;

namespace hareloom::ui::av {

/// MP4: H.264, by libx264 or whatever else this libavcodec has that takes yuv420p. WebM: VP9, else VP8, by
/// libvpx. Null where there is none.
const AVCodec* encoderFor(FilmFormat format);

/// A film of one stream, yuv420p as every player has it, colours by Rec. 709, a key frame every second so
/// that it can be scrubbed; an MP4 has its index first (faststart). The bytes are the same ones whenever it
/// is made on this machine. Needs encoderFor().
std::unique_ptr<FilmEncoder> makeAvEncoder(FilmFile file);

} // namespace hareloom::ui::av
