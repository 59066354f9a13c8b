// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/FilmstripPanel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

namespace hareloom::ui {

FilmstripPanel::FilmstripPanel(Filmstrip& filmstrip, const Actions& actions, QWidget* parent)
    : QWidget(parent)
{
    auto* buttons = new QVBoxLayout;
    buttons->setSpacing(kGrid / 2);
    buttons->addStretch();
    for (QAction* action : {actions.playback, actions.loop}) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setIconSize(QSize(20, 20));
        button->setFixedSize(40, 40);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(action->toolTip());
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addLayout(buttons);
    row->addWidget(&filmstrip, 1);
}

} // namespace hareloom::ui
