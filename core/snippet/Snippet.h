// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Word.h"
#include "core/store/Session.h"

#include <string>

namespace hareloom {

/// What a run can be copied as.
enum class SnippetLanguage {
    Shell,    // commands that make the session, its chart and its table again
    Python,   // reads the session with sqlite3 and pandas, draws the chart with matplotlib
    R,        // the same with RSQLite and ggplot2
    Pgfplots, // the chart with its numbers, for LaTeX
    Methods   // a paragraph that says what was done, with pandoc's citations: [@shumailov2024]
};
inline constexpr std::array<Word<SnippetLanguage>, 5> kSnippetLanguages = {
    {{SnippetLanguage::Shell, "shell"},
     {SnippetLanguage::Python, "python"},
     {SnippetLanguage::R, "r"},
     {SnippetLanguage::Pgfplots, "pgfplots"},
     {SnippetLanguage::Methods, "methods"}}};

/// The session in that language, a text that ends with a line break. `metric`: whose chart it is, as the
/// session calls it ("variance", "mean[0]"); empty: the first that was measured. The session is named by its
/// path as it was opened. Errors: InvalidInput (no such metric; nothing has been measured yet), InvalidFile,
/// System.
Result<std::string> snippetOf(SnippetLanguage language, const Session& session,
                              const std::string& metric = {});

} // namespace hareloom
