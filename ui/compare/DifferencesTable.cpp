// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/DifferencesTable.h"

#include "ui/plot/MetricTitle.h"
#include "ui/plot/Ticks.h"
#include "ui/theme/Theme.h"
#include "ui/vitals/DifferenceRows.h"
#include "ui/vitals/Replicates.h"

#include <QHeaderView>

#include <algorithm>
#include <numeric>

namespace hareloom::ui {

namespace {

constexpr int kRowHeight = 22, kTwoLines = 38, kMostInSight = 84; // pixels
constexpr std::size_t kMostMeasured = 6;                          // metrics

QTableWidgetItem* cell(const QString& words, const QString& help)
{
    auto* item = new QTableWidgetItem(words);
    item->setToolTip(help);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return item;
}

Replicates chainsIn(const CompareSource& column)
{
    const auto chains = std::max<std::int64_t>(1, column.session->experiment().chains);
    return {column.session, static_cast<std::size_t>(column.chain / chains)};
}

/// The first column's mean, and what the others' differ from it by; empty where nothing can be compared.
QStringList measuredCells(const Comparison& comparison, const std::string& metric, int generation)
{
    const Replicates first = chainsIn(comparison.column(0));
    const std::vector<double> values = first.valuesAt(metric, generation);
    if (values.size() < 2 || metric == "elapsedMs")
        return {};
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
    QStringList cells{
        DifferencesTable::tr("%1,\nmean of %2 chains").arg(numberText(mean)).arg(values.size())};
    bool isAny = false;
    for (std::size_t c = 1; c < comparison.columnCount(); ++c) {
        const auto found = differenceAt(chainsIn(comparison.column(c)), first, metric, generation);
        cells << (found ? differenceInTwoLines(*found) : QStringLiteral("–"));
        isAny = isAny || found;
    }
    return isAny ? cells : QStringList();
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
    const std::vector<DifferenceRow> rows = differenceRows(experiments);
    clear();
    clearSpans();
    setColumnCount(static_cast<int>(header.size()));
    setHorizontalHeaderLabels(header);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    setRowCount(std::max(1, static_cast<int>(rows.size())));
    for (int r = 0; r < static_cast<int>(rows.size()); ++r) {
        const DifferenceRow& row = rows[static_cast<std::size_t>(r)];
        setItem(r, 0, cell(row.label, row.help));
        for (int c = 0; c < static_cast<int>(row.values.size()); ++c)
            setItem(r, c + 1, cell(row.values[c], row.help));
    }
    if (rows.empty()) {
        if (columnCount() > 1)
            setSpan(0, 0, 1, columnCount());
        setItem(0, 0, cell(tr("All settings are the same."), {}));
    }
    m_settings = rowCount();
    updateGeometry();
}

void DifferencesTable::showMeasured(const Comparison& comparison, int generation)
{
    std::vector<std::pair<std::string, QStringList>> rows;
    for (const std::string& metric : comparison.sharedMetrics())
        if (const auto cells = measuredCells(comparison, metric, generation);
            rows.size() < kMostMeasured && !cells.isEmpty())
            rows.emplace_back(metric, cells);
    const int before = rowCount();
    setRowCount(m_settings + static_cast<int>(rows.size()));
    for (int r = 0; r < static_cast<int>(rows.size()); ++r) {
        const auto& [metric, cells] = rows[static_cast<std::size_t>(r)];
        const QString title = tr("%1, generation %2").arg(metricTitle(metric), QString::number(generation));
        setItem(m_settings + r, 0, cell(title, differenceNote()));
        for (int c = 0; c < static_cast<int>(cells.size()); ++c)
            setItem(m_settings + r, c + 1, cell(cells[c], differenceNote()));
        setRowHeight(m_settings + r, static_cast<int>(scaled(kTwoLines)));
    }
    if (before != rowCount())
        updateGeometry();
}

// The first of what was measured is seen without scrolling.
QSize DifferencesTable::minimumSizeHint() const
{
    constexpr int kLeast = 64;
    return {240, rowCount() > m_settings
                     ? std::min(sizeHint().height(), kLeast + static_cast<int>(scaled(kTwoLines)))
                     : kLeast};
}

QSize DifferencesTable::sizeHint() const
{
    int rows = 0;
    for (int r = 0; r < rowCount(); ++r)
        rows += rowHeight(r);
    return {600, horizontalHeader()->sizeHint().height() + std::clamp(rows, kRowHeight, kMostInSight) + 6};
}

} // namespace hareloom::ui
