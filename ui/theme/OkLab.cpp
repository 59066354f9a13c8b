// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/OkLab.h"

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double gamma(double channel)
{
    const double c = std::clamp(channel, 0.0, 1.0);
    return c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - 0.055;
}

double luminance(const QColor& c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

OkLab toOkLab(const QColor& colour)
{
    const double r = linear(colour.redF()), g = linear(colour.greenF()), b = linear(colour.blueF());
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

QColor fromOkLab(const OkLab& lab)
{
    const double l = std::pow(lab.lightness + 0.3963377774 * lab.a + 0.2158037573 * lab.b, 3);
    const double m = std::pow(lab.lightness - 0.1055613458 * lab.a - 0.0638541728 * lab.b, 3);
    const double s = std::pow(lab.lightness - 0.0894841775 * lab.a - 1.2914855480 * lab.b, 3);
    return QColor::fromRgbF(float(gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)),
                            float(gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)),
                            float(gamma(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)));
}

QColor mix(const QColor& from, const QColor& to, double t)
{
    const OkLab f = toOkLab(from), g = toOkLab(to);
    const auto at = [t](double x, double y) { return x + (y - x) * t; };
    QColor colour = fromOkLab({at(f.lightness, g.lightness), at(f.a, g.a), at(f.b, g.b)});
    colour.setAlphaF(float(at(from.alphaF(), to.alphaF())));
    return colour;
}

QColor withAlpha(QColor colour, double alpha)
{
    colour.setAlphaF(float(alpha));
    return colour;
}

double contrastRatio(const QColor& one, const QColor& other)
{
    const double x = luminance(one), y = luminance(other);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace hareloom::ui
