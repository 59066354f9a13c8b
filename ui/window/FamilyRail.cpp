// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/FamilyRail.h"

#include "ui/families/Faces.h"
#include "ui/plot/ViewText.h"
#include "ui/theme/Icons.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace hareloom::ui {

FamilyRail::FamilyRail(QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    for (const Face* face : faces()) {
        const QString family = fromView(face->family());
        auto* button = new QToolButton(this);
        button->setObjectName(QStringLiteral("family"));
        button->setProperty("family", family);
        button->setText(face->title());
        button->setToolTip(tr("Experiments with the %1 family").arg(button->text()));
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setIconSize(QSize(28, 28));
        button->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
        button->setFont(themeFont(TextSize::Small));
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, this, [this, family] { Q_EMIT familyChosen(family); });
        m_buttons.append(button);
        column->addWidget(button);
    }
    column->addStretch();
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
