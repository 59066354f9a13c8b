// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// An experiment that ships with the program: resources/presets/<id>.json, embedded at build time.
struct Preset
{
    std::string_view id;   // "old-faithful"
    std::string_view text; // JSON
};

std::span<const Preset> presets();

/// How the presets are offered: resources/gallery.json, embedded at build time.
struct PresetOrder
{
    struct Question
    {
        std::string question;
        std::vector<std::string> presets; // ids
    };
    std::vector<std::string> path;     // ids: where to start, and how to go on
    std::vector<Question> questions;   // the others, by what they ask
    std::vector<std::string> compared; // ids: their question is a comparison of their variants, and they open in it
};
/// Read once, at the first call. A test holds that it names every preset once, and no other.
const PresetOrder& presetOrder();
/// The one a new window opens on.
inline constexpr std::string_view kDefaultPreset = "old-faithful";
/// Errors: InvalidInput, naming the presets that are called most alike.
Result<Experiment> loadPreset(std::string_view id);

} // namespace hareloom
