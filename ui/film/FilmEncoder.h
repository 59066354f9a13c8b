// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace hareloom::ui {

enum class FilmFormat { Mp4, WebM, WebP, Gif };

/// A frame's pixels, rows from the top, each pixel 0xffRRGGBB in the machine's order of bytes. Borrowed for a
/// call.
struct FilmPixels
{
    const std::uint32_t* first = nullptr;
    std::ptrdiff_t stride = 0; // pixels from one row to the next, >= width
    int width = 0, height = 0;

    const std::uint32_t* row(int y) const { return first + y * stride; }
};

/// What a film tells of itself. UTF-8 that XML may hold.
struct FilmAbout
{
    std::string title;      // of the experiment, one line
    std::string origin;     // "Variance fades · seed 1 · Hareloom 0.1.0"
    std::string experiment; // as JSON; may be empty
};

/// The file that an encoder writes.
struct FilmFile
{
    FilmFormat format = FilmFormat::Mp4;
    std::string path;
    int width = 0, height = 0; // of every frame; MP4 and WebM: even
    int ticksPerSecond = 30;
    int threads = 1; // at most
    FilmAbout about;
};

/// Writes one film. learn() where wantsSamples(), begin(), add() for each frame in order, finish(); all in
/// one thread, though not that which made it. Destroyed before finish(), it leaves a broken file, which its
/// owner removes. Errors: System, the reason alone ("No space left on device"); after one there is nothing to
/// do but to destroy it.
class FilmEncoder
{
public:
    virtual ~FilmEncoder() = default;

    /// How many frames from all over the film it wants to see before it begins.
    virtual int samplesWanted() const { return 0; }
    virtual void learn(const FilmPixels& /*sample*/) {}
    /// Opens file and codec.
    virtual Result<void> begin() = 0;
    /// Shown for `ticks` >= 1.
    virtual Result<void> add(const FilmPixels& frame, int ticks) = 0;
    virtual Result<void> finish() = 0;
};

} // namespace hareloom::ui
