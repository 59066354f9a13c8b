// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>

namespace hareloom::ui {

/// As long as this lives, Qt's hashes are filled in the same order in every process: a PDF's fonts stand in the
/// order of one.
class SteadyOrder
{
public:
    SteadyOrder() { QHashSeed::setDeterministicGlobalSeed(); }
    ~SteadyOrder() { QHashSeed::resetRandomGlobalSeed(); }
    SteadyOrder(const SteadyOrder&) = delete;
    SteadyOrder& operator=(const SteadyOrder&) = delete;
};

} // namespace hareloom::ui
