// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Rng.h"
#include "core/text/GuideTemplate.h"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// What the names between braces of a template stand for.
using Facts = std::map<std::string, std::string, std::less<>>;

/// One kind of topic of the field guide, as its file in resources/fieldguide says it.
struct GuideKind
{
    std::string name; // "parish church"
    int topics = 0;
    std::string key, title; // templates: what a topic is recognised by, and its heading
    std::vector<std::pair<std::string, std::string>>
        facts;                                    // name, alternatives parted by " | "; bound once a topic
    std::vector<std::string> openings, sentences; // templates
    std::vector<Facts> given;                     // topics whose facts are fixed: the first ones
    std::string prompt;                           // of the first given topic; may be empty
};

/// A kind from its file; resources/README.md describes the lines. Errors: InvalidFile naming the line.
Result<GuideKind> parseGuideKind(std::string_view text, const std::string& origin);

/// Writes a template (GuideTemplate.h). `accept` says whether an invented name may be used. A fact that is not there is a bug in
/// the grammar and throws.
std::string expand(std::string_view pattern, const Facts& facts, Rng& rng,
                   const std::function<bool(const std::string&)>& accept);

/// What a part of kind Fact stands for. A fact that is not there is a bug in the grammar and throws.
std::string valueOf(const GuidePart& part, const Facts& facts);

/// With a capital in front, as a sentence begins.
std::string capitalised(std::string text);

/// The alternatives of a fact: parted by " | ".
std::vector<std::string_view> alternativesOf(std::string_view text);

} // namespace hareloom
