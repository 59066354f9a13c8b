// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/film/FilmEncoder.h"

namespace hareloom::ui {

/// What writes MP4 and WebM, by libav: a library of its own, as libav brings a hundred others with it that a
/// start of the window should not wait for. Lives as long as the program; any thread.
class AvLibrary
{
public:
    virtual ~AvLibrary() = default;
    /// Whether this system's libavcodec encodes what goes into such a file.
    virtual bool canEncode(FilmFormat format) const = 0;
    /// Needs canEncode().
    virtual std::unique_ptr<FilmEncoder> make(FilmFile file) const = 0;
};

/// Opens it once; later calls give the same answer. Errors: Unsupported, the end of a sentence: "and there is
/// no ...".
Result<const AvLibrary*> avLibrary();

/// What program and library must have in common to call each other.
extern "C" typedef const AvLibrary* AvEntry(const char* build);
inline constexpr const char* kAvEntryName = "hareloomAvLibrary";

} // namespace hareloom::ui
