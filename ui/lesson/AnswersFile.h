// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace hareloom::ui {

/// Where the answers to a lesson are kept from one time to the next; the folder is there afterwards.
QString answersPath(const std::string& lesson);
/// Where they lie beside a session that is saved: "run.answers.json" of "run.hareloom".
QString answersBeside(const QString& session);

} // namespace hareloom::ui
