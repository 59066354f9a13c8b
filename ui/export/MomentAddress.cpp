// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/MomentAddress.h"

#include "core/address/AddressedExperiment.h"

namespace hareloom::ui {

QString momentAddress(const LabSession& session, ChainIndex chain, int generation)
{
    const auto address = addressOf(session.experiment(), chain, generation);
    return address ? QString::fromStdString(addressText(*address)) : QString();
}

} // namespace hareloom::ui
