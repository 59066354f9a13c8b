// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/Arguments.h"

#include "app/window/GenerationList.h"
#include "app/window/Options.h"
#include "app/window/PrintArguments.h"
#include "core/base/AtomicFile.h"
#include "ui/paths/PathBytes.h"

#include <QCommandLineParser>

#include <algorithm>
#include <cstring>
#include <string_view>

namespace hareloom::app {

namespace {

constexpr double kLeastDpi = 48, kMostDpi = 1200;

/// Those of films are kept apart from those of figures.
Result<void> readFormats(const QString& text, Arguments& arguments)
{
    arguments.formats.clear();
    const QStringList list = text.toLower().split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& format : list)
        if (const auto film = ui::filmFormatOf(format))
            arguments.film.formats << *film;
        else if (format == QLatin1String("png") || format == QLatin1String("svg") ||
                 format == QLatin1String("pdf") || format == QLatin1String("html") ||
                 format == QLatin1String("md") || format == QLatin1String("page"))
            arguments.formats << format;
        else
            return wrong(
                QStringLiteral("--format %1: \"%2\" is unknown; allowed are png, svg, pdf, html, md and "
                               "page, and for films mp4, webm, webp and gif.")
                    .arg(text, format));
    if (list.isEmpty())
        return wrong(QStringLiteral(
            "--format: give one or more of png, svg, pdf, html, md and page, or mp4, webm, webp and gif."));
    return {};
}

Result<void> readChain(const QCommandLineParser& parser, Arguments& arguments)
{
    arguments.variant = parser.value(QStringLiteral("variant"));
    const QString text = parser.value(QStringLiteral("chain"));
    if (text.isEmpty())
        return {};
    bool isNumber = false;
    arguments.chain = text.toInt(&isNumber);
    if (!isNumber || arguments.chain < 0)
        return wrong(QStringLiteral("--chain %1: a whole number from 0 is allowed.").arg(text));
    return {};
}

QStringList listOf(const QCommandLineParser& parser, const char* option)
{
    QStringList words;
    for (const QString& word :
         parser.value(QLatin1String(option)).split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (!word.trimmed().isEmpty() && !words.contains(word.trimmed()))
            words << word.trimmed();
    return words;
}

Result<void> readStyle(const QCommandLineParser& parser, Arguments& arguments)
{
    const QString style = parser.value(QStringLiteral("look"));
    if (style == QLatin1String("paper")) {
        arguments.look.parts = ui::kPaperParts;
        arguments.hasFooter = false;
    } else if (style == QLatin1String("standard")) {
        arguments.look.parts = {};
        arguments.hasFooter = true;
    } else if (!style.isEmpty()) {
        return wrong(QStringLiteral("--look %1: give standard or paper.").arg(style));
    }
    arguments.look.parts.logGenerations = parser.isSet(QStringLiteral("log-generations"));
    return {};
}

Result<void> readWithout(const QCommandLineParser& parser, Arguments& arguments)
{
    for (const QString& part : listOf(parser, "without")) {
        if (arguments.film.isAsked() && takeAway(part, arguments.film))
            continue;
        bool* const shown = part == QLatin1String("heading")  ? &arguments.look.parts.heading
                            : part == QLatin1String("facts")  ? &arguments.look.parts.facts
                            : part == QLatin1String("legend") ? &arguments.look.parts.legend
                            : part == QLatin1String("footer") ? &arguments.hasFooter
                            : part == QLatin1String("code")   ? &arguments.hasCode
                                                              : nullptr;
        if (!shown)
            return wrong(
                QStringLiteral(
                    "--without %1: a figure can go without heading, facts, legend, footer and code, a film "
                    "without title, charts and story.")
                    .arg(part));
        *shown = false;
    }
    return {};
}

Result<void> readSpread(const QCommandLineParser& parser, Arguments& arguments)
{
    const QStringList known{QStringLiteral("deciles"), QStringLiteral("quartiles"), QStringLiteral("error"),
                            QStringLiteral("chains")}; // in the order of ui::Spread
    const QString text = parser.value(QStringLiteral("spread"));
    const qsizetype at = known.indexOf(text);
    if (at < 0)
        return wrong(QStringLiteral("--spread %1: give deciles, quartiles, error or chains.").arg(text));
    arguments.spread = static_cast<ui::Spread>(at);
    return {};
}

Result<void> readFigureOptions(const QCommandLineParser& parser, Arguments& arguments)
{
    if (const auto formats = readFormats(parser.value(QStringLiteral("format")), arguments); !formats)
        return formats.error();
    auto generations = readGenerationList(parser.value(QStringLiteral("generation")));
    if (!generations)
        return generations.error();
    arguments.generations = *generations;
    if (const auto chain = readChain(parser, arguments); !chain)
        return chain.error();
    bool isNumber = false;
    arguments.dpi = parser.value(QStringLiteral("dpi")).toDouble(&isNumber);
    if (!isNumber || !(arguments.dpi >= kLeastDpi && arguments.dpi <= kMostDpi))
        return wrong(QStringLiteral("--dpi %1: allowed are %2 to %3.")
                         .arg(parser.value(QStringLiteral("dpi")))
                         .arg(kLeastDpi)
                         .arg(kMostDpi));
    const QString theme = parser.value(QStringLiteral("theme"));
    if (theme != QLatin1String("light") && theme != QLatin1String("dark"))
        return wrong(QStringLiteral("--theme %1: allowed are light and dark.").arg(theme));
    if (const auto print = readPrint(parser, arguments); !print)
        return print.error();
    arguments.film.look.theme = arguments.look.theme;
    if (const auto film = readFilm(parser, arguments.film); !film)
        return film.error();
    for (const auto& read : {readStyle, readWithout, readSpread})
        if (const auto done = read(parser, arguments); !done)
            return done.error();
    arguments.beside = parser.values(QStringLiteral("beside"));
    arguments.charts = listOf(parser, "chart");
    arguments.metrics = listOf(parser, "metric");
    return {};
}

void declareLook(QCommandLineParser& parser)
{
    const auto value = [&parser](auto... words) { declareValue(parser, words...); };
    value("chart",
          "Which figures: stage, vitals, report, or a metric for a chart of its own; several with commas.",
          "LIST");
    value("beside",
          "A further session, to stand beside the first in a report or a film; may be given several times.",
          "SESSION");
    value("metric", "Which metrics vitals shows, in this order; those of the experiment unless given.",
          "LIST");
    declarePrint(parser);
    value("look", "standard, or paper: axes, data and legend alone.", "NAME");
    value(
        "without",
        "What to leave out: heading, facts, legend, footer, and a slide's QR code as code; of a film title, "
        "charts, story; several with commas.",
        "LIST");
    value("spread",
          "What of several chains is drawn: deciles or quartiles about the median, error (the mean and its "
          "standard "
          "error), or chains (each).",
          "NAME", "deciles");
    parser.addOption({QStringLiteral("log-generations"),
                      QStringLiteral("Charts of metrics from generation 1 on, on a logarithmic axis.")});
}

void declare(QCommandLineParser& parser)
{
    parser.setApplicationDescription(
        QStringLiteral("Chains of models, each trained on what the one before generated."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("what"),
        QStringLiteral("A session, an experiment file, a preset or an address (hareloom:?...)."),
        QStringLiteral("[SESSION|EXPERIMENT|PRESET|ADDRESS]"));
    parser.addOptions({
        {QStringLiteral("render"), QStringLiteral("Draw figures of a session, without a display."),
         QStringLiteral("SESSION")},
        {QStringLiteral("out"), QStringLiteral("The folder for them."), QStringLiteral("DIR")},
        {QStringLiteral("format"),
         QStringLiteral(
             "png, svg, pdf, html, md, page; several with commas. pdf, html and md write a report, "
             "page a page that plays in a browser. mp4, webm, webp and gif are films."),
         QStringLiteral("LIST"), QStringLiteral("png")},
        {QStringLiteral("generation"), QStringLiteral("Which generations, as 0,5,9 or 0-200 or 0-200/5."),
         QStringLiteral("LIST"), QString()},
        {QStringLiteral("variant"),
         QStringLiteral("Which variant, by its title or its number from 1; the first unless given."),
         QStringLiteral("TITLE|N"), QString()},
        {QStringLiteral("chain"),
         QStringLiteral("Which chain of the variant, from 0; without --variant, its number in the tables."),
         QStringLiteral("N"), QString()},
        {QStringLiteral("dpi"), QStringLiteral("Dots an inch of a PNG."), QStringLiteral("N"),
         QStringLiteral("192")},
        {QStringLiteral("theme"), QStringLiteral("light or dark."), QStringLiteral("NAME"),
         QStringLiteral("light")},
    });
    declareLook(parser);
    declareFilm(parser);
}

} // namespace

Result<Arguments> readArguments(const QStringList& words)
{
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(words))
        return wrong(parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp();
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();
    Arguments arguments;
    const QStringList positional = parser.positionalArguments();
    if (positional.size() > 1)
        return wrong(
            QStringLiteral("One session, experiment, preset or address can be opened, but %1 are given.")
                .arg(positional.size()));
    arguments.open = positional.value(0);
    arguments.render = parser.value(QStringLiteral("render"));
    arguments.out = parser.value(QStringLiteral("out"));
    if (arguments.rendersOnly() && arguments.out.isEmpty())
        return wrong(QStringLiteral("--render needs --out DIR, the folder for the figures."));
    if (arguments.out == QLatin1String("-"))
        return wrong(QStringLiteral("--out -: figures are files, not standard output; name a folder."));
    if (!ui::isPlainPath(arguments.out))
        return wrong(
            QStringLiteral("--out %1: the name holds bytes that are no UTF-8; choose another folder.")
                .arg(ui::shownPath(arguments.out)));
    if (arguments.rendersOnly())
        if (const auto possible = checkFolderToWrite(arguments.out.toStdString()); !possible)
            return possible.error();
    if (const auto figures = readFigureOptions(parser, arguments); !figures)
        return figures.error();
    return arguments;
}

bool wantsWords(int argc, char** argv)
{
    const auto isAsked = [](std::string_view word) {
        return word == "-h" || word == "--help" || word == "--help-all" || word == "-v" ||
               word == "--version";
    };
    return argc > 1 && std::any_of(argv + 1, argv + argc, isAsked);
}

QStringList wordsOf(int argc, char** argv)
{
    QStringList words;
    for (int i = 0; i < argc; ++i)
        words << ui::pathOf(argv[i]);
    return words;
}

bool wantsRendering(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i)
        if (std::strncmp(argv[i], "--render", 8) == 0)
            return true;
    return false;
}

} // namespace hareloom::app
