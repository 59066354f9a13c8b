// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QSizeF>

#include <algorithm>

namespace hareloom::ui {

/// The scale of words inside a view: what the user chose, but no more than leaves the data their room.
/// `atOne`: the size from which on the view has room for words of 100%.
inline double fittingScale(const QSizeF& size, const QSizeF& atOne)
{
    const double room = std::min(size.width() / atOne.width(), size.height() / atOne.height());
    return std::min(fontScale(), std::max(1.0, room));
}

} // namespace hareloom::ui
