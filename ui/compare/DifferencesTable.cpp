// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/DifferencesTable.h"

#include "core/recipe/Differences.h"
#include "ui/language/EngineWords.h"
#include "ui/theme/Theme.h"

#include <QHeaderView>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr int kRowHeight = 22, kMostRowsInSight = 4;

QTableWidgetItem* cell(const QString& words, const QString& help)
{
    auto* item = new QTableWidgetItem(words);
    item->setToolTip(help);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return item;
}

} // namespace

DifferencesTable::DifferencesTable(QWidget* parent) : QTableWidget(parent)
{
    setObjectName(QStringLiteral("differences"));
    setAccessibleName(tr("Settings that differ"));
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
    setRowCount(std::max(1, static_cast<int>(rows.size())));
    for (int r = 0; r < static_cast<int>(rows.size()); ++r) {
        const SettingRow& row = rows[static_cast<std::size_t>(r)];
        const QString help = QString::fromStdString(row.field->path + ": " + row.field->help);
        setItem(r, 0, cell(engineWords(EngineList::Setting, settingLabel(*row.field)), help));
        for (int c = 0; c < static_cast<int>(row.values.size()); ++c)
            setItem(r, c + 1, cell(QString::fromStdString(row.values[static_cast<std::size_t>(c)]), help));
    }
    if (rows.empty()) {
        if (columnCount() > 1)
            setSpan(0, 0, 1, columnCount());
        setItem(0, 0, cell(tr("All settings are the same."), {}));
    }
    updateGeometry();
}

QSize DifferencesTable::sizeHint() const
{
    const int rows = std::clamp(rowCount(), 1, kMostRowsInSight);
    return {600, horizontalHeader()->sizeHint().height() + rows * kRowHeight + 6};
}

} // namespace hareloom::ui
