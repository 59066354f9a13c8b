// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QToolButton;
QT_END_NAMESPACE

namespace hareloom::ui {

/// The left edge: one button for each family that has a preset. In a low window the buttons are smaller; where they still
/// have no room they scroll.
class FamilyRail : public QWidget
{
    Q_OBJECT
public:
    explicit FamilyRail(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setFamily(const QString& family);

Q_SIGNALS:
    void familyChosen(const QString& family);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QList<QToolButton*> m_buttons;
};

} // namespace hareloom::ui
