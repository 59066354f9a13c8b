// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recipe/MetricChecklist.h"

#include "core/metrics/Catalogue.h"
#include "core/metrics/MetricWords.h"
#include "core/recipe/MetricAvailability.h"
#include "ui/language/EngineWords.h"
#include "ui/plot/ViewText.h"
#include "ui/theme/PlainWords.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace hareloom::ui {

namespace {

const char* const kPath = "evaluation.metrics";

/// What the metric tells, in plain words, and its name in files.
QString explanation(const std::string& metric)
{
    const MetricWords* words = findMetricWords(metric);
    const QString name = QString::fromStdString(metric);
    return words ? folded(MetricChecklist::tr("%1. %2\nIn files: %3")
                              .arg(engineWords(EngineList::Metric, words->plain),
                                   engineWords(EngineList::Metric, words->meaning), name))
                 : name;
}


} // namespace

MetricChecklist::MetricChecklist(Recipe& recipe, QObject* parent)
    : QAbstractListModel(parent), m_recipe(recipe), m_rows(rowsOfDraft())
{
    connect(&recipe, &Recipe::changed, this, &MetricChecklist::reload);
}

std::vector<MetricChecklist::Row> MetricChecklist::rowsOfDraft() const
{
    const Experiment& draft = m_recipe.draft();
    const auto& measured = draft.evaluation.metrics;
    std::vector<Row> rows;
    for (const MetricInfo& info : metricCatalogue()) {
        Row row{std::string(info.name), engineWords(EngineList::Metric, info.title), {}, false};
        row.isMeasured = std::find(measured.begin(), measured.end(), row.name) != measured.end();
        if (const auto why = whyUnavailable(row.name, draft))
            row.unavailable = tr("Not available: %1.").arg(engineWords(EngineList::Availability, *why));
        rows.push_back(std::move(row));
    }
    std::stable_partition(rows.begin(), rows.end(),
                          [](const Row& row) { return row.unavailable.isEmpty() || row.isMeasured; });
    for (const std::string& name : measured)
        if (std::none_of(rows.begin(), rows.end(), [&](const Row& row) { return row.name == name; })) {
            const MetricInfo* info = findMetric(name);
            const QString title = info ? engineWords(EngineList::Metric, info->title) + QLatin1Char(' ') +
                                             QString::fromStdString(name.substr(info->name.size()))
                                       : QString::fromStdString(name);
            rows.push_back({name, title, {}, true});
        }
    return rows;
}

void MetricChecklist::reload()
{
    auto rows = rowsOfDraft();
    if (rows == m_rows)
        return;
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

int MetricChecklist::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant MetricChecklist::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::CheckStateRole:
        return static_cast<int>(row.isMeasured ? Qt::Checked : Qt::Unchecked);
    case Qt::ToolTipRole:
        return row.unavailable.isEmpty() ? explanation(row.name) : row.unavailable;
    case Qt::AccessibleDescriptionRole:
        return row.unavailable;
    default:
        return {};
    }
}

// A metric that is measured and has become unavailable may still be taken away.
Qt::ItemFlags MetricChecklist::flags(const QModelIndex& index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return Qt::NoItemFlags;
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const bool isOpen = row.unavailable.isEmpty() || row.isMeasured;
    return Qt::ItemIsSelectable | Qt::ItemNeverHasChildren |
           (isOpen ? Qt::ItemIsEnabled | Qt::ItemIsUserCheckable : Qt::NoItemFlags);
}

bool MetricChecklist::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    const std::string name = m_rows[static_cast<std::size_t>(index.row())].name;
    std::vector<std::string> names = m_recipe.draft().evaluation.metrics;
    std::erase(names, name);
    if (value.toInt() == Qt::Checked)
        names.push_back(name);
    // Taking one away and back again is no change: the order is that of the preset.
    const auto& first = m_recipe.base().evaluation.metrics;
    if (names.size() == first.size() && std::is_permutation(names.begin(), names.end(), first.begin()))
        names = first;
    m_recipe.endTyping();
    return m_recipe.set(*findField(kPath), nlohmann::json(names)).ok();
}

} // namespace hareloom::ui
