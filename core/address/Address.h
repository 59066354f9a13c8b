// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/experiment/Experiment.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// A branch within an address: from generation `at` on, variant `from` also goes on with other settings.
struct AddressBranch
{
    std::int64_t at = 1;
    std::size_t from = 0; // the variant's number, from 0
    SettingList set;      // values as setField() takes them
};

/// A moment of an experiment, in one line that is pasted, clicked or scanned (docs/addresses.md):
/// "hareloom:?preset=old-faithful&set=policy.realShare=0.1&generation=37&view=density". It sets what an
/// experiment may set and names no file; nothing runs because of it until a person has agreed.
struct Address
{
    std::string preset;                  // its id
    SettingList set;                     // changed settings; values as setField() takes them
    std::vector<AddressBranch> branches; // one after the other
    std::string variant;               // that is looked at: its number from 1, or its title; empty: the first
    std::optional<std::int64_t> chain; // of the variant, from 1
    std::optional<std::int64_t> generation; // from 0
    std::vector<std::string> views;         // of kViews; empty: the usual one

    bool pointsSomewhere() const { return !variant.empty() || chain || generation || !views.empty(); }
};

/// What the window can show: the stage's ways of looking, and what takes its place.
inline constexpr std::array<std::string_view, 17> kViews = {
    "density", "all-generations", "density-and-rows", "rows",   "frequencies", "lost",
    "samples", "latents",         "classes",          "pages",  "difference",  "perplexity",
    "topics",  "chains",          "compare",          "present", "lifetimes"};

/// In characters. As a QR code it can still be scanned from a slide.
inline constexpr std::size_t kLongestAddress = 2000;

/// Whether the text begins as an address does, "hareloom:" in any case: then it names neither file nor
/// preset.
bool isAddress(std::string_view text);

/// Reads an address. What no program could have written (control characters, bytes that are no UTF-8, unknown
/// parts) is refused, and so is one that is too long. Whether preset and settings exist is experimentOf()'s
/// to say. Errors: InvalidInput, one sentence that names the part.
Result<Address> parseAddress(std::string_view text);

/// The address in ASCII, with everything percent-encoded that a mail or a browser could take for its own.
std::string addressText(const Address& address);

} // namespace hareloom
