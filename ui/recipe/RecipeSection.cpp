// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recipe/RecipeSection.h"

#include "ui/theme/Theme.h"

#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

namespace hareloom::ui {

RecipeSection::RecipeSection(const QString& title, const QString& key, bool isOpenAtFirst, QWidget* parent)
    : QWidget(parent),
      m_key(QStringLiteral("recipe/open-") + key),
      m_title(new QToolButton(this)),
      m_body(new QWidget(this)),
      m_column(new QVBoxLayout(m_body))
{
    m_title->setObjectName(QStringLiteral("section"));
    m_title->setText(title);
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_title->setFocusPolicy(Qt::StrongFocus);
    m_title->setFont(themeFont(TextSize::Body, QFont::DemiBold));
    m_column->setContentsMargins(kGrid / 2, 0, kGrid / 2, kGrid);
    m_column->setSpacing(kGrid);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_body);
    connect(m_title, &QToolButton::clicked, this, [this] { setOpen(!isOpen()); });
    show(QSettings().value(m_key, isOpenAtFirst).toBool());
}

void RecipeSection::add(QWidget* widget)
{
    m_column->addWidget(widget);
}

QString RecipeSection::title() const
{
    return m_title->text();
}

void RecipeSection::setTitle(const QString& title)
{
    m_title->setText(title);
}

bool RecipeSection::isOpen() const
{
    return !m_body->isHidden();
}

void RecipeSection::setOpen(bool open)
{
    QSettings().setValue(m_key, open);
    show(open);
}

void RecipeSection::show(bool open)
{
    m_body->setVisible(open);
    m_title->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_title->setAccessibleDescription(open ? tr("open") : tr("closed"));
}

} // namespace hareloom::ui
