// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/LabSession.h"

#include <QString>

namespace hareloom::ui {

/// The text of the address that opens `generation` of `chain` in Hareloom (docs/addresses.md): what report,
/// page and figure print and what their QR codes hold. Empty where none can be written. GUI thread.
QString momentAddress(const LabSession& session, ChainIndex chain, int generation);

} // namespace hareloom::ui
