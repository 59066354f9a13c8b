// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Text.h"

#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace hareloom {

Vector topicShares(std::span<const int> topics, int count)
{
    Vector shares = Vector::Zero(count + 1);
    for (const int topic : topics)
        shares[topic >= 0 && topic < count ? topic : count] += 1;
    const double all =
        topics.empty() ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(topics.size());
    return shares / all;
}

int survivingTopics(std::span<const int> real, std::span<const int> topics)
{
    std::set<int> known(real.begin(), real.end()), found;
    for (const int topic : topics)
        if (topic >= 0 && known.contains(topic))
            found.insert(topic);
    return static_cast<int>(found.size());
}

double effectiveTopics(std::span<const int> topics)
{
    std::map<int, double> counts;
    double all = 0;
    for (const int topic : topics)
        if (topic >= 0) {
            counts[topic] += 1;
            all += 1;
        }
    double entropy = 0;
    for (const auto& [topic, count] : counts)
        entropy -= count / all * std::log(count / all);
    return all > 0 ? std::exp(entropy) : std::numeric_limits<double>::quiet_NaN();
}

} // namespace hareloom
