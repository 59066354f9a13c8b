// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/PanelChooser.h"

#include "ui/theme/ElidingBox.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QSpinBox>

namespace hareloom::ui {

namespace {

constexpr int kChosenAtFirst = 4;

} // namespace

PanelChooser::PanelChooser(QWidget* parent)
    : QWidget(parent),
      m_list(new QListWidget(this)),
      m_columns(new QSpinBox(this)),
      m_letters(new ElidingBox(this))
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, kGrid, 0, 0);
    form->setVerticalSpacing(kGrid);
    m_list->setAccessibleName(tr("Panels, in their order"));
    m_list->setToolTip(tr("Ticked charts are panels; drag one to another place"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setMinimumHeight(80);
    form->addRow(m_list);
    m_columns->setRange(1, kMostSheetColumns);
    m_columns->setValue(SheetChoice().columns);
    m_columns->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_columns->setAccessibleName(tr("Columns"));
    m_letters->addItems({tr("No letters"), QStringLiteral("a, b, c"), QStringLiteral("A, B, C"),
                         QStringLiteral("(a), (b), (c)")}); // in the order of PanelLetters
    m_letters->setCurrentIndex(static_cast<int>(SheetChoice().letters));
    m_letters->setAccessibleName(tr("Letters"));
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(m_columns);
    row->addWidget(m_letters, 1);
    form->addRow(tr("Columns, letters"), row);
    connect(m_list, &QListWidget::itemChanged, this, &PanelChooser::changed);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &PanelChooser::changed);
    connect(m_columns, &QSpinBox::valueChanged, this, &PanelChooser::changed);
    connect(m_letters, &QComboBox::currentIndexChanged, this, &PanelChooser::changed);
}

void PanelChooser::setCharts(const QStringList& names)
{
    const QSignalBlocker quiet(m_list);
    const bool isNew = m_list->count() != names.size();
    if (isNew)
        m_list->clear();
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (!isNew) { // another generation: the same charts under other names
            for (int row = 0; row < m_list->count(); ++row)
                if (m_list->item(row)->data(Qt::UserRole).toInt() == i)
                    m_list->item(row)->setText(names[i]);
            continue;
        }
        auto* item = new QListWidgetItem(names[i], m_list);
        item->setData(Qt::UserRole, static_cast<int>(i));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable |
                       Qt::ItemIsDragEnabled);
        item->setCheckState(i < kChosenAtFirst ? Qt::Checked : Qt::Unchecked);
    }
}

std::vector<std::size_t> PanelChooser::chosen() const
{
    std::vector<std::size_t> indices;
    for (int row = 0; row < m_list->count(); ++row)
        if (const QListWidgetItem* item = m_list->item(row); item->checkState() == Qt::Checked)
            indices.push_back(static_cast<std::size_t>(item->data(Qt::UserRole).toInt()));
    return indices;
}

SheetChoice PanelChooser::sheet() const
{
    return {m_columns->value(), static_cast<PanelLetters>(m_letters->currentIndex())};
}

} // namespace hareloom::ui
