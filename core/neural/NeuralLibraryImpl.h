// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/NeuralLibrary.h"

namespace hareloom::neural {

/// What this library offers; lives as long as the program.
const NeuralLibrary& libraryImpl();

} // namespace hareloom::neural
