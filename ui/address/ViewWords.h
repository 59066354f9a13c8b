// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace hareloom::ui {

/// How an address calls one of the stage's ways of looking ("all-generations" for "All generations"), which
/// views show in the user's language; empty where it has no word.
std::string viewWord(const QString& mode);

/// What views call it ("Chains"), for people; of what is no way of looking ("compare") a word of its own.
QString viewName(std::string_view word);

} // namespace hareloom::ui
