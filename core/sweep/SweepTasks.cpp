// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/SweepTasks.h"

#include "core/base/Text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <sstream>

namespace hareloom {
namespace {

std::optional<std::int64_t> wholeOf(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number >= 0 ? std::optional(number)
                                                                                   : std::nullopt;
}

void add(SweepTask& task, std::int64_t point, std::int64_t replicate)
{
    if (!task.empty() && task.back().point == point && task.back().last + 1 == replicate)
        ++task.back().last;
    else
        task.push_back({point, replicate, replicate});
}

} // namespace

std::vector<SweepTask> packTasks(const SweepPlan& plan,
                                 const std::function<bool(std::int64_t, std::int64_t)>& isWanted,
                                 const std::vector<double>& secondsOf, double seconds, std::size_t mostTasks)
{
    double all = 0;
    std::int64_t wanted = 0;
    const auto forEach = [&](const auto& take) {
        for (std::int64_t point = 0; point < plan.points(); ++point)
            for (std::int64_t replicate = 0; replicate < plan.replicates(); ++replicate)
                if (plan.firstLike(point) == point && isWanted(point, replicate)) {
                    const double known = secondsOf[static_cast<std::size_t>(point)];
                    take(point, replicate, std::isnan(known) ? seconds : known);
                }
    };
    forEach([&](std::int64_t, std::int64_t, double one) {
        all += one;
        ++wanted;
    });
    std::vector<SweepTask> tasks;
    if (wanted == 0)
        return tasks;
    // Tasks of equal length: the last one is not left with a rest.
    const double least = std::ceil(all / seconds);
    const double count =
        std::clamp(least, 1.0,
                   static_cast<double>(std::min<std::int64_t>(wanted, static_cast<std::int64_t>(mostTasks))));
    const double each = all / count;
    double before = 0; // of what is packed
    forEach([&](std::int64_t point, std::int64_t replicate, double one) {
        const auto task =
            static_cast<std::size_t>(std::min(count - 1, std::floor((before + one / 2) / each)));
        if (tasks.size() <= task && (tasks.empty() || !tasks.back().empty()))
            tasks.emplace_back();
        add(tasks.back(), point, replicate);
        before += one;
    });
    return tasks;
}

double secondsOfTask(const SweepTask& task, const std::vector<double>& secondsOf)
{
    double seconds = 0;
    for (const ChainRange& range : task)
        seconds += secondsOf[static_cast<std::size_t>(range.point)] * static_cast<double>(range.chains());
    return seconds;
}

std::string taskLine(const SweepPlan& plan, const SweepTask& task)
{
    std::string line;
    for (const ChainRange& range : task)
        line += (line.empty() ? "" : " ") + plan.idOf(range.point) + ":" + std::to_string(range.first) + "-" +
                std::to_string(range.last);
    return line;
}

Result<SweepTask> readTask(const SweepPlan& plan, const std::string& line)
{
    SweepTask task;
    std::istringstream words(line);
    for (std::string word; words >> word;) {
        const std::size_t colon = word.find(':'),
                          dash = word.find('-', colon == std::string::npos ? 0 : colon);
        const auto first =
            dash == std::string::npos ? std::nullopt : wholeOf(word.substr(colon + 1, dash - colon - 1));
        const auto last = dash == std::string::npos ? std::nullopt : wholeOf(word.substr(dash + 1));
        if (colon == std::string::npos || !first || !last || *first > *last)
            return invalidFile(inQuotes(word) +
                               " names no chains. A line of tasks is as \"ID:0-99 ID:0-9\".");
        if (const auto point = plan.find(word.substr(0, colon)))
            if (*first < plan.replicates())
                task.push_back({*point, *first, std::min(*last, plan.replicates() - 1)});
    }
    return task;
}

} // namespace hareloom
