// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"
#include "core/chain/Run.h"
#include "core/forecast/TimeLeft.h"

#include <nlohmann/json_fwd.hpp>

#include <chrono>
#include <string>
#include <vector>

namespace hareloom::cli {

/// Tells how far a run is to a program: one JSON object a line, on stderr. docs/command-line.md has every key.
/// At most ten lines of generations a second, and ten of trainings: what is finished in between is counted in the next,
/// so that a million short generations are not held up.
class ProgressLines final : public ChainObserver
{
public:
    /// `variants`: expandVariants() of the experiment, which has `total` generations; `before` are there already.
    ProgressLines(Console& console, const Experiment& experiment, const std::vector<Experiment>& variants,
                  std::int64_t total, const std::vector<GenerationPtr>& before);

    /// Nothing where there is nothing to say.
    void note(const std::string& text);
    /// The last line. `how`: finished, stopped or failed; `message`: why, or how to go on.
    void end(const std::string& how, const std::string& message);
    void onProgress(const Progress& progress) override;
    void onGeneration(const GenerationPtr& generation) override;

private:
    using Clock = std::chrono::steady_clock;

    static bool isDue(Clock::time_point& last);
    nlohmann::ordered_json place(const char* event, ChainIndex chain, int generation) const;
    void write(const nlohmann::ordered_json& line);

    Console& m_console;
    std::vector<Experiment> m_variants;
    std::int64_t m_done, m_total;
    std::int64_t m_since = 0; // finished since the last line
    TimeLeft m_work;
    Clock::time_point m_start, m_lastGeneration, m_lastTraining;
};

} // namespace hareloom::cli
