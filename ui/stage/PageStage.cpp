// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/PageStage.h"

#include <QByteArray>
#include <QCoreApplication>

#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kSteps = 65534;
constexpr std::uint16_t kOutside = 65535;

} // namespace

QString picturesNote(int shown, int all)
{
    return shown < all
               ? QCoreApplication::translate(
                     "Page", "Of %1 pictures a generation this page shows %2, so that it stays light.")
                     .arg(all)
                     .arg(shown)
               : QString();
}

QJsonValue pageNumber(double value, int digits)
{
    if (!std::isfinite(value))
        return {};
    return QString::number(value, 'g', digits).toDouble();
}

QString pageBytes(std::span<const std::uint8_t> bytes)
{
    return QString::fromLatin1(QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()),
                                                       static_cast<qsizetype>(bytes.size()))
                                   .toBase64());
}

QString pagePlaces(std::span<const double> values, const AxisRange& range)
{
    std::vector<std::uint8_t> bytes;
    bytes.reserve(2 * values.size());
    for (const double value : values) {
        const double share = range.share(value);
        const std::uint16_t step =
            share >= 0 && share <= 1 ? static_cast<std::uint16_t>(std::lround(share * kSteps)) : kOutside;
        bytes.push_back(static_cast<std::uint8_t>(step & 0xFF));
        bytes.push_back(static_cast<std::uint8_t>(step >> 8));
    }
    return pageBytes(bytes);
}

} // namespace hareloom::ui
