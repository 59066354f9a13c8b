// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/SideColumn.h"

#include <QAction>
#include <QCoreApplication>
#include <QToolButton>
#include <QVBoxLayout>

namespace hareloom::ui {

SideColumn::SideColumn(QWidget& rail, const Actions& actions, QWidget* parent) : QWidget(parent)
{
    auto* home = new QToolButton(this);
    home->setDefaultAction(actions.gallery);
    home->setObjectName(QStringLiteral("family")); // looks like the buttons below it
    home->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    home->setText(QCoreApplication::translate("SideColumn", "Gallery"));
    home->setAccessibleName(QCoreApplication::translate("SideColumn", "Gallery of experiments"));
    home->setIconSize(QSize(28, 28));
    home->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setMinimumWidth(72);
    home->setFont(themeFont(TextSize::Small));
    home->setFocusPolicy(Qt::TabFocus);
    // The action's own words are for the menu.
    connect(actions.gallery, &QAction::changed, home,
            [home] { home->setText(QCoreApplication::translate("SideColumn", "Gallery")); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addWidget(home);
    column->addWidget(&rail, 1);
}

} // namespace hareloom::ui
