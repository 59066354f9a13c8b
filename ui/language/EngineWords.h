// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace hareloom::ui {

/// Which list of the engine a word comes from.
enum class EngineList {
    Teller,  // sentences about a run
    Metric,  // titles, units, equations
    Setting, // labels, help, choices
    Preset,  // titles, questions, stories, names of variants and kinds
    Theory,  // what a line of theory is
    Glossary,
    Engine, // all else
};

/// The engine's words in the window's language. What is in no list, as a title that somebody typed, stays as
/// it is.
QString engineWords(EngineList list, std::string_view english);

} // namespace hareloom::ui
