// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/FilmstripPanel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QToolButton>

namespace hareloom::ui {

namespace {

constexpr int kWidestStride = 1000;

} // namespace

FilmstripPanel::FilmstripPanel(Filmstrip& filmstrip, GenerationCursor& cursor, const Actions& actions,
                               QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* pair = new QHBoxLayout;
    pair->setSpacing(kGrid);
    pair->addWidget(makeButton(actions.playback));
    pair->addWidget(makeButton(actions.loop));
    pair->addWidget(makeButton(actions.branch));
    auto* caption = new QLabel(tr("Every n-th"), this);
    caption->setObjectName(QStringLiteral("muted"));
    caption->setFont(themeFont(TextSize::Small));
    QWidget* stride = makeStride(cursor);
    caption->setBuddy(stride);
    auto* column = new QVBoxLayout;
    column->setSpacing(kGrid / 2);
    column->addStretch();
    column->addLayout(pair);
    column->addWidget(caption);
    column->addWidget(stride);
    column->addStretch();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addLayout(column);
    row->addWidget(&filmstrip, 1);
}

QWidget* FilmstripPanel::makeButton(QAction* action)
{
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setIconSize(QSize(20, 20));
    button->setFixedSize(44, 40);
    button->setFocusPolicy(Qt::TabFocus);
    const auto name = [button, action] { button->setAccessibleName(action->toolTip()); };
    connect(action, &QAction::changed, button, name);
    name();
    return button;
}

QWidget* FilmstripPanel::makeStride(GenerationCursor& cursor)
{
    auto* stride = new QSpinBox(this);
    stride->setRange(1, kWidestStride);
    stride->setFocusPolicy(Qt::StrongFocus);
    stride->setKeyboardTracking(false);
    stride->setAccessibleName(tr("Show every n-th generation"));
    stride->setSpecialValueText(tr("all"));
    stride->setToolTip(tr("Frames, playback and the arrow keys visit every n-th generation, and the last"));
    connect(stride, &QSpinBox::valueChanged, &cursor, &GenerationCursor::setStride);
    return stride;
}

} // namespace hareloom::ui
