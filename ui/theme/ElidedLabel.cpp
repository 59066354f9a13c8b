// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/ElidedLabel.h"

#include <QPainter>

namespace hareloom::ui {

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(), int(alignment()) | Qt::AlignVCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, width()));
}

} // namespace hareloom::ui
