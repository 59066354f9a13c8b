// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace hareloom::ui {

/// "42%", and "8.7%" below ten percent, in the words of the text stage. `share` in [0, 1].
inline QString shareText(double share)
{
    return QCoreApplication::translate("TextStage", "%1%")
        .arg(QString::number(100 * share, 'f', share > 0 && share < 0.0995 ? 1 : 0));
}

} // namespace hareloom::ui
