// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/StopToken.h"
#include "core/data/Source.h"
#include "core/experiment/Experiment.h"
#include "core/family/Generation.h"

#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// The names of all metrics in `generations`, in the order in which they were first measured.
std::vector<std::string> metricNames(std::span<const GenerationPtr> generations);

/// Whether a metric called `name` is meant by `wanted`: the same name, or "mean" for "mean[0]", "mean[1]",
/// ...
bool isMetric(std::string_view name, std::string_view wanted);

/// What the chains of an experiment with variants are called.
struct ChainNames
{
    std::vector<std::string> variants; // titles, in order; empty: there is nothing to tell apart
    std::int64_t replicates = 1;       // chains of each
};
/// Without titles when the experiment has fewer than two variants.
ChainNames chainNames(const Experiment& experiment);

/// `chain,generation,metric,value`, and with variants `,variant,replicate` after them; a line a value written
/// by exactNumber(), in the order of `generations`. Only the metrics that `wanted` names; all when it is
/// empty. Errors: System (the stream takes no more).
Result<void> writeMetricsCsv(std::ostream& out, std::span<const GenerationPtr> generations,
                             std::span<const std::string> wanted = {}, const ChainNames& names = {});

/// The same as a JSON array of objects with these keys. JSON knows no such numbers: NaN is null,
/// infinities are the strings "inf" and "-inf". Errors: System.
Result<void> writeMetricsJson(std::ostream& out, std::span<const GenerationPtr> generations,
                              std::span<const std::string> wanted = {}, const ChainNames& names = {});

enum class SampleFormat {
    Csv,      // header of variable names; numbers as exactNumber()
    Text,     // columns aligned for reading
    Markdown, // a table
};

/// What stands before each row: names as in a header, and cells that many rows in a row have in common.
struct RowLabels
{
    struct Run
    {
        std::int64_t rows = 0;
        std::vector<std::string> cells; // one for each name
    };
    std::vector<std::string> names; // empty: rows have no labels
    std::vector<Run> runs;          // of all rows, in order
};

/// All rows (n, d) of a sample, read and written kBlockRows at a time, so that n has no limit. `source`
/// names the variables and, where rows are states, the states. Errors: System, Stopped.
Result<void> writeSample(std::ostream& out, const Dataset& rows, const Source& source, SampleFormat format,
                         const StopToken& stop = {}, const RowLabels& labels = {});

} // namespace hareloom
