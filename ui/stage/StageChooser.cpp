// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/StageChooser.h"

#include "ui/theme/ElidingBox.h"
#include "ui/theme/Theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr int kBoxWidth = 184, kListWidth = 480;

} // namespace

StageChooser::StageChooser(QWidget* parent)
    : QWidget(parent),
      m_choices(new ElidingBox(this)),
      m_with(new ElidingBox(this)),
      m_previous(addButton(QStringLiteral("‹"), -1)),
      m_next(addButton(QStringLiteral("›"), 1))
{
    m_choices->setFocusPolicy(Qt::TabFocus);
    m_choices->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choices->setFixedWidth(kBoxWidth);
    m_choices->view()->setMinimumWidth(kListWidth);
    m_choices->view()->setTextElideMode(Qt::ElideRight);
    m_with->setFocusPolicy(Qt::TabFocus);
    m_with->setAccessibleName(tr("Compared with"));
    m_with->setToolTip(tr("With which generation the words are compared"));
    m_with->addItems({tr("with generation 0"), tr("with the one before")});
    m_with->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_with->setFixedWidth(kBoxWidth);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid / 2);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_previous, m_choices, m_next, m_with})
        row->addWidget(widget);
    row->addStretch();
    setTabOrder(m_previous, m_choices);
    setTabOrder(m_choices, m_next);
    setTabOrder(m_next, m_with);
    connect(m_choices, &QComboBox::activated, this, &StageChooser::choiceMade);
    connect(m_with, &QComboBox::activated, this, [this](int index) { Q_EMIT comparisonMade(index == 1); });
}

QToolButton* StageChooser::addButton(const QString& text, int steps)
{
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setFocusPolicy(Qt::TabFocus);
    button->setCursor(Qt::ArrowCursor);
    connect(button, &QToolButton::clicked, this, [this, steps] { stepBy(steps); });
    return button;
}

void StageChooser::setWords(const ChoiceWords& words)
{
    if (m_choices->accessibleName() == words.name && m_choices->toolTip() == words.help)
        return; // who reads the screen is told of every name that is set
    m_choices->setAccessibleName(words.name);
    m_choices->setToolTip(words.help);
    for (const auto& [button, name] :
         {std::pair(m_previous, words.previous), std::pair(m_next, words.next)}) {
        button->setAccessibleName(name);
        button->setToolTip(name);
    }
}

void StageChooser::setChoices(const QStringList& names, int choice)
{
    QStringList offered;
    for (int i = 0; i < m_choices->count(); ++i)
        offered << m_choices->itemText(i);
    if (offered != names) {
        m_choices->clear();
        m_choices->addItems(names);
    }
    const int last = static_cast<int>(names.size()) - 1;
    m_choices->setCurrentIndex(std::clamp(choice, 0, std::max(0, last)));
    m_previous->setEnabled(m_choices->currentIndex() > 0);
    m_next->setEnabled(m_choices->currentIndex() < last);
}

void StageChooser::setComparison(bool compares, bool beforeOnly)
{
    m_with->setVisible(compares);
    m_with->setCurrentIndex(beforeOnly ? 1 : 0);
}

void StageChooser::stepBy(int steps)
{
    const int wanted = m_choices->currentIndex() + steps;
    if (wanted >= 0 && wanted < m_choices->count())
        Q_EMIT choiceMade(wanted);
}

} // namespace hareloom::ui
