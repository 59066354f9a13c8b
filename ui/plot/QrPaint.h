// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Paints the text as a QR code into the middle of `area`, as large a square as it holds: black modules on
/// white, quiet zone included, in every theme. In a picture of dots each module takes whole dots, so that it
/// is sharp at any scale. False, and nothing painted, where the text is empty or longer than a code holds
/// (core/address/QrCode.h).
bool paintQr(QPainter& painter, const QRectF& area, const QString& text);

} // namespace hareloom::ui
