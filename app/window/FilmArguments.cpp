// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/FilmArguments.h"

#include "app/window/Options.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace hareloom::app {

namespace {

Result<void> readSubject(const QCommandLineParser& parser, FilmArguments& film)
{
    const QString scene = parser.value(QStringLiteral("scene"));
    film.beside = parser.values(QStringLiteral("beside"));
    film.view = parser.value(QStringLiteral("view"));
    if (scene == QLatin1String("comparison") || (scene.isEmpty() && !film.beside.isEmpty()))
        film.subject = FilmSubject::Comparison;
    else if (scene == QLatin1String("window"))
        film.subject = FilmSubject::Window;
    else if (!scene.isEmpty() && scene != QLatin1String("run"))
        return wrong(QStringLiteral("--scene %1: give run, comparison or window.").arg(scene));
    if (!film.beside.isEmpty() && film.subject != FilmSubject::Comparison)
        return wrong(
            QStringLiteral("--beside %1: only a comparison shows several sessions; leave --scene %2 out.")
                .arg(film.beside.front(), scene));
    return {};
}

Result<void> readSize(const QCommandLineParser& parser, FilmArguments& film)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,6})x(\\d{1,6})$"));
    const QString text = parser.value(QStringLiteral("size"));
    if (text.isEmpty())
        return {};
    const auto match = form.match(text);
    if (!match.hasMatch())
        return wrong(QStringLiteral("--size %1: give width and height in pixels, as 1280x720.").arg(text));
    film.look.size = QSize(match.captured(1).toInt(), match.captured(2).toInt());
    return {};
}

Result<void> readSpeed(const QCommandLineParser& parser, FilmArguments& film)
{
    bool isNumber = true;
    if (const QString text = parser.value(QStringLiteral("speed")); !text.isEmpty()) {
        film.speed = text.toDouble(&isNumber);
        if (!isNumber)
            return wrong(QStringLiteral("--speed %1: give generations a second, as 10.").arg(text));
    }
    if (const QString text = parser.value(QStringLiteral("fps")); !text.isEmpty()) {
        film.framesPerSecond = text.toInt(&isNumber);
        if (!isNumber)
            return wrong(QStringLiteral("--fps %1: give frames a second, a whole number.").arg(text));
    }
    const QString motion = parser.value(QStringLiteral("motion"));
    if (motion == QLatin1String("glide") || motion == QLatin1String("step"))
        film.glides = motion == QLatin1String("glide");
    else if (!motion.isEmpty())
        return wrong(QStringLiteral("--motion %1: give glide or step.").arg(motion));
    return {};
}

Result<void> readStills(const QCommandLineParser& parser, FilmArguments& film)
{
    const QString text = parser.value(QStringLiteral("stills"));
    if (text.isEmpty())
        return {};
    const QStringList words = text.split(QLatin1Char(','));
    bool isFirst = false, isLast = false;
    film.firstStill = words.front().toDouble(&isFirst);
    film.lastStill = words.back().toDouble(&isLast);
    if (words.size() > 2 || !isFirst || !isLast)
        return wrong(
            QStringLiteral("--stills %1: give seconds for both ends, as 1,2, or one number for each.")
                .arg(text));
    return {};
}

} // namespace

void declareFilm(QCommandLineParser& parser)
{
    const auto value = [&parser](auto... words) { declareValue(parser, words...); };
    value("scene", "What a film shows: run, comparison (of the variants, or of --beside), or window.",
          "NAME");
    value("view",
          "How a film looks at the stage, as the window calls it: Chains, Samples, Pages; the first unless "
          "given.",
          "NAME");
    value("size", "Width and height of a film in pixels, 1280x720 unless given.", "WxH");
    value("speed", "Generations of a film a second.", "N");
    value("fps", "Frames a second: 30 for mp4 and webm, 20 for webp and gif unless given.", "N");
    value("motion", "glide from one generation to the next, or step; mp4 and webm glide unless told.",
          "NAME");
    value("stills", "Seconds for which a film stands still at its beginning and its end, 1,2 unless given.",
          "A,B");
}

Result<void> readFilm(const QCommandLineParser& parser, FilmArguments& film)
{
    for (const auto& read : {readSubject, readSize, readSpeed, readStills})
        if (const auto done = read(parser, film); !done)
            return done;
    return {};
}

bool takeAway(const QString& part, FilmArguments& film)
{
    bool* const shown = part == QLatin1String("title")    ? &film.look.hasTitle
                        : part == QLatin1String("charts") ? &film.look.hasCharts
                        : part == QLatin1String("story")  ? &film.look.hasStory
                                                          : nullptr;
    if (shown)
        *shown = false;
    return shown != nullptr;
}

} // namespace hareloom::app
