// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/literature/Paper.h"

#include <string>

namespace hareloom {

/// The paper's entry, ASCII only; it ends with a line break.
std::string bibtex(const Paper& paper);

/// The entry of this program, of the version that made what is cited: "0.1.0". Characters that BibTeX would
/// read as its own are left out.
std::string bibtexOfProgram(std::string_view version);

} // namespace hareloom
