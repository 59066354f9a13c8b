// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/address/Address.h"

#include <string>
#include <vector>

namespace hareloom {

/// The experiment that an address names, whole and valid.
struct AddressedExperiment
{
    Experiment experiment;
    std::vector<std::string> notes; // what a setting took with it, a sentence each; mostly none
};

/// Loads the preset and changes it as the address says. A setting that names a file may name only what the
/// program's presets and its catalogue do: an address comes from elsewhere, and this machine's files are none
/// of its business. Errors: InvalidInput, naming the part: no such preset, no such setting, a value that is
/// not allowed, a file, a variant, chain or generation that the experiment does not have.
Result<AddressedExperiment> experimentOf(const Address& address);

/// The address of an experiment, without a moment: from the preset with the fewest other settings that leads
/// to the same chains. `title` does not count, nor what is told of it. Errors: InvalidInput, saying why none
/// can be written: its data are a file, or it differs from every preset in what an address cannot hold.
Result<Address> addressOf(const Experiment& experiment);
/// The same with the moment: `chain` counts all chains of all variants, from 0; the variant and the replicate are
/// named where there are several. `generation` from 0.
Result<Address> addressOf(const Experiment& experiment, std::int64_t chain,
                          std::optional<std::int64_t> generation);

/// "Generation 37 of chain 2 of the variant Accumulate, in the view chains": where an address leads, for
/// people; empty where it points nowhere.
std::string placeText(const Address& address, const Experiment& experiment);

} // namespace hareloom
