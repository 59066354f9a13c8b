// SPDX-License-Identifier: GPL-3.0-or-later
// Where libcurl and libzip were left out (HARELOOM_DOWNLOAD=OFF).
#include "core/download/Transfer.h"
#include "core/download/Unpack.h"

namespace hareloom {

TransferOutcome transfer(const TransferRequest& request, PartFile&)
{
    return {TransferEnd::Refused, request.address + ": this Hareloom was built without libcurl"};
}

Result<void> unpack(const std::string& archive, const std::vector<std::string>&, const std::string&,
                    const StopToken&)
{
    return unsupported(archive + ": this Hareloom was built without libzip");
}

} // namespace hareloom
