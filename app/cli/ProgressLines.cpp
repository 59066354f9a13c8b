// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ProgressLines.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace hareloom::cli {

namespace {

using Line = nlohmann::ordered_json;

constexpr std::chrono::milliseconds kBetweenLines{100};

/// Three decimals of a second are enough to compare, and short to read.
double rounded(double seconds)
{
    return std::round(seconds * 1000) / 1000;
}

Line titlesOf(const std::vector<Experiment>& variants)
{
    Line titles = Line::array();
    for (const Experiment& variant : variants)
        titles.push_back(variant.title);
    return titles;
}

} // namespace

ProgressLines::ProgressLines(Console& console, const Experiment& experiment,
                             const std::vector<Experiment>& variants, std::int64_t total,
                             const std::vector<GenerationPtr>& before)
    : m_console(console),
      m_variants(variants),
      m_done(std::ssize(before)),
      m_total(total),
      m_start(Clock::now()),
      m_lastGeneration(m_start - kBetweenLines),
      m_lastTraining(m_lastGeneration)
{
    m_work.begin(variants, variants.front().chains);
    for (const GenerationPtr& generation : before)
        m_work.add(*generation);
    m_work.startClock();
    write({{"event", "start"},
           {"program", "Hareloom"},
           {"version", HARELOOM_VERSION},
           {"title", experiment.title},
           {"seed", experiment.seed},
           {"variants", variants.size() > 1 ? titlesOf(variants) : Line::array()},
           {"chains", experiment.chains},
           {"generations", experiment.generations},
           {"done", m_done},
           {"total", m_total}});
}

void ProgressLines::note(const std::string& text)
{
    if (!text.empty())
        write({{"event", "note"}, {"text", text}});
}

void ProgressLines::onProgress(const Progress& progress)
{
    // What no family tells of itself says no more than the line of the last generation.
    const TrainingProgress& training = progress.training;
    const bool tellsMore = training.epochs > 0 || training.phase != TrainingPhase::Only;
    if (!tellsMore || !isDue(m_lastTraining))
        return;
    Line line = place("training", progress.chain, progress.generation);
    line["fraction"] = std::clamp(progress.fractionOfGeneration, 0.0, 1.0);
    line["phase"] = wordOf(kTrainingPhases, training.phase);
    line["epoch"] = training.epoch;
    line["epochs"] = training.epochs;
    line["lossNats"] = training.lossNats; // NaN is null in JSON
    line["tokensPerSecond"] = training.tokensPerSecond;
    line["remark"] = training.remark;
    write(line);
}

void ProgressLines::onGeneration(const GenerationPtr& generation)
{
    ++m_done;
    ++m_since;
    m_work.add(*generation);
    if (m_done < m_total && !isDue(m_lastGeneration))
        return;
    Line line = place("generation", generation->chain, generation->index);
    line["finished"] = m_since;
    m_since = 0;
    write(line);
}

void ProgressLines::end(const std::string& how, const std::string& message)
{
    write({{"event", "end"},
           {"end", how},
           {"message", message},
           {"seconds", rounded(std::chrono::duration<double>(Clock::now() - m_start).count())},
           {"done", m_done},
           {"total", m_total}});
}

bool ProgressLines::isDue(Clock::time_point& last)
{
    const Clock::time_point now = Clock::now();
    if (now - last < kBetweenLines)
        return false;
    last = now;
    return true;
}

/// What lines of "generation" and "training" have in common.
Line ProgressLines::place(const char* event, ChainIndex chain, int generation) const
{
    const std::int64_t chains = m_variants.front().chains;
    const auto variant = static_cast<std::size_t>(chain / chains);
    const double left = m_work.seconds();
    return {{"event", event},
            {"seconds", rounded(std::chrono::duration<double>(Clock::now() - m_start).count())},
            {"chain", chain},
            {"variant", m_variants.size() > 1 ? m_variants.at(variant).title : std::string()},
            {"replicate", chain % chains},
            {"generation", generation},
            {"done", m_done},
            {"total", m_total},
            {"share", m_work.shareDone()},
            {"secondsLeft", left < 0 ? Line() : Line(rounded(left))}};
}

void ProgressLines::write(const Line& line)
{
    m_console.err << line.dump(-1, ' ', false, Line::error_handler_t::replace) << std::endl;
}

} // namespace hareloom::cli
