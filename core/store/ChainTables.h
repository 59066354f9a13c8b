// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/family/Generation.h"
#include "core/metrics/CollapseMarks.h"
#include "core/store/TableWriter.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hareloom {

/// What a session's chains have in common, and when each of them collapsed. Hears the generations one by one,
/// by chain and then by index, as Session has them, and keeps eight bytes of each value.
class ChainTables
{
public:
    /// `experiment` is the session's. Only the metrics that `wanted` names (see isMetric()) are summarised;
    /// all when it is empty. Errors: those of expandVariants().
    static Result<ChainTables> of(const Experiment& experiment, std::vector<std::string> wanted);

    void add(const Generation& generation);

    /// A row for each variant, metric and generation: over the chains that are there their number, mean,
    /// standard error and quantiles; what theory says, and of which statistic; how many chains have collapsed
    /// by then. Columns: variant, metric, unit, generation, chains, mean, standardError, q05 ... q95, theory,
    /// theoryKind, theoryDeviation, theoryExact, chainsEarly, chainsLate. Errors: System.
    Result<void> writeSummary(std::ostream& out, TableFormat format) const;

    /// A row for each chain: chain, variant, replicate, lastGeneration, early, late, note, branchOf,
    /// branchAt. Early and late are the generations where collapse begins (CollapseMarks.h); empty where it
    /// has not, or cannot be told. Of a branch the last two are the chain that it branches from and its first
    /// generation of its own; else empty. Errors: System.
    Result<void> writeMarks(std::ostream& out, TableFormat format) const;

    /// A row for each variant but the first, metric and generation: by how much its mean over the chains
    /// exceeds the first variant's, with a 95% interval and a p-value (core/metrics/Comparisons.h): paired
    /// where every chain of both is there, since replicate r has the same seeds in all variants; else
    /// Welch's. Columns: variant, against, metric, unit, generation, difference, low95, high95, p, degrees,
    /// method. What cannot be compared has empty cells. Errors: System.
    Result<void> writeDifferences(std::ostream& out, TableFormat format) const;

private:
    /// One metric of one variant: by generation, the values of the chains.
    using Series = std::vector<std::vector<double>>;

    struct MeasuredVariant
    {
        Experiment experiment;
        MarkMetrics marks;
        bool canBeMarked = false;         // metrics of `marks` for both are measured of a distribution
        std::vector<std::string> metrics; // in the order in which they were first measured
        std::map<std::string, Series, std::less<>> series;
    };
    struct ChainEnd
    {
        std::size_t variant = 0;
        int lastGeneration = 0;
        CollapseFinder marks;
        std::string note;
    };

    ChainTables(std::vector<MeasuredVariant> variants, std::int64_t replicates,
                std::vector<std::string> wanted);
    CollapseMarks marksOf(const ChainEnd& chain) const;
    void writeDifference(TableWriter& table, std::size_t variant, const std::string& metric) const;
    void writeMetric(TableWriter& table, std::size_t variant, const std::string& metric,
                     std::span<const std::int64_t> early, std::span<const std::int64_t> late) const;

    std::vector<MeasuredVariant> m_variants;
    std::int64_t m_replicates;
    std::vector<std::string> m_wanted;
    std::map<ChainIndex, ChainEnd> m_chains;
};

} // namespace hareloom
