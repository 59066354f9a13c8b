// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Event.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace hareloom::ui {

/// The engine's sentence in the window's language (context "Teller").
QString words(const Event& event);
/// Why; empty where it is not known.
QString reasonWords(const Event& event);
/// Both.
QString fullWords(const Event& event);
/// One after another, without reasons.
QString allWords(const std::vector<Event>& events);
/// A line each; a reason that holds for several stands once.
QStringList linesOf(const std::vector<Event>& events);

} // namespace hareloom::ui
