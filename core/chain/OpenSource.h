// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Source.h"
#include "core/experiment/Experiment.h"

namespace hareloom {

/// The experiment's real data. Text is cut into tokens as its base model does. `experiment` is one of
/// expandVariants(). Errors: those of makeSource(); of text, those of the base model's tokenizer, too.
Result<std::shared_ptr<const Source>> openSource(const Experiment& experiment);

/// Where the base model of a language experiment is: the program's own, or a folder that is relative to the
/// experiment's. Errors: InvalidInput when there is none.
Result<std::string> baseModelFolder(const Experiment& experiment);

} // namespace hareloom
