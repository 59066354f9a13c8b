// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace hareloom::ui {

/// The words of the page's script in the window's language, by the name that the script has for them; %1, %2
/// stand for values.
QJsonObject pageWords();
/// Of these words, as HTML names it: "en".
QString pageLanguage();

} // namespace hareloom::ui
