// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/DifferencesTable.h"

#include "core/experiment/Interaction.h"
#include "core/recipe/Differences.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/EngineWords.h"
#include "ui/plot/MetricTitle.h"
#include "ui/plot/Ticks.h"
#include "ui/theme/Theme.h"
#include "ui/vitals/Replicates.h"

#include <QHeaderView>

#include <algorithm>
#include <numeric>

namespace hareloom::ui {

namespace {

constexpr int kRowHeight = 22, kMostRowsInSight = 6;
constexpr std::size_t kMostMeasured = 6; // metrics

QTableWidgetItem* cell(const QString& words, const QString& help)
{
    auto* item = new QTableWidgetItem(words);
    item->setToolTip(help);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return item;
}

/// "90% itself, 10% Second of the pair"; empty for a model that no other writes for.
QString readWords(const Experiment& model)
{
    const auto& interaction = model.interaction;
    if (!interaction || !interaction->isOfOneModel())
        return {};
    const auto own = static_cast<std::size_t>(interaction->model);
    QStringList parts;
    for (std::size_t j = 0; j < interaction->matrix[own].size(); ++j)
        if (const double share = interaction->matrix[own][j]; share > 0)
            parts << DifferencesTable::tr("%1% %2")
                         .arg(100 * share)
                         .arg(j == own ? DifferencesTable::tr("itself")
                                       : engineWords(EngineList::Preset, (*interaction->models)[j].title));
    return parts.join(DifferencesTable::tr(", "));
}

} // namespace

DifferencesTable::DifferencesTable(QWidget* parent) : QTableWidget(parent)
{
    setObjectName(QStringLiteral("differences"));
    setAccessibleName(tr("Settings and measurements that differ"));
    setFont(themeFont(TextSize::Small));
    horizontalHeader()->setFont(themeFont(TextSize::Small));
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    verticalHeader()->setMinimumSectionSize(kRowHeight);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setFocusPolicy(Qt::StrongFocus);
}

void DifferencesTable::setComparison(const Comparison& comparison)
{
    std::vector<const Experiment*> experiments;
    QStringList header{tr("Setting that differs")};
    for (std::size_t c = 0; c < comparison.columnCount(); ++c) {
        experiments.push_back(&comparison.column(c).experiment());
        header << comparison.column(c).title;
    }
    const auto rows = differingSettings(experiments);
    clear();
    clearSpans();
    setColumnCount(static_cast<int>(header.size()));
    setHorizontalHeaderLabels(header);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    const bool areModels = std::any_of(experiments.begin(), experiments.end(),
                                       [](const Experiment* e) { return !readWords(*e).isEmpty(); });
    setRowCount(std::max(1, static_cast<int>(rows.size()) + areModels));
    if (areModels) {
        setItem(0, 0, cell(tr("Learns from"), tr("Which models wrote the rows that this one learns from")));
        for (int c = 0; c < static_cast<int>(experiments.size()); ++c)
            setItem(0, c + 1, cell(readWords(*experiments[static_cast<std::size_t>(c)]), {}));
    }
    for (int r = areModels; r < static_cast<int>(rows.size()) + areModels; ++r) {
        const SettingRow& row = rows[static_cast<std::size_t>(r - areModels)];
        const QString help = tr("%1: %2").arg(QString::fromStdString(row.field->path),
                                              engineWords(EngineList::Setting, row.field->help));
        setItem(r, 0, cell(engineSentence(settingLabel(*row.field)), help));
        for (int c = 0; c < static_cast<int>(row.values.size()); ++c)
            setItem(r, c + 1, cell(engineValue(*row.field, row.values[static_cast<std::size_t>(c)]), help));
    }
    if (rows.empty() && !areModels) {
        if (columnCount() > 1)
            setSpan(0, 0, 1, columnCount());
        setItem(0, 0, cell(tr("All settings are the same."), {}));
    }
    m_settings = rowCount();
    updateGeometry();
}

void DifferencesTable::showMeasured(const Comparison& comparison, int generation)
{
    const auto chainsIn = [&comparison](std::size_t column) {
        const CompareSource& source = comparison.column(column);
        const auto chains = std::max<std::int64_t>(1, source.session->experiment().chains);
        return Replicates{source.session, static_cast<std::size_t>(source.chain / chains)};
    };
    std::vector<std::pair<std::string, QStringList>> rows;
    for (const std::string& metric : comparison.sharedMetrics()) {
        const std::vector<double> first = chainsIn(0).valuesAt(metric, generation);
        if (first.size() < 2 || rows.size() == kMostMeasured || metric == "elapsedMs")
            continue;
        QStringList cells{
            tr("%1 in %2 chains")
                .arg(numberText(std::accumulate(first.begin(), first.end(), 0.0) / double(first.size())))
                .arg(first.size())};
        bool isAny = false;
        for (std::size_t c = 1; c < comparison.columnCount(); ++c) {
            const auto found = differenceAt(chainsIn(c), chainsIn(0), metric, generation);
            cells << (found ? differenceWords(*found) : QStringLiteral("–"));
            isAny = isAny || found;
        }
        if (isAny)
            rows.emplace_back(metric, cells);
    }
    const int before = rowCount();
    setRowCount(m_settings + static_cast<int>(rows.size()));
    for (int r = 0; r < static_cast<int>(rows.size()); ++r) {
        const auto& [metric, cells] = rows[static_cast<std::size_t>(r)];
        setItem(m_settings + r, 0,
                cell(tr("%1, generation %2").arg(metricTitle(metric)).arg(generation), differenceNote()));
        for (int c = 0; c < static_cast<int>(cells.size()); ++c)
            setItem(m_settings + r, c + 1, cell(cells[c], cells[c] + QLatin1Char('\n') + differenceNote()));
    }
    if (before != rowCount())
        updateGeometry();
}

QSize DifferencesTable::sizeHint() const
{
    const int rows = std::clamp(rowCount(), 1, kMostRowsInSight);
    return {600, horizontalHeader()->sizeHint().height() + rows * kRowHeight + 6};
}

} // namespace hareloom::ui
