// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "ui/film/FilmEncoder.h"
#include "ui/film/FilmPlan.h"
#include "ui/film/FilmScene.h"

#include <QString>

#include <optional>

namespace hareloom::ui {

/// A film to be made.
struct FilmWish
{
    FilmFormat format = FilmFormat::Mp4;
    FilmLook look;
    FilmPlan plan;
    QString path;
    FilmAbout about;
};

inline constexpr int kLeastFilmSide = 16, kMostFilmSide = 7680;

/// "MP4", "WebM", "WebP", "GIF": as it is called.
QString filmFormatName(FilmFormat format);
/// "mp4", ...
QString endingOf(FilmFormat format);
/// By its ending; nothing for any other word.
std::optional<FilmFormat> filmFormatOf(const QString& ending);
/// Whether sides must be even.
bool needsEvenSides(FilmFormat format);
/// How many frames the file has: of a film all of its steady rate, of animated pictures those that differ in
/// their moment.
int framesOf(const FilmWish& wish);
/// The timing that suits a format: films glide at 30 frames a second, animated pictures go step by step at
/// 20, which makes them small.
FilmTiming usualTiming(FilmFormat format);
/// Generations a second, so that a run of so many lasts some ten to twenty seconds.
double usualSpeed(int generations);

/// Whether films of this format can be made here. Errors: Unsupported, what is missing and what to install.
Result<void> checkFormat(FilmFormat format);
/// The same of all that is known before anything is painted: format, size, frames a second, and the folder.
/// Errors: InvalidInput, Unsupported, System; a sentence.
Result<void> checkFilm(const FilmWish& wish);
/// Needs checkFilm().
std::unique_ptr<FilmEncoder> makeEncoder(FilmFile file);

/// What a film of this experiment tells of itself; `which`: of its chains, empty: the run as a whole.
FilmAbout aboutFilm(const Experiment& experiment, const QString& which = {});

} // namespace hareloom::ui
