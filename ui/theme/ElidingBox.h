// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace hareloom::ui {

/// A choice that gives way where there is little room: what of its words does not fit ends in "…", and the
/// tool tip has them whole.
class ElidingBox : public QComboBox
{
    Q_OBJECT
public:
    using QComboBox::QComboBox;

    /// The words as they are painted now.
    QString shownText() const;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace hareloom::ui
