// SPDX-License-Identifier: GPL-3.0-or-later
// Where libcurl was left out (HARELOOM_DOWNLOAD=OFF).
#include "core/download/Transfer.h"

namespace hareloom {

TransferOutcome transfer(const TransferRequest& request, PartFile&)
{
    return {TransferEnd::Refused, request.address + ": this Hareloom was built without libcurl"};
}

} // namespace hareloom
