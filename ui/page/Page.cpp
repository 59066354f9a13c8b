// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/Page.h"

#include "core/recipe/Citations.h"
#include "core/recipe/ExperimentJson.h"
#include "ui/export/Figures.h"
#include "ui/export/MomentAddress.h"
#include "ui/filmstrip/CollapseMarks.h"
#include "ui/page/ColumnWriter.h"
#include "ui/page/PageCharts.h"
#include "ui/page/PageColours.h"
#include "ui/page/PageWords.h"
#include "ui/vitals/DifferenceRows.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr int kMostStops = 400;
constexpr double kMostBytes = 1'200'000;  // of the models of all columns, about
constexpr double kMostOfMoment = 160'000; // of the pictures of all columns: ten generations stay under 2 MB
constexpr double kFewStops = 25, kMostOfFew = 5'000'000; // the same where that would leave fewer generations

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Page)
};

QString words(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

using Writers = std::vector<std::unique_ptr<ColumnWriter>>;

Writers writersOf(const PageRequest& request)
{
    Writers writers;
    for (const PageColumn& column : request.columns)
        writers.push_back(std::make_unique<ColumnWriter>(column));
    const GenerationPtr axes = writers.front()->first();
    const bool share = std::all_of(writers.begin(), writers.end(), [&](const auto& writer) {
        return axes->snapshot && writer->first()->snapshot &&
               writers.front()->face().sharesAxes(*axes->snapshot, *writer->first()->snapshot);
    });
    for (std::size_t i = 1; share && i < writers.size(); ++i)
        writers[i]->setAxes(axes);
    return writers;
}

int longestOf(const Writers& writers)
{
    int longest = 0;
    for (const auto& writer : writers)
        longest = std::max(longest, writer->count());
    return longest;
}

double bytesOf(const Writers& writers)
{
    double bytes = 1;
    for (const auto& writer : writers)
        bytes += writer->bytesOfMoment();
    return bytes;
}

/// Of a wall of pictures as many as the page has room for: half of every generation says more than every
/// other generation.
void makeLight(const Writers& writers)
{
    if (const double bytes = bytesOf(writers); bytes > kMostOfMoment)
        for (const auto& writer : writers)
            writer->takeShare(kMostOfMoment / bytes);
}

/// As many as the page has room for, and those of which something is told.
PageStops stopsFor(const Writers& writers)
{
    const double bytes = bytesOf(writers);
    std::set<int> told;
    for (const auto& writer : writers)
        told.merge(writer->told());
    const double most = std::max(kMostBytes / bytes, std::min(kFewStops, kMostOfFew / bytes));
    return stopsOf(longestOf(writers), static_cast<int>(std::clamp(most, 2.0, double(kMostStops))), told);
}

int lastAsked(const PageRequest& request)
{
    std::int64_t last = 1;
    for (const PageColumn& column : request.columns)
        last = std::max(last, column.session->experimentOf(column.chain).generations);
    return static_cast<int>(last);
}

QStringList notesOf(const PageRequest& request, const Writers& writers, const PageStops& stops)
{
    QStringList notes;
    const int all = longestOf(writers), held = static_cast<int>(stops.generations.size());
    if (held < all)
        notes << Words::tr("This page holds %1 of %2 generations: every %3th, the last, and those of which "
                           "something is told.")
                     .arg(held)
                     .arg(all)
                     .arg(stops.every);
    for (const auto& writer : writers)
        if (const QString note = writer->note(); !note.isEmpty() && !notes.contains(note))
            notes << note;
    std::int64_t chains = 1;
    for (const PageColumn& column : request.columns)
        chains = std::max(chains, column.session->experiment().chains);
    if (chains > 1)
        notes << Words::tr(
                     "Charts show the median over up to %1 chains and a band from their 10% to their 90% "
                     "point; the "
                     "models are those of one chain.")
                     .arg(chains);
    return notes;
}

/// The different sessions of the columns.
std::vector<const LabSession*> sessionsOf(const PageRequest& request)
{
    std::vector<const LabSession*> sessions;
    for (const PageColumn& column : request.columns)
        if (std::find(sessions.begin(), sessions.end(), column.session) == sessions.end())
            sessions.push_back(column.session);
    return sessions;
}

void fillDifferences(Page& page, const PageRequest& request)
{
    std::vector<const Experiment*> experiments;
    for (const PageColumn& column : request.columns)
        experiments.push_back(&column.session->experimentOf(column.chain));
    if (experiments.size() < 2)
        return;
    page.differenceHeader << Words::tr("Setting");
    for (const PageColumn& column : request.columns)
        page.differenceHeader << column.title;
    for (const DifferenceRow& row : differenceRows(experiments))
        page.differences << QStringList{row.label} + row.values;
}

PageSource sourceOf(const Paper& paper)
{
    PageSource source{
        Words::tr("%1: %2 (%3)").arg(words(paper.authors), words(paper.title), words(paper.year)), {}};
    if (!paper.doi.empty())
        source.address = QStringLiteral("https://doi.org/") + words(paper.doi);
    else if (!paper.arxiv.empty())
        source.address = QStringLiteral("https://arxiv.org/abs/") + words(paper.arxiv);
    return source;
}

void fillOrigins(Page& page, const PageRequest& request)
{
    for (const LabSession* session : sessionsOf(request)) {
        const Experiment& experiment = session->experiment();
        page.experiments.push_back({words(experiment.title), QByteArray::fromStdString(toText(experiment))});
        for (const Citation& citation : citationsOf(experiment)) {
            const PageSource source = sourceOf(*citation.paper);
            if (std::none_of(page.sources.begin(), page.sources.end(),
                             [&](const PageSource& known) { return known.words == source.words; }))
                page.sources.push_back(source);
        }
    }
    page.provenance << std::pair(Words::tr("Seed"),
                                 QString::number(request.columns.front().session->experiment().seed));
    if (request.made) {
        page.provenance << std::pair(Words::tr("Made by"),
                                     Words::tr("Hareloom %1 on %2")
                                         .arg(words(request.made->version), words(request.made->device)))
                        << std::pair(Words::tr("Begun"), words(request.made->created));
    }
    page.provenance << std::pair(Words::tr("Page by"),
                                 QStringLiteral("Hareloom ") + QCoreApplication::applicationVersion());
}

/// Of one session: nothing leads to several.
QString addressIn(const PageRequest& request)
{
    if (sessionsOf(request).size() > 1)
        return {};
    const PageColumn& first = request.columns.front();
    return momentAddress(*first.session, first.chain, request.generation);
}

QJsonArray numbers(const std::vector<int>& values)
{
    QJsonArray array;
    for (const int value : values)
        array << value;
    return array;
}

} // namespace

std::vector<PageColumn> columnsOf(const LabSession& session, int replicate)
{
    std::vector<PageColumn> columns;
    const auto chains = static_cast<ChainIndex>(std::max<std::int64_t>(1, session.experiment().chains));
    const auto& variants = session.variants();
    for (std::size_t v = 0; v < std::min(variants.size(), kMostPageColumns); ++v) {
        const ChainIndex chain = static_cast<ChainIndex>(v) * chains + replicate;
        if (session.history().count(chain) > 0)
            columns.push_back({&session, chain, variants.size() > 1 ? words(variants[v].title) : QString()});
    }
    return columns;
}

Page makePage(const PageRequest& request)
{
    return *makePage(request, [](double) { return true; });
}

Result<Page> makePage(const PageRequest& request, const PageProgress& goesOn)
{
    if (!goesOn(0))
        return stopped();
    const Experiment& experiment = request.columns.front().session->experiment();
    const Writers writers = writersOf(request);
    makeLight(writers);
    const PageStops stops = stopsFor(writers);
    Page page;
    page.title = experiment.title.empty() ? Words::tr("Untitled experiment") : words(experiment.title);
    page.question = words(experiment.question);
    page.story = words(experiment.story);
    page.origin = figureOrigin(experiment);
    page.notes = notesOf(request, writers, stops);
    PageSteps steps(goesOn, stops.generations.size() * writers.size() + kMostPageCharts);
    QJsonArray columns;
    for (const auto& writer : writers) {
        columns << writer->column(stops, steps);
        page.stories.push_back(writer->story());
    }
    const QJsonArray charts = chartsOf(request, stops, writers.front()->variableNames(), steps);
    if (steps.isStopped())
        return stopped();
    fillDifferences(page, request);
    fillOrigins(page, request);
    page.address = addressIn(request);
    page.data = {{"format", 1},
                 {"title", page.title},
                 {"generations", numbers(stops.generations)},
                 {"last", lastAsked(request)},
                 {"shown", request.generation},
                 {"hidesFuture", request.hidesFuture},
                 {"columns", columns},
                 {"charts", charts},
                 {"early", earlyDefinition()},
                 {"late", lateDefinition()},
                 {"copying", copyingDefinition()},
                 {"colours", pageColours()},
                 {"words", pageWords()}};
    return page;
}

} // namespace hareloom::ui
