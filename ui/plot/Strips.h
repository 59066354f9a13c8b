// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <functional>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Paints a textured or gradient fill that covers `area`, strip by strip: Qt divides a fill of more than 95
/// rows of pixels among threads and waits for the last one, which takes many frames while an engine keeps the
/// cores busy. In a vector figure `paint` is called once.
void paintInStrips(QPainter& painter, const QRectF& area, const std::function<void()>& paint);

} // namespace hareloom::ui
