// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/Report.h"

#include "ui/language/Joining.h"

#include <QCoreApplication>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr std::size_t kFewCharts = 3;
constexpr qsizetype kFewMetrics = 6, kFewEvents = 8, kFewestEvents = 4, kFewDifferences = 4;
constexpr qsizetype kShortText = 320, kShortStory = 240;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// Up to a word's end.
QString beginning(const QString& text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    const qsizetype end = text.lastIndexOf(QLatin1Char(' '), longest);
    return text.left(end > 0 ? end : longest) + QStringLiteral(" …");
}

void keepChangedSettings(Report& report)
{
    std::erase_if(report.settings,
                  [](const ReportSetting& each) { return !each.isChanged && each.before.isEmpty(); });
    report.settingsNote =
        Words::tr("Those that are not the default; all are in the attached experiment.json.");
}

void leaveOutReasons(Report& report)
{
    for (ReportSource& source : report.sources)
        source.reasons.clear();
}

/// Names, years and where they are found, in one paragraph.
void shortenSources(Report& report)
{
    QStringList brief;
    for (const ReportSource& source : report.sources)
        brief << (source.brief.isEmpty() ? source.work : source.brief);
    if (!brief.isEmpty())
        report.sources = {{clauses(brief) + QLatin1Char('.'), {}, {}}};
}

void keepFirstPrompt(Report& report)
{
    auto& prompts = report.writings.prompts;
    if (prompts.size() < 2)
        return;
    report.writings.note =
        Words::tr("The first prompt; the others are in the HTML report and in the export of texts.");
    prompts.resize(1);
}

void shortenTexts(Report& report)
{
    for (AnsweredPrompt& prompt : report.writings.prompts)
        for (QStringList& answer : prompt.answers)
            answer.last() = beginning(answer.last(), kShortText);
}

void keepFirstEvents(Report& report)
{
    report.happened = report.happened.mid(0, kFewEvents);
}

void keepFirstCharts(Report& report)
{
    report.charts.resize(std::min(report.charts.size(), kFewCharts));
}

void shortenStory(Report& report)
{
    report.story = beginning(report.story, kShortStory);
}

void keepFirstRows(Report& report)
{
    report.variants.rows = report.variants.rows.mid(0, kFewDifferences);
    report.tests.rows = report.tests.rows.mid(0, kFewMetrics);
    if (report.metrics.rows.size() <= kFewMetrics)
        return;
    report.metrics.rows.resize(kFewMetrics);
    report.metricsNote = Words::tr("The first %1 metrics.").arg(kFewMetrics);
}

void leaveOutNotes(Report& report)
{
    report.happenedNote.clear();
    report.settingsNote.clear();
}

void keepSettingsAndCharts(Report& report)
{
    report.writings = {};
    report.tests = {};
    report.happened = report.happened.mid(0, kFewestEvents);
}

void leaveOutStory(Report& report)
{
    report.story.clear();
}

} // namespace

Report shortened(Report report, int step)
{
    using Shorten = void (*)(Report&);
    static constexpr Shorten steps[kMostShortening] = {
        keepChangedSettings, keepFirstEvents, leaveOutReasons,       keepFirstCharts,
        keepFirstPrompt,     shortenTexts,    shortenStory,          shortenSources,
        keepFirstRows,       leaveOutNotes,   keepSettingsAndCharts, leaveOutStory};
    for (int i = 0; i < std::min(step, kMostShortening); ++i)
        steps[i](report);
    if (step > 0)
        report.shortNote =
            Words::tr("To keep to one page, some things are left out; the HTML and the Markdown "
                      "report have all of them.");
    return report;
}

} // namespace hareloom::ui
