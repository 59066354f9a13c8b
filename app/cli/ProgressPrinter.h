// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"
#include "core/chain/Run.h"
#include "core/forecast/TimeLeft.h"

#include <chrono>
#include <string>

namespace hareloom::cli {

/// "45 s", "3 min 20 s", "2 h 5 min".
std::string durationText(double seconds);

/// Shows how far a run is: a bar with the time left on a terminal, else a line every two seconds.
class ProgressPrinter final : public ChainObserver
{
public:
    /// `variants`: expandVariants() of the experiment, which has `total` generations; `before`: as RunOptions::resume,
    /// by chain, then index.
    ProgressPrinter(Console& console, const std::string& title, const std::vector<Experiment>& variants,
                    std::int64_t total, const std::vector<GenerationPtr>& before);

    void onProgress(const Progress& progress) override;
    void onGeneration(const GenerationPtr& generation) override;
    void onFinished(std::int64_t completedGenerations) override;

private:
    using Clock = std::chrono::steady_clock;

    void showWhenDue();
    void show();
    std::string state() const;
    std::string trainingText() const;
    std::string timeLeft() const;
    double secondsRunning() const;
    void measurePace();
    double finished() const; // of the whole run's work, in [0, 1]

    Console& m_console;
    std::int64_t m_done, m_total;
    TimeLeft m_work;
    double m_making = 0;         // of the run's work, in the generation being made
    TrainingProgress m_training; // of the generation being made
    Clock::time_point m_start, m_lastShown;
    Clock::time_point m_paceSince;
    double m_paceFrom = -1; // finished() then; negative before the first news
    Clock::duration m_interval;
};

} // namespace hareloom::cli
