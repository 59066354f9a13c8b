// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/image/ImageTeller.h"

#include <algorithm>
#include <cmath>

namespace hareloom {
namespace {

std::vector<double> sharesOf(const Generation& generation)
{
    std::vector<double> shares;
    for (std::size_t j = 0;; ++j) {
        const double share = generation.metric(partName("classShare", j));
        if (std::isnan(share))
            return shares;
        shares.push_back(share);
    }
}

} // namespace

void ImageTeller::hear(const Generation& now, std::vector<Event>& told)
{
    if (std::exchange(m_isFirst, false)) {
        m_shares = sharesOf(now);
        m_spread = now.metric("latentStd");
        m_recall = now.metric("featureRecall");
        return;
    }
    hearClasses(now, told);
    hearHalf(now, "latentStd", "imagesAlike", m_spread, m_areAlike, told);
    hearHalf(now, "featureRecall", "recallHalf", m_recall, m_isRecallHalf, told);
}

void ImageTeller::hearClasses(const Generation& now, std::vector<Event>& told)
{
    const std::vector<double> shares = sharesOf(now);
    for (std::size_t j = 0; j < std::min(shares.size(), m_shares.size()); ++j) {
        const auto known = std::find(m_order.begin(), m_order.end(), static_cast<std::int64_t>(j));
        const bool wasLost = known != m_order.end(), isLost = shares[j] < kLeastShare;
        if (isLost == wasLost || m_shares[j] < kLeastShare)
            continue;
        const double percent = 100 * (isLost ? m_shares[j] : shares[j]);
        Event event{now.chain, now.index, isLost ? "classLost" : "classBack", {},
                    {{"generation", std::int64_t(now.index)},
                     {"class", nameOf(*m_run, static_cast<std::int64_t>(j))},
                     {"percent", percent}},
                    partName("classShare", j), isLost ? Weight::High : Weight::Middle};
        if (isLost && !habitOf(*m_run, now.index).mayReturn())
            event.reason = "classLost.seldom";
        told.push_back(std::move(event));
        if (isLost)
            m_order.push_back(static_cast<std::int64_t>(j));
        else
            m_order.erase(known);
    }
}

void ImageTeller::hearHalf(const Generation& now, std::string_view metric, std::string_view key, double first,
                           bool& isTold, std::vector<Event>& told) const
{
    const double value = now.metric(metric);
    if (isTold || !(value < first / 2))
        return;
    isTold = true;
    const std::int64_t rows = now.realRows + now.freshRows + now.syntheticRows;
    Event event{now.chain, now.index, key, {},
                {{"generation", std::int64_t(now.index)},
                 {"now", value},
                 {"before", first},
                 {"percent", 100 * value},
                 {"beforePercent", 100 * first},
                 {"rows", rows}},
                std::string(metric), Weight::High};
    if (habitOf(*m_run, now.index).replaces && now.syntheticRows == rows)
        event.reason = "images.copies";
    told.push_back(std::move(event));
}

std::string ImageTeller::lostInOrder() const
{
    return listed(*m_run, m_order);
}

std::optional<Outcome> imageOutcome(const ToldRun&, const Generation& first, const Generation& last)
{
    const double before = first.metric("survivingClasses"), after = last.metric("survivingClasses");
    if (after < before)
        return Outcome{"end.classes", "end.classesLost", "end.classesMany", "survivingClasses", before, after};
    const double spreadBefore = first.metric("latentStd"), spreadAfter = last.metric("latentStd");
    if (std::isfinite(spreadBefore) && std::isfinite(spreadAfter))
        return Outcome{"end.spread", {}, "end.spreadMany", "latentStd", spreadBefore, spreadAfter};
    return std::nullopt;
}

} // namespace hareloom
