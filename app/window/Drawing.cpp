// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/Drawing.h"

#include "core/base/Text.h"
#include "ui/paths/PathBytes.h"

#include <QTextStream>

#include <algorithm>

namespace hareloom::app {

namespace {

Error refused(const QString& sentence)
{
    return invalidInput(sentence.toStdString());
}

/// Number of the variant asked for; -1 when none is.
Result<int> variantOf(const ui::LabSession& session, const QString& wanted)
{
    const auto& all = session.variants();
    if (wanted.isEmpty())
        return -1;
    for (std::size_t v = 0; v < all.size(); ++v)
        if (QString::fromStdString(all[v].title) == wanted || QString::number(v + 1) == wanted)
            return static_cast<int>(v);
    QStringList titles;
    for (const Experiment& variant : all)
        titles << QString::fromStdString(variant.title);
    return refused(all.size() < 2
                       ? QStringLiteral("--variant %1: the session has no variants.").arg(wanted)
                       : QStringLiteral("--variant %1: allowed is a number from 1 to %2, or a title: %3.")
                             .arg(wanted)
                             .arg(all.size())
                             .arg(titles.join(QStringLiteral("; "))));
}

Result<void> chooseChain(Drawing& drawing)
{
    const auto variant = variantOf(drawing.session, drawing.arguments.variant);
    if (!variant)
        return variant.error();
    const int each = static_cast<int>(drawing.session.experiment().chains);
    const int all = each * static_cast<int>(drawing.session.variants().size());
    const int allowed = *variant < 0 ? all : each, wanted = std::max(0, drawing.arguments.chain);
    if (wanted >= allowed)
        return refused(QStringLiteral("--chain %1: %2 has chains 0 to %3.")
                           .arg(QString::number(wanted),
                                *variant < 0
                                    ? ui::shownPath(drawing.arguments.render)
                                    : QStringLiteral("the variant \"%1\"").arg(drawing.arguments.variant),
                                QString::number(allowed - 1)));
    drawing.chain = std::max(0, *variant) * each + wanted;
    const bool drawsFigures = drawing.arguments.formats != QStringList{QStringLiteral("page")};
    if (*variant < 0 && drawing.arguments.chain < 0 && all > 1 && drawsFigures)
        QTextStream(stderr)
            << "hareloom: chain 0"
            << (drawing.session.variants().size() > 1
                    ? QStringLiteral(" of the variant \"%1\"")
                          .arg(QString::fromStdString(printable(drawing.session.variants().front().title)))
                    : QString())
            << " is on the stage (chains count from 0 here, from 1 in figures); --variant and "
               "--chain choose another."
            << Qt::endl;
    return {};
}

/// Of a session that is left in its file, what it does not keep is not made again.
Result<void> checkModels(Drawing& drawing, bool areAsked)
{
    const ui::History& history = drawing.session.history();
    if (!history.isStored() || !drawing.draws("stage"))
        return {};
    const auto isMissing = [&](int index) {
        const GenerationPtr found = history.at(drawing.chain, index);
        return !found || !found->snapshot;
    };
    const auto missing = std::find_if(drawing.generations.begin(), drawing.generations.end(), isMissing);
    if (areAsked && missing != drawing.generations.end())
        return refused(
            QStringLiteral("--generation %1: %2 does not keep the model of this generation "
                           "(--snapshot-every); name one that it keeps, or draw only --chart vitals.")
                .arg(*missing)
                .arg(ui::shownPath(drawing.arguments.render)));
    drawing.generations.removeIf(isMissing);
    return {};
}

Result<void> chooseGenerations(Drawing& drawing)
{
    const int count = drawing.session.history().count(drawing.chain);
    if (count == 0)
        return invalidFile(QStringLiteral("%1 holds no finished generation of chain %2 to draw.")
                               .arg(ui::shownPath(drawing.arguments.render), QString::number(drawing.chain))
                               .toStdString());
    for (const int index : drawing.arguments.generations)
        if (index >= count)
            return refused(QStringLiteral("--generation %1: chain %2 of %3 has generations 0 to %4.")
                               .arg(QString::number(index), QString::number(drawing.chain),
                                    ui::shownPath(drawing.arguments.render), QString::number(count - 1)));
    drawing.generations = drawing.arguments.generations;
    std::sort(drawing.generations.begin(), drawing.generations.end());
    drawing.generations.erase(std::unique(drawing.generations.begin(), drawing.generations.end()),
                              drawing.generations.end());
    const bool areAsked = !drawing.generations.isEmpty();
    if (!areAsked)
        drawing.generations = ui::usualGenerations(count);
    return checkModels(drawing, areAsked);
}

/// "mean" stands for each of "mean[0]", "mean[1]"; empty when it was not measured.
std::vector<std::string> measured(const Drawing& drawing, const QString& wanted)
{
    std::vector<std::string> found;
    const GenerationPtr first = drawing.session.history().at(0, 0);
    const std::string name = wanted.toStdString();
    for (const std::string& metric : ui::offeredVitals(drawing.session.experiment(), first.get()))
        if (metric == name || metric.starts_with(name + '['))
            found.push_back(metric);
    return found;
}

Error notMeasured(const Drawing& drawing, const char* option, const QString& name)
{
    QStringList known;
    const GenerationPtr first = drawing.session.history().at(0, 0);
    for (const std::string& metric : ui::offeredVitals(drawing.session.experiment(), first.get()))
        known << QString::fromStdString(metric);
    return refused(QStringLiteral("--%1 %2: the session has measured no such metric; it has %3.%4")
                       .arg(QLatin1String(option), name, known.join(QStringLiteral(", ")),
                            qstrcmp(option, "chart") == 0
                                ? QStringLiteral(" Other charts are stage, vitals and report.")
                                : QString()));
}

Result<void> chooseCharts(Drawing& drawing)
{
    static const QStringList pictures{QStringLiteral("stage"), QStringLiteral("vitals"),
                                      QStringLiteral("report")};
    for (const QString& name : drawing.arguments.metrics) {
        const auto found = measured(drawing, name);
        if (found.empty())
            return notMeasured(drawing, "metric", name);
        drawing.metrics.insert(drawing.metrics.end(), found.begin(), found.end());
    }
    for (const QString& name : drawing.arguments.charts) {
        drawing.single.emplace_back();
        if (pictures.contains(name))
            continue;
        drawing.single.back() = measured(drawing, name);
        if (drawing.single.back().empty())
            return notMeasured(drawing, "chart", name);
    }
    const bool isReportAlone = drawing.arguments.charts == QStringList{QStringLiteral("report")};
    const bool isOfReports = std::all_of(
        drawing.arguments.formats.begin(), drawing.arguments.formats.end(), [](const QString& format) {
            return format == QLatin1String("html") || format == QLatin1String("md");
        });
    if (!drawing.arguments.charts.isEmpty() && !isReportAlone && isOfReports)
        return refused(QStringLiteral("--format %1 is that of the report; charts are png, svg or pdf.")
                           .arg(drawing.arguments.formats.join(QLatin1Char(','))));
    if (drawing.draws("report") && !drawing.arguments.charts.isEmpty() && !drawing.writesReport())
        return refused(
            QStringLiteral("--chart report: a report is written as html, pdf or md; give --format html."));
    return {};
}

/// One range would mean another thing on each chart.
Result<void> checkAxes(Drawing& drawing)
{
    const QStringList& charts = drawing.arguments.charts;
    if (drawing.arguments.look.axes == ui::AxisWishes() ||
        (charts.size() == 1 && charts.front() != QLatin1String("vitals")))
        return {};
    return refused(
        QStringLiteral("Ranges, titles and scales of axes are for one chart; name it with --chart."));
}

} // namespace

void Drawing::setSize(ui::Figure& figure, bool isOne) const
{
    figure.hasFooter = figure.hasFooter && arguments.hasFooter;
    figure.hasCode = arguments.hasCode;
    if (figure.hasCode && figure.address.isEmpty())
        ui::setAddress(figure, session, chain, generations.back());
    const QSizeF usual = ui::wholeSize(figure);
    const double wanted = arguments.height > 0 || !isOne ? arguments.height : arguments.chartHeight;
    const double width = arguments.width * ui::kPixelsPerMm, height = wanted * ui::kPixelsPerMm;
    const double ratio = usual.height() / usual.width();
    ui::setWholeSize(figure, {width > 0    ? width
                              : height > 0 ? height / ratio
                                           : usual.width(),
                              height > 0  ? height
                              : width > 0 ? width * ratio
                                          : usual.height()});
}

void Drawing::add(const QString& name, ui::Figure figure)
{
    setSize(figure);
    figures.push_back({name, std::move(figure)});
}

void sayOfData(const ui::RealData& real, const Experiment& experiment)
{
    if (real.areOthers)
        QTextStream(stderr) << "hareloom: " << ui::otherDataText(experiment.source.path) << Qt::endl;
}

Result<void> choose(Drawing& drawing)
{
    for (const auto& one : {chooseChain, chooseGenerations, chooseCharts, checkAxes})
        if (const auto chosen = one(drawing); !chosen)
            return chosen.error();
    return {};
}

} // namespace hareloom::app
