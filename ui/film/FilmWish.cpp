// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/film/FilmWish.h"

#include "core/base/AtomicFile.h"
#include "core/recipe/ExperimentJson.h"
#include "core/text/Markup.h"
#include "ui/export/Figures.h"
#include "ui/film/AvLibrary.h"
#include "ui/film/GifEncoder.h"
#include "ui/film/WebPEncoder.h"
#include "ui/language/EngineSentence.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <array>

namespace hareloom::ui {

namespace {

constexpr qint64 kLeastSpace = 1 << 20; // no film that is worth making is smaller

struct FormatFacts
{
    FilmFormat format;
    const char *name, *ending, *codec;
    bool isVideo; // by libav, yuv420p
    int mostSide, mostTicksPerSecond;
};

// WebP keeps a side in 14 bits. Browsers show a GIF's frame of less than two hundredths of a second for ten.
constexpr std::array<FormatFacts, 4> kFormats{
    {{FilmFormat::Mp4, "MP4", "mp4", "H.264", true, kMostFilmSide, kMostTicksPerSecond},
     {FilmFormat::WebM, "WebM", "webm", "VP9 or VP8", true, kMostFilmSide, kMostTicksPerSecond},
     {FilmFormat::WebP, "WebP", "webp", "", false, kMostFilmSide, kMostTicksPerSecond},
     {FilmFormat::Gif, "GIF", "gif", "", false, kMostFilmSide, 50}}};

const FormatFacts& factsOf(FilmFormat format)
{
    return *std::find_if(kFormats.begin(), kFormats.end(),
                         [format](const FormatFacts& facts) { return facts.format == format; });
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Film)
};

Error refused(const QString& sentence)
{
    return invalidInput(sentence.toStdString());
}

Result<void> checkSize(const FilmWish& wish)
{
    const FormatFacts& facts = factsOf(wish.format);
    const QSize size = wish.look.size;
    const auto isAllowed = [&](int side) { return side >= kLeastFilmSide && side <= facts.mostSide; };
    if (!isAllowed(size.width()) || !isAllowed(size.height()))
        return refused(Words::tr("%1 × %2 pixels: each side of a film has %3 to %4 pixels.")
                           .arg(size.width())
                           .arg(size.height())
                           .arg(kLeastFilmSide)
                           .arg(facts.mostSide));
    if (facts.isVideo && (size.width() % 2 != 0 || size.height() % 2 != 0))
        return refused(Words::tr("%1 × %2 pixels: %3 needs even sides; %4 × %5 will do.")
                           .arg(size.width())
                           .arg(size.height())
                           .arg(QLatin1String(facts.name))
                           .arg(size.width() / 2 * 2)
                           .arg(size.height() / 2 * 2));
    if (wish.plan.ticksPerSecond() > facts.mostTicksPerSecond)
        return refused(Words::tr("%1 frames a second: %2 allows at most %3.")
                           .arg(wish.plan.ticksPerSecond())
                           .arg(QLatin1String(facts.name))
                           .arg(facts.mostTicksPerSecond));
    return {};
}

Result<void> checkPlace(const QString& path)
{
    const QFileInfo file(path);
    if (file.fileName().isEmpty() || file.isDir())
        return refused(Words::tr("%1 is a folder; give the film a name.").arg(path));
    const QString folder = file.absolutePath();
    if (const auto possible = checkFolderToWrite(folder.toStdString()); !possible)
        return possible.error();
    const QStorageInfo disk(file.absoluteDir().exists() ? folder : QString());
    if (disk.isValid() && disk.bytesAvailable() < kLeastSpace)
        return systemError(
            Words::tr("The disk that holds %1 is full; free some space or choose another folder.")
                .arg(folder)
                .toStdString());
    return {};
}

} // namespace

QString filmFormatName(FilmFormat format)
{
    return QLatin1String(factsOf(format).name);
}

QString endingOf(FilmFormat format)
{
    return QLatin1String(factsOf(format).ending);
}

std::optional<FilmFormat> filmFormatOf(const QString& ending)
{
    for (const FormatFacts& facts : kFormats)
        if (ending == QLatin1String(facts.ending))
            return facts.format;
    return std::nullopt;
}

bool needsEvenSides(FilmFormat format)
{
    return factsOf(format).isVideo;
}

int framesOf(const FilmWish& wish)
{
    return factsOf(wish.format).isVideo ? wish.plan.ticks() : static_cast<int>(wish.plan.frames().size());
}

FilmTiming usualTiming(FilmFormat format)
{
    FilmTiming timing;
    timing.glides = factsOf(format).isVideo;
    timing.ticksPerSecond = timing.glides ? 30 : 20;
    return timing;
}

double usualSpeed(int generations)
{
    constexpr std::array kSpeeds{1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0};
    constexpr double kLongest = 20, kSlowest = 0.5; // seconds; for a few
    constexpr int kFew = 6;
    if (generations <= kFew)
        return kSlowest;
    for (const double speed : kSpeeds)
        if (generations - 1 <= speed * kLongest)
            return speed;
    return kMostFilmSpeed;
}

Result<void> checkFormat(FilmFormat format)
{
    const FormatFacts& facts = factsOf(format);
    if (!facts.isVideo)
        return {};
    const auto library = avLibrary();
    if (!library)
        return unsupported(
            Words::tr(
                "%1 is written by libav, which Hareloom reaches through its film library, %2; it is built "
                "where "
                "libavformat-dev, libavcodec-dev and libswscale-dev are installed. WebP and GIF need none of "
                "it.")
                .arg(QLatin1String(facts.name), engineSentence(library.error().message))
                .toStdString());
    if (!(*library)->canEncode(format))
        return unsupported(
            Words::tr(
                "%1 needs an encoder for %2, and this system's libavcodec has none; install one that has "
                "(Debian's libavcodec59 or later), or choose another format.")
                .arg(QLatin1String(facts.name), QLatin1String(facts.codec))
                .toStdString());
    return {};
}

Result<void> checkFilm(const FilmWish& wish)
{
    return checkFormat(wish.format).and_then([&] { return checkSize(wish); }).and_then([&] {
        return checkPlace(wish.path);
    });
}

std::unique_ptr<FilmEncoder> makeEncoder(FilmFile file)
{
    switch (file.format) {
    case FilmFormat::WebP:
        return makeWebPEncoder(std::move(file));
    case FilmFormat::Gif:
        return makeGifEncoder(std::move(file));
    case FilmFormat::Mp4:
    case FilmFormat::WebM:
        break;
    }
    return (*avLibrary())->make(std::move(file));
}

FilmAbout aboutFilm(const Experiment& experiment, const QString& which)
{
    Experiment named = experiment;
    if (!which.isEmpty())
        named.title += ": " + which.toStdString();
    Figure figure;
    setOrigin(figure, named); // a clean title, and the footer's words
    return {figure.title.simplified().toStdString(), figure.origin.simplified().toStdString(),
            xmlCharacters(toText(experiment))};
}

} // namespace hareloom::ui
