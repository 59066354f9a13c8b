// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hareloom {
struct PublishedCurve;
}

namespace hareloom::ui {

/// What a published curve is called in legends and tables: its source and which of its curves it is.
QString publishedName(const PublishedCurve& curve);

} // namespace hareloom::ui
