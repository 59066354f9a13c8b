// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ProgressPrinter.h"

#include "core/base/Text.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace hareloom::cli {

namespace {

constexpr std::chrono::milliseconds kBarInterval{100};
constexpr std::chrono::milliseconds kLineInterval{2000};
constexpr double kSecondsBeforeForecast = 1;
constexpr int kWidestBar = 30;

std::string bar(double share, int width)
{
    const int full = static_cast<int>(share * width);
    return '[' + std::string(static_cast<std::size_t>(full), '#') +
           std::string(static_cast<std::size_t>(width - full), '.') + "] ";
}

/// Short times exactly enough to compare two runs.
std::string elapsedText(double seconds)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.2g s", seconds);
    return seconds < 10 ? text : durationText(seconds);
}

} // namespace

std::string durationText(double seconds)
{
    const auto whole = static_cast<std::int64_t>(std::ceil(seconds));
    if (whole < 60)
        return std::to_string(whole) + " s";
    if (whole < 3600)
        return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
    return std::to_string(whole / 3600) + " h " + std::to_string(whole % 3600 / 60) + " min";
}

ProgressPrinter::ProgressPrinter(Console& console, const std::string& title,
                                 const std::vector<Experiment>& variants, std::int64_t total,
                                 const std::vector<GenerationPtr>& before)
    : m_console(console),
      m_done(0),
      m_total(total),
      m_start(Clock::now()),
      m_lastShown(m_start),
      m_paceSince(m_start),
      m_interval(console.errIsTerminal ? kBarInterval : kLineInterval)
{
    m_work.begin(variants, variants.front().chains);
    Generation between; // those that are left out
    for (const GenerationPtr& made : before) {
        for (; made->index > 0 && between.index + 1 < made->index; ++m_done) {
            ++between.index;
            m_work.add(between);
        }
        m_work.add(*made);
        ++m_done;
        between.chain = made->chain;
        between.index = made->index;
    }
    m_console.err << (title.empty() ? "Run" : printable(title)) << ": " << total
                  << (total == 1 ? " generation" : " generations");
    if (m_done > 0)
        m_console.err << ", " << m_done << " of them done before";
    m_console.err << std::endl;
}

void ProgressPrinter::onProgress(const Progress& progress)
{
    m_making = std::clamp(progress.fractionOfGeneration, 0.0, 1.0) *
               m_work.shareOf(progress.chain, progress.generation);
    m_training = progress.training;
    if (m_making > 0)
        measurePace();
    showWhenDue();
}

void ProgressPrinter::onGeneration(const GenerationPtr& generation)
{
    ++m_done;
    m_work.add(*generation);
    m_making = 0;
    measurePace();
    showWhenDue();
}

void ProgressPrinter::onFinished(std::int64_t)
{
    if (m_console.errIsTerminal)
        m_console.wipe();
    m_console.err << m_done << " of " << m_total << " generations in " << elapsedText(secondsRunning())
                  << std::endl;
}

void ProgressPrinter::showWhenDue()
{
    const Clock::time_point now = Clock::now();
    if (now - m_lastShown < m_interval)
        return;
    m_lastShown = now;
    show();
}

void ProgressPrinter::show()
{
    const std::string text = state();
    if (!m_console.errIsTerminal) {
        m_console.err << text << std::endl;
        return;
    }
    // A line that wraps could not be drawn over.
    const int room = m_console.errColumns - static_cast<int>(text.size()) - 4;
    const std::string drawn = room >= 10 ? bar(finished(), std::min(room, kWidestBar)) : std::string();
    m_console.draw(drawn + text);
}

std::string ProgressPrinter::state() const
{
    const int percent = static_cast<int>(100 * finished());
    return std::to_string(percent) + "%, " + std::to_string(m_done) + " of " + std::to_string(m_total) +
           " generations" + trainingText() + timeLeft();
}

std::string ProgressPrinter::trainingText() const
{
    const bool isOnly = m_training.phase == TrainingPhase::Only;
    std::string text = isOnly ? "" : ", " + std::string(wordOf(kTrainingPhases, m_training.phase));
    char number[32];
    if (m_training.epochs > 0) {
        std::snprintf(number, sizeof number, isOnly ? "%.1f" : "%.3f", m_training.lossNats);
        text += ", epoch " + std::to_string(m_training.epoch) + " of " + std::to_string(m_training.epochs) +
                ", loss " + number + " nats";
    }
    if (m_training.tokensPerSecond > 0) {
        std::snprintf(number, sizeof number, "%.0f", m_training.tokensPerSecond);
        text += std::string(", ") + number + " tokens/s";
    }
    if (!m_training.remark.empty())
        text += ", " + m_training.remark;
    return text;
}

std::string ProgressPrinter::timeLeft() const
{
    const double seconds = std::chrono::duration<double>(Clock::now() - m_paceSince).count();
    const double made = finished() - m_paceFrom;
    if (seconds < kSecondsBeforeForecast || made <= 0)
        return {};
    return ", " + durationText(seconds / made * (1 - finished())) + " left";
}

// From the first news on: what was read and prepared before them is not done again.
void ProgressPrinter::measurePace()
{
    if (m_paceFrom >= 0)
        return;
    m_paceFrom = finished();
    m_paceSince = Clock::now();
}

double ProgressPrinter::finished() const
{
    return std::min(1.0, m_work.shareDone() + m_making);
}

double ProgressPrinter::secondsRunning() const
{
    return std::chrono::duration<double>(Clock::now() - m_start).count();
}

} // namespace hareloom::cli
