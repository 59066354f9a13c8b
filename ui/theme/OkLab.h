// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace hareloom::ui {

/// A colour in OKLab, where equal distances look equally different (B. Ottosson, 2020,
/// https://bottosson.github.io/posts/oklab/).
struct OkLab
{
    double lightness = 0, a = 0, b = 0;
};

OkLab toOkLab(const QColor& colour);
/// The nearest sRGB colour; opaque.
QColor fromOkLab(const OkLab& lab);
/// From `from` at t = 0 to `to` at t = 1, in even steps for the eye. Alpha is mixed too.
QColor mix(const QColor& from, const QColor& to, double t);
QColor withAlpha(QColor colour, double alpha);

/// Contrast of two opaque colours as WCAG 2.1 defines it, in [1, 21].
double contrastRatio(const QColor& one, const QColor& other);

} // namespace hareloom::ui
