// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <span>
#include <string_view>

namespace hareloom {

/// An experiment that ships with the program: resources/presets/<id>.json, embedded at build time.
struct Preset
{
    std::string_view id;   // "old-faithful"
    std::string_view text; // JSON
};

/// In the order the gallery shows them.
std::span<const Preset> presets();
/// The one a new window opens on.
inline constexpr std::string_view kDefaultPreset = "old-faithful";
/// Errors: InvalidInput, naming the presets there are.
Result<Experiment> loadPreset(std::string_view id);

} // namespace hareloom
