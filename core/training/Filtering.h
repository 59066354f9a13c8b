// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/data/Dataset.h"
#include "core/experiment/Policy.h"
#include "core/family/Snapshot.h"

#include <functional>

namespace hareloom {

/// The policy's verifier: judges generated rows by generation 0's density (see Filter).
class Verifier
{
public:
    /// `first`: generation 0's model; `realRows`: what it was fitted on. After a stop the verifier is of no
    /// use.
    Verifier(const Filter& filter, SnapshotPtr first, const DatasetPtr& realRows, const StopToken& stop = {});

    /// The first n rows of `stream` that pass. Reads at most kMaxCandidates rows for each that is wanted.
    /// Errors: InvalidData when too few pass; Stopped.
    Result<DatasetPtr> keep(const DatasetPtr& stream, std::int64_t n, Seed seed, const StopToken& stop) const;

    /// Rows that `stream` should have for n to pass.
    static std::int64_t candidatesFor(std::int64_t n) { return n * kMaxCandidates; }

    /// Generation 0's log density below which a row is wrong, in nats.
    double threshold() const { return m_threshold; }

private:
    static constexpr std::int64_t kMaxCandidates = 1000;

    Filter m_filter;
    SnapshotPtr m_first;
    double m_threshold = 0;
};

/// The filter by classes: keeps each generated image with its class's chance (Filter::classes); one whose
/// class has none is not kept. The first n that pass, as rows of `stream`: nothing is copied. Errors:
/// InvalidData when too few pass; Stopped.
Result<DatasetPtr> keepClasses(const DatasetPtr& stream, std::int64_t n, const std::vector<double>& chances,
                               const std::function<std::vector<int>(MatrixView)>& classesOf, Seed seed,
                               const StopToken& stop);
/// Images that `stream` should have for n to pass: each costs a decoding, so it is given up sooner.
inline std::int64_t imageCandidatesFor(std::int64_t n)
{
    return n * 100;
}

} // namespace hareloom
