// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace hareloom {

/// A text file that ships inside the program: its name without ending (of lessons "folder/file.ending"), and its text.
struct EmbeddedText
{
    std::string_view id;
    std::string_view text;
};

std::span<const EmbeddedText> embeddedTables();     // resources/data/*.csv
std::span<const EmbeddedText> embeddedPresets();    // resources/presets/*.json
std::span<const EmbeddedText> embeddedGallery();    // resources/gallery.json
std::span<const EmbeddedText> embeddedPublished();  // resources/published/*.json
std::span<const EmbeddedText> embeddedLiterature(); // docs/literature.md alone
std::span<const EmbeddedText> embeddedFieldGuide(); // resources/fieldguide/*.txt, in the order of the kinds
std::span<const EmbeddedText> embeddedLessons();    // resources/lessons/*/*, in the order of the lessons
std::span<const EmbeddedText> embeddedSkeleton();   // resources/skeleton/*, the lesson that one starts from
std::span<const EmbeddedText> embeddedSnippets();   // core/snippet/templates/*

} // namespace hareloom
