// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/film/FilmPlan.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace hareloom::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Film)
};

bool isWithin(double value, double least, double most)
{
    return value >= least && value <= most;
}

Result<void> check(const FilmTiming& timing)
{
    if (!isWithin(timing.generationsPerSecond, kLeastFilmSpeed, kMostFilmSpeed))
        return invalidInput(Words::tr("%1 generations a second: give %2 to %3.")
                                .arg(timing.generationsPerSecond)
                                .arg(kLeastFilmSpeed)
                                .arg(kMostFilmSpeed)
                                .toStdString());
    if (timing.ticksPerSecond < 1 || timing.ticksPerSecond > kMostTicksPerSecond)
        return invalidInput(Words::tr("%1 frames a second: give 1 to %2.")
                                .arg(timing.ticksPerSecond)
                                .arg(kMostTicksPerSecond)
                                .toStdString());
    for (const double still : {timing.firstStill, timing.lastStill})
        if (!isWithin(still, 0, kMostStill))
            return invalidInput(
                Words::tr("A still of %1 seconds: give 0 to %2.").arg(still).arg(kMostStill).toStdString());
    return {};
}

/// Where the film is after the share `along` of its way, counted in chosen generations.
double positionAt(const std::vector<int>& generations, double along, bool glides)
{
    const double nearest = std::round(along);
    const double exact = std::abs(along - nearest) < 1e-9 ? nearest : along;
    const auto before = static_cast<std::size_t>(std::floor(exact));
    const double beyond = exact - std::floor(exact);
    if (beyond == 0 || !glides || generations[before + 1] != generations[before] + 1)
        return generations[before];
    return generations[before] + beyond;
}

} // namespace

Result<FilmPlan> FilmPlan::make(const std::vector<int>& generations, const FilmTiming& timing)
{
    if (const auto sound = check(timing); !sound)
        return sound.error();
    if (generations.empty())
        return invalidInput(Words::tr("A film needs at least one generation.").toStdString());
    const auto stillTicks = [&](double seconds) {
        return static_cast<int>(std::lround(seconds * timing.ticksPerSecond));
    };
    const double steps = double(generations.size() - 1);
    const double moving = std::max(steps > 0 ? 1.0 : 0.0,
                                   std::round(steps / timing.generationsPerSecond * timing.ticksPerSecond));
    const double all = moving + 1 + stillTicks(timing.firstStill) + stillTicks(timing.lastStill);
    if (all > kMostTicks)
        return invalidInput(
            Words::tr("The film would last %1 minutes and have %2 frames; at most %3 are allowed. Choose fewer "
               "generations or a higher speed.")
                .arg(std::lround(all / timing.ticksPerSecond / 60))
                .arg(all, 0, 'f', 0)
                .arg(kMostTicks)
                .toStdString());
    const bool glides =
        timing.glides && moving > steps; // where generations are passed over, no frame is spent between two
    FilmPlan plan;
    plan.m_ticksPerSecond = timing.ticksPerSecond;
    plan.add(generations.front(), stillTicks(timing.firstStill));
    for (int tick = 0; tick <= static_cast<int>(moving); ++tick)
        plan.add(positionAt(generations, moving > 0 ? steps * tick / moving : 0, glides), 1);
    plan.add(generations.back(), stillTicks(timing.lastStill));
    std::size_t shown = 0;
    int before = -1;
    for (const FilmFrame& frame : plan.m_frames)
        if (const int now = static_cast<int>(std::ceil(frame.position)); std::exchange(before, now) != now)
            ++shown;
    plan.m_passedOver = static_cast<int>(generations.size() - shown);
    return plan;
}

void FilmPlan::add(double position, int ticks)
{
    if (ticks == 0)
        return;
    if (!m_frames.empty() && m_frames.back().position == position)
        m_frames.back().ticks += ticks;
    else
        m_frames.push_back({position, ticks});
}

int FilmPlan::ticks() const
{
    return std::accumulate(m_frames.begin(), m_frames.end(), 0,
                           [](int sum, const FilmFrame& frame) { return sum + frame.ticks; });
}

} // namespace hareloom::ui
