// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/FamilyRail.h"

#include "ui/families/Faces.h"
#include "ui/plot/ViewText.h"
#include "ui/theme/Icons.h"

#include <QFontMetrics>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace hareloom::ui {

namespace {

constexpr int kIcon = 28, kSmallIcon = 18;
constexpr int kAround = 12; // a button's own margins

} // namespace

FamilyRail::FamilyRail(QWidget* parent) : QWidget(parent)
{
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the wheel and the focus scroll
    area->setFocusPolicy(Qt::NoFocus);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);
    auto* buttons = new QWidget(area);
    auto* column = new QVBoxLayout(buttons);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    for (const Face* face : faces()) {
        const QString family = fromView(face->family());
        auto* button = new QToolButton(buttons);
        button->setObjectName(QStringLiteral("family"));
        button->setProperty("family", family);
        button->setText(face->title());
        button->setToolTip(tr("Experiments with the %1 family").arg(button->text()));
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setIconSize(QSize(kIcon, kIcon));
        button->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
        button->setFont(themeFont(TextSize::Small));
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, this, [this, family] { Q_EMIT familyChosen(family); });
        m_buttons.append(button);
        column->addWidget(button);
    }
    column->addStretch();
    area->setWidget(buttons);
    area->viewport()->setAutoFillBackground(false);
    buttons->setAutoFillBackground(false);
    area->setMinimumWidth(buttons->minimumSizeHint().width());
}

void FamilyRail::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const int wanted = kIcon + QFontMetrics(themeFont(TextSize::Small)).height() + kAround;
    const int side = height() < int(m_buttons.size()) * wanted ? kSmallIcon : kIcon;
    for (QToolButton* button : m_buttons)
        button->setIconSize(QSize(side, side));
}

void FamilyRail::setTheme(const Theme& theme)
{
    for (QToolButton* button : m_buttons)
        button->setIcon(
            icon(faceOf(button->property("family").toString().toStdString()).glyph(), theme.text));
}

void FamilyRail::setFamily(const QString& family)
{
    for (QToolButton* button : m_buttons)
        if (button->property("family").toString() == family)
            button->setChecked(true);
}

} // namespace hareloom::ui
