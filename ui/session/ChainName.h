// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/LabSession.h"

#include <QString>

namespace hareloom::ui {

/// What people call a chain, everywhere: its variant and its number within it, from 1 ("Replace · chain 3"),
/// as far as there are several of either; empty where there is just the one. Tables, file names and the
/// command line count all chains from 0.
QString chainName(const LabSession& session, ChainIndex chain);

} // namespace hareloom::ui
