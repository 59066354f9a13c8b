// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QRectF>
#include <QString>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Line style of a variant: every third shares it, so that colour is never alone.
Qt::PenStyle variantStyle(std::size_t variant);

/// The variants' names and lines, flowing over as many rows as they need. Returns the height used or, without
/// a painter, needed; 0 for fewer than two variants.
double paintVariantLegend(QPainter* painter, const QRectF& area, const QStringList& titles,
                          const Theme& theme);

} // namespace hareloom::ui
