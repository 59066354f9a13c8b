// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/Run.h"
#include "core/recipe/Variants.h"
#include "core/store/MetricsSpool.h"
#include "core/teller/RunTeller.h"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace hareloom::cli {

/// Hears a run and keeps what its summary needs, and with `everything` every value, outside of the memory.
/// Snapshots are let go, so that long runs fit.
class RunLog final : public ChainObserver
{
public:
    explicit RunLog(bool everything)
    {
        if (everything)
            m_everything = std::make_unique<MetricsSpool>();
    }
    /// Who hears the run behind it; may be null.
    void setNext(ChainObserver* next) { m_next = next; }

    /// Who tells what happened; may be null.
    void setTeller(RunTeller* teller) { m_teller = teller; }

    /// A generation of an earlier run that this one goes on from.
    void add(const GenerationPtr& generation);

    void onProgress(const Progress& progress) override;
    void onGeneration(const GenerationPtr& generation) override;
    void onFinished(std::int64_t completedGenerations) override;

    struct ChainLog
    {
        GenerationPtr first, last;
        GenerationPtr lastMeasured;         // before `last` when that one collapsed beyond fitting
        std::map<std::string, double> real; // of the real data themselves, where known
        std::int64_t count = 0;
    };
    const std::map<ChainIndex, ChainLog>& chains() const { return m_chains; }
    /// Every generation, by chain, then index; null without `everything`.
    MetricsSpool* everything() const { return m_everything.get(); }

private:
    std::unique_ptr<MetricsSpool> m_everything;
    ChainObserver* m_next = nullptr;
    RunTeller* m_teller = nullptr;
    std::map<ChainIndex, ChainLog> m_chains;
};

/// A metric over the chains of one variant: mean, and standard deviation where there are several chains.
struct MetricSummary
{
    std::string name;
    double real = 0;                 // of the real data themselves; NaN where it is not known
    double first = 0;                // generation 0
    double last = 0, lastSpread = 0; // of each chain's last generation that could be measured
};

struct VariantSummary
{
    std::string title;
    std::int64_t chains = 0;
    int firstEnd = 0,
        lastEnd = 0; // the last measured generation of the chain that got least far, and furthest
    std::vector<MetricSummary> metrics;
    std::vector<std::string> early; // a sentence for each reason why chains ended before the last generation
};

/// Why a chain has ended at `last`, though the experiment goes on to further generations; nothing when
/// it has not ended, or not early. `variant` is the chain's own experiment.
std::optional<std::string> earlyEnd(const Experiment& variant, const Generation& last);

/// `variants`: expandVariants() of the experiment whose run is in `log`.
std::vector<VariantSummary> summarise(const std::vector<Experiment>& variants, const RunLog& log);

void printSummary(std::ostream& out, const std::vector<VariantSummary>& summaries);

/// How each chain ended.
nlohmann::ordered_json chainsJson(const std::vector<Experiment>& variants, const RunLog& log);

/// `result`, then "chains", then "metrics" with every value as metrics --format json has it, as one object.
/// Errors: System.
Result<void> printJson(std::ostream& out, nlohmann::ordered_json result,
                       const std::vector<Experiment>& variants, const RunLog& log);

} // namespace hareloom::cli
