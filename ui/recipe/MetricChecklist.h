// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/recipe/Recipe.h"

#include <QAbstractListModel>

namespace hareloom::ui {

/// Every metric of the catalogue with a tick where it is measured, those first that can be; one that cannot
/// has the reason as its tool tip and cannot be ticked. Names in the draft that the catalogue lists only by
/// variable ("mean[0]") come last.
class MetricChecklist : public QAbstractListModel
{
    Q_OBJECT
public:
    /// `recipe` outlives this.
    explicit MetricChecklist(Recipe& recipe, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row
    {
        std::string name;
        QString title, unavailable; // why it cannot be measured; empty when it can
        bool isMeasured = false;

        bool operator==(const Row&) const = default;
    };

    void reload();
    std::vector<Row> rowsOfDraft() const;

    Recipe& m_recipe;
    std::vector<Row> m_rows;
};

} // namespace hareloom::ui
