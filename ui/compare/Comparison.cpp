// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/Comparison.h"

#include "core/metrics/Catalogue.h"
#include "core/recipe/Differences.h"
#include "ui/families/Faces.h"
#include "ui/language/EngineWords.h"
#include "ui/paths/PathBytes.h"
#include "ui/session/Changes.h"
#include "ui/session/SessionReading.h"
#include "ui/vitals/VitalSeries.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <map>
#include <utility>

namespace hareloom::ui {

namespace {

bool followsData(const std::string& metric)
{
    const MetricInfo* info = findMetric(metric);
    return info && info->followsData;
}

} // namespace

void Comparison::clear()
{
    m_columns.clear();
    m_sources.clear();
    Q_EMIT changed();
}

void Comparison::takeFrom(Comparison& other)
{
    m_sources = std::exchange(other.m_sources, {});
    m_columns.clear();
    nameAll();
    Q_EMIT changed();
}

void Comparison::copyFrom(const Comparison& other,
                          const std::function<std::shared_ptr<LabSession>(const LabSession&)>& copy)
{
    m_sources = other.m_sources;
    m_columns = other.m_columns;
    for (CompareSource& source : m_sources)
        if (!source.owner) {
            source.owner = copy(*source.session);
            source.session = source.owner.get();
        }
    Q_EMIT changed();
}

// The columns tell apart what a list cannot: where two runs have the same title, what differs in them, or
// else the name that someone gave the file.
void Comparison::nameAll()
{
    std::map<QString, std::vector<CompareSource*>> byTitle;
    for (CompareSource& source : m_sources)
        byTitle[source.wanted].push_back(&source);
    QSet<QString> taken;
    for (auto& [wanted, alike] : byTitle) {
        std::vector<const Experiment*> experiments;
        for (const CompareSource* source : alike)
            experiments.push_back(&source->experiment());
        const QStringList changes = changeWords(experiments);
        for (std::size_t i = 0; i < alike.size(); ++i) {
            const QString& words = changes[static_cast<qsizetype>(i)];
            QString title = words.isEmpty() ? wanted : words;
            if (taken.contains(title) && !alike[i]->fileName.isEmpty())
                title = tr("%1 (%2)").arg(title, alike[i]->fileName);
            const QString plain = title;
            for (int n = 2; taken.contains(title); ++n)
                title = tr("%1 (%2)").arg(plain).arg(n);
            taken.insert(title);
            alike[i]->title = title;
        }
    }
    nameBeforeAndNow();
}

// "Before: Real share 0.0", "Now: Real share 0.1".
void Comparison::nameBeforeAndNow()
{
    std::vector<CompareSource*> named;
    std::vector<const Experiment*> experiments;
    for (CompareSource& source : m_sources)
        if (!source.name.isEmpty()) {
            named.push_back(&source);
            experiments.push_back(&source.experiment());
        }
    const QStringList changes = changeWords(experiments);
    const bool haveOneTitle = std::all_of(named.begin(), named.end(), [&](const CompareSource* source) {
        return source->wanted == named.front()->wanted;
    });
    for (std::size_t i = 0; i < named.size(); ++i) {
        const QString& words = haveOneTitle ? changes[static_cast<qsizetype>(i)] : named[i]->wanted;
        named[i]->title = words.isEmpty() ? named[i]->name : tr("%1: %2").arg(named[i]->name, words);
    }
}

void Comparison::add(CompareSource run, int replicate, const QString& name)
{
    const int chains = static_cast<int>(run.session->experiment().chains);
    const auto& variants = run.session->variants();
    for (std::size_t v = 0; v < variants.size(); ++v) {
        CompareSource source = run;
        source.chain = static_cast<int>(v) * chains + std::min(replicate, chains - 1);
        const QString variant = engineWords(EngineList::Preset, variants[v].title);
        if (variants.size() > 1)
            source.wanted = run.owner ? run.wanted + QStringLiteral(" · ") + variant : variant;
        source.name = variants.size() > 1 ? QString() : name; // variants have names of their own
        m_sources.push_back(std::move(source));
    }
    nameAll();
    Q_EMIT changed();
}

void Comparison::addRun(const LabSession& session, int replicate, const QString& name)
{
    CompareSource run;
    run.session = &session;
    run.wanted = engineWords(EngineList::Preset, session.experiment().title);
    add(std::move(run), replicate, name);
}

Result<void> Comparison::addFile(const QString& path, const QString& name)
{
    const auto contents = readSessionWatched(path);
    if (!contents)
        return contents.error();
    auto session = std::make_shared<LabSession>();
    session->setFinished(*contents, path);
    if (session->history().isEmpty())
        return invalidInput(
            tr("%1 holds no finished generation to compare.").arg(shownPath(path)).toStdString());
    const QString file = QFileInfo(path).completeBaseName();
    const QString title = engineWords(EngineList::Preset, contents->experiment.title);
    CompareSource run;
    run.owner = session;
    run.session = session.get();
    run.wanted = title.isEmpty() ? file : title;
    run.fileName = isRecording(path) ? QString() : file;
    add(std::move(run), 0, name);
    return {};
}

void Comparison::fillColumns()
{
    for (std::size_t s = 0; s < m_sources.size() && m_columns.size() < kMost; ++s)
        if (std::find(m_columns.begin(), m_columns.end(), s) == m_columns.end())
            m_columns.push_back(s);
    Q_EMIT changed();
}

void Comparison::setColumn(std::size_t column, std::size_t source)
{
    if (column >= m_columns.size() || source >= m_sources.size() || m_columns[column] == source)
        return;
    m_columns[column] = source;
    Q_EMIT changed();
}

void Comparison::setColumns(std::vector<std::size_t> sources)
{
    std::erase_if(sources, [this](std::size_t source) { return source >= m_sources.size(); });
    if (sources.size() > kMost)
        sources.resize(kMost);
    m_columns = std::move(sources);
    Q_EMIT changed();
}

void Comparison::addColumn()
{
    if (m_columns.size() >= kMost || m_sources.empty())
        return;
    std::size_t source = 0;
    for (std::size_t s = m_sources.size(); s-- > 0;)
        if (std::find(m_columns.begin(), m_columns.end(), s) == m_columns.end())
            source = s;
    m_columns.push_back(source);
    Q_EMIT changed();
}

void Comparison::removeColumn(std::size_t column)
{
    if (m_columns.size() <= kLeast || column >= m_columns.size())
        return;
    m_columns.erase(m_columns.begin() + static_cast<std::ptrdiff_t>(column));
    Q_EMIT changed();
}

int Comparison::longest() const
{
    int longest = 0;
    for (std::size_t c = 0; c < m_columns.size(); ++c)
        longest = std::max(longest, column(c).count());
    return longest;
}

GenerationPtr Comparison::sharedAxes() const
{
    GenerationPtr first;
    const Face* face = nullptr; // of its family
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        const GenerationPtr origin = column(c).session->history().at(column(c).chain, 0);
        if (!origin || !origin->snapshot)
            continue; // not there yet: nothing of it is drawn
        if (!first) {
            first = origin;
            face = &faceOf(column(c).experiment().family);
        } else if (!face->sharesAxes(*first->snapshot, *origin->snapshot))
            return nullptr;
    }
    return first;
}

std::vector<std::string> Comparison::measuredByAll() const
{
    std::vector<std::string> shared;
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        const GenerationPtr origin = column(c).session->history().at(column(c).chain, 0);
        const auto own = chooseVitals(column(c).experiment(), origin.get(), 99);
        if (c == 0)
            shared = own;
        std::erase_if(shared, [&](const std::string& metric) {
            return std::find(own.begin(), own.end(), metric) == own.end();
        });
    }
    return shared;
}

// Every setting of the source is the same.
bool Comparison::haveSameData() const
{
    std::vector<const Experiment*> experiments;
    for (std::size_t c = 0; c < m_columns.size(); ++c)
        experiments.push_back(&column(c).experiment());
    const auto rows = differingSettings(experiments);
    return std::none_of(rows.begin(), rows.end(),
                        [](const SettingRow& row) { return row.field->path.starts_with("source."); });
}

std::vector<std::string> Comparison::sharedMetrics() const
{
    std::vector<std::string> shared = measuredByAll();
    if (!haveSameData())
        std::erase_if(shared, followsData);
    return shared;
}

std::vector<std::string> Comparison::unlikeMetrics() const
{
    std::vector<std::string> unlike;
    if (haveSameData())
        return unlike;
    for (const std::string& metric : measuredByAll())
        if (followsData(metric))
            unlike.push_back(metric);
    return unlike;
}

} // namespace hareloom::ui
