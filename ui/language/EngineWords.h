// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace hareloom::ui {

/// Which of the engine's lists a word stands in.
enum class EngineList {
    Teller,       // sentences about a run
    Metric,       // titles, units, equations, meanings
    Setting,      // labels, help, the loop's policies
    Choices,      // of a setting, spelled out
    Preset,       // titles, questions, stories, names of variants
    Theory,       // what a line of theory is
    Glossary,     // terms and meanings
    Family,       // titles, and what its rows are called
    Availability, // why a metric cannot be had
    Catalogue,    // titles and summaries of what can be fetched
    State,        // classes, kinds and variables of the data that come with the program
    Fact,         // what the field guide tells of its topics
};

/// The engine's words in the window's language. What is in no list, as a title that somebody typed, stays as
/// it is.
QString engineWords(EngineList list, std::string_view english);

} // namespace hareloom::ui
