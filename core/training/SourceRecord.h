// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Source.h"
#include "core/experiment/Experiment.h"

#include <memory>
#include <string>
#include <vector>

namespace hareloom {

/// What is remembered of real data that were read from files: which they were, and what their variables and
/// states are called.
struct SourceRecord
{
    std::string digest; // SHA-256 of all rows and of the states' names, hexadecimal; empty: nothing is read
                        // from files
    std::vector<std::string> variables, states; // of tables

    bool operator==(const SourceRecord&) const = default;
};

/// Of `source`, which was opened for `variant`: reads all rows. Empty where the variant reads nothing from
/// files.
SourceRecord recordOf(const Experiment& variant, const Source& source);

/// Of each variant, in order. Opens each source, so what cannot be read is found. Errors: those of
/// openSource().
Result<std::vector<SourceRecord>> recordSources(const std::vector<Experiment>& variants);

/// The names alone, for writing samples of a table that is gone; it has no rows. Null where they are not
/// known.
std::shared_ptr<const Source> namesOf(const SourceRecord& record);

} // namespace hareloom
