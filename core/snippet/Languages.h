// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/snippet/SnippetChart.h"

#include <string>

// One function and one file for each language; snippetOf() chooses. All hold the same chart.

namespace hareloom {

std::string pythonSnippet(const Session& session, const SnippetChart& chart);
std::string rSnippet(const Session& session, const SnippetChart& chart);
std::string pgfplotsSnippet(const Session& session, const SnippetChart& chart);
std::string shellSnippet(const Session& session, const std::string& metric);
std::string methodsSnippet(const Session& session);

/// "Variance by generation, from faithful.hareloom", for a comment.
std::string subjectOf(const Session& session, const SnippetChart& chart);
/// A template of this room's, by its name without ending.
std::string_view snippetTemplate(std::string_view name);

} // namespace hareloom
