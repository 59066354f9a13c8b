// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/DurationText.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

QString durationText(double seconds)
{
    if (seconds < 90)
        return QCoreApplication::translate("DurationText", "%1 s").arg(std::lround(std::max(1.0, seconds)));
    const long minutes = std::lround(seconds / 60);
    return minutes < 90 ? QCoreApplication::translate("DurationText", "%1 min").arg(minutes)
                        : QCoreApplication::translate("DurationText", "%1 h %2 min")
                              .arg(minutes / 60)
                              .arg(minutes % 60);
}

} // namespace hareloom::ui
