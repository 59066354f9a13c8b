// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"

#include <string>

namespace hareloom::cli {

/// An experiment that is spoken of, not run, and the version of the program that it is of.
struct NamedExperiment
{
    Experiment experiment;
    std::string version = HARELOOM_VERSION; // of a session: that made it
};

/// Of a session, an experiment file, a preset or an address; `set`: "path=value", which a session takes none
/// of. Errors: InvalidInput, InvalidFile, as a person is to read them.
Result<NamedExperiment> readNamedExperiment(const std::string& name,
                                            const std::vector<std::string>& set = {});

} // namespace hareloom::cli
