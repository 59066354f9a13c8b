// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace hareloom::ui {

/// The window's colours for what the script draws, by "light" and "dark": {"ramp": generations, oldest first,
/// "words": the same as words, "surface", "text", ...}.
QJsonObject pageColours();
/// The same as properties of style, and how lines are told apart: for resources/page/page.css.
QByteArray pageColourRules();

} // namespace hareloom::ui
