// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/VitalChooser.h"

#include "ui/theme/Theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr int kMostRowsSeen = 12, kWidth = 320;

} // namespace

VitalChooser::VitalChooser(QWidget* parent) : QFrame(parent, Qt::Popup), m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("popup"));
    setFrameShape(QFrame::StyledPanel);
    auto* title = new QLabel(tr("Vital signs to show, in this order"), this);
    title->setObjectName(QStringLiteral("caption"));
    title->setBuddy(m_list);
    m_list->setAccessibleName(tr("Vital signs to show, in this order"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->installEventFilter(this);
    m_up = addButton(tr("Up"), tr("Moves the row up (Alt+Up)"));
    m_down = addButton(tr("Down"), tr("Moves the row down (Alt+Down)"));
    m_usual = addButton(tr("Usual choice"), tr("Back to what this experiment shows by itself"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    buttons->addStretch();
    buttons->addWidget(m_usual);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    column->setSpacing(kGrid);
    column->addWidget(title);
    column->addWidget(m_list);
    column->addLayout(buttons);
    setFocusProxy(m_list);
    connect(m_up, &QToolButton::clicked, this, [this] { moveRow(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveRow(1); });
    connect(m_usual, &QToolButton::clicked, this, &VitalChooser::usualRequested);
    connect(m_list, &QListWidget::itemChanged, this, &VitalChooser::choiceChanged);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &VitalChooser::choiceChanged);
}

QToolButton* VitalChooser::addButton(const QString& text, const QString& tip)
{
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(tip);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void VitalChooser::setRows(const std::vector<Row>& rows)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const Row& row : rows) {
        auto* item = new QListWidgetItem(row.title, m_list);
        item->setData(Qt::UserRole, QString::fromStdString(row.metric));
        item->setToolTip(row.title);
        item->setFlags((item->flags() | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled) &
                       ~Qt::ItemIsDropEnabled);
        item->setCheckState(row.isShown ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setCurrentRow(0);
    const int seen = std::clamp(m_list->count(), 3, kMostRowsSeen);
    m_list->setFixedHeight(seen * std::max(24, m_list->sizeHintForRow(0)) + 6);
    setFixedWidth(kWidth);
}

std::vector<std::string> VitalChooser::chosen() const
{
    std::vector<std::string> metrics;
    for (int row = 0; row < m_list->count(); ++row)
        if (const QListWidgetItem* item = m_list->item(row); item->checkState() == Qt::Checked)
            metrics.push_back(item->data(Qt::UserRole).toString().toStdString());
    return metrics;
}

void VitalChooser::moveRow(int by)
{
    const int from = m_list->currentRow(), to = from + by;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    {
        const QSignalBlocker quiet(m_list);
        m_list->insertItem(to, m_list->takeItem(from));
        m_list->setCurrentRow(to);
    }
    Q_EMIT choiceChanged();
}

bool VitalChooser::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isUp = key->key() == Qt::Key_Up;
        if ((key->modifiers() & Qt::AltModifier) && (isUp || key->key() == Qt::Key_Down)) {
            moveRow(isUp ? -1 : 1);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace hareloom::ui
