// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/language/TextChooser.h"

#include "ui/theme/ElidingBox.h"
#include "ui/theme/Theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr int kTextsWidth = 184, kListWidth = 480;

} // namespace

TextChooser::TextChooser(QWidget* parent)
    : QWidget(parent),
      m_texts(new ElidingBox(this)),
      m_with(new ElidingBox(this)),
      m_previous(addButton(QStringLiteral("‹"), tr("Previous text (Page Up)"), -1)),
      m_next(addButton(QStringLiteral("›"), tr("Next text (Page Down)"), 1))
{
    m_texts->setFocusPolicy(Qt::TabFocus);
    m_texts->setAccessibleName(tr("Text"));
    m_texts->setToolTip(tr("Which prompt's answers are read, or which generated passage"));
    m_texts->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_texts->setFixedWidth(kTextsWidth);
    m_texts->view()->setMinimumWidth(kListWidth);
    m_texts->view()->setTextElideMode(Qt::ElideRight);
    m_with->setFocusPolicy(Qt::TabFocus);
    m_with->setAccessibleName(tr("Compared with"));
    m_with->setToolTip(tr("With which generation the words are compared"));
    m_with->addItems({tr("with generation 0"), tr("with the one before")});
    m_with->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_with->setFixedWidth(kTextsWidth);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid / 2);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_previous, m_texts, m_next, m_with})
        row->addWidget(widget);
    row->addStretch();
    setTabOrder(m_previous, m_texts);
    setTabOrder(m_texts, m_next);
    setTabOrder(m_next, m_with);
    connect(m_texts, &QComboBox::activated, this, &TextChooser::choiceMade);
    connect(m_with, &QComboBox::activated, this, [this](int index) { Q_EMIT comparisonMade(index == 1); });
}

QToolButton* TextChooser::addButton(const QString& text, const QString& name, int steps)
{
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::TabFocus);
    button->setCursor(Qt::ArrowCursor);
    connect(button, &QToolButton::clicked, this, [this, steps] { stepBy(steps); });
    return button;
}

void TextChooser::setChoices(const QStringList& names, int choice)
{
    QStringList offered;
    for (int i = 0; i < m_texts->count(); ++i)
        offered << m_texts->itemText(i);
    if (offered != names) {
        m_texts->clear();
        m_texts->addItems(names);
    }
    const int last = static_cast<int>(names.size()) - 1;
    m_texts->setCurrentIndex(std::clamp(choice, 0, std::max(0, last)));
    m_previous->setEnabled(m_texts->currentIndex() > 0);
    m_next->setEnabled(m_texts->currentIndex() < last);
}

void TextChooser::setComparison(bool compares, bool beforeOnly)
{
    m_with->setVisible(compares);
    m_with->setCurrentIndex(beforeOnly ? 1 : 0);
}

void TextChooser::stepBy(int steps)
{
    const int wanted = m_texts->currentIndex() + steps;
    if (wanted >= 0 && wanted < m_texts->count())
        Q_EMIT choiceMade(wanted);
}

} // namespace hareloom::ui
