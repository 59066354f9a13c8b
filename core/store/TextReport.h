// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Generation.h"

#include <string>
#include <vector>

namespace hareloom {

enum class TextFormat { Markdown, Html, Text, Csv };

/// What the language models of one chain wrote, to be read elsewhere.
struct TextReport
{
    std::string title, question, origin;    // UTF-8; any may be empty
    std::vector<GenerationPtr> generations; // in order; those without text are left out
};

/// Every prompt with each generation's answer, then every kept passage with what it continues, then the words that were
/// lost, in their order, where they were kept.
/// Markdown and HTML mark the phrases that a text repeats (bold; underlined), HTML is one file in the light.
/// CSV (RFC 4180): `generation,kind,number,prompt,text`, kind "prompt" or "passage", numbers from 1;
/// kind "lost": the word as text, the number how often it stands in the real text.
std::string textReport(const TextReport& report, TextFormat format);

} // namespace hareloom
