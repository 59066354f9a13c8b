// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/download/PartFile.h"

#include <chrono>
#include <functional>

namespace hareloom {

struct TransferRequest
{
    std::string address;
    std::int64_t totalBytes = 0; // of the whole file; anything else is not the file
    std::chrono::milliseconds stallAfter{30'000};
    /// Where fewer bytes come in such a time, the download would have no end in anybody's day.
    std::chrono::milliseconds slowFor{60'000};
    std::int64_t leastBytesASecond = 1000;
    StopToken stop;
    std::function<void()> onBytes; // after some have been appended; may be empty
};

enum class TransferEnd {
    Complete,
    Stopped,
    Broken,      // the connection was cut, or nothing came for too long: another try may go on from there
    Refused,     // the server says no, is too slow, or has another file: another try would not help
    WriteFailed, // on this machine
};

struct TransferOutcome
{
    TransferEnd end = TransferEnd::Complete;
    std::string why; // one sentence without a full stop, unless Complete or Stopped
};

/// One request over HTTP(S), following redirects: appends to `part` what it lacks, or fills it anew where the
/// server does not send pieces. Returns within a fraction of a second of a stop.
TransferOutcome transfer(const TransferRequest& request, PartFile& part);

} // namespace hareloom
