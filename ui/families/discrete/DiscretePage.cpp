// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/discrete/DiscretePage.h"

#include "core/data/SourceKinds.h"
#include "ui/families/discrete/DiscreteStage.h"

#include <QJsonArray>

#include <algorithm>
#include <numeric>

namespace hareloom::ui {

namespace {

constexpr std::size_t kMostBars = 240;

const Vector& probabilitiesOf(const GenerationPtr& generation)
{
    return generation->snapshot->categorical()->probabilities;
}

/// States as bars, most frequent of generation 0 first. More than kMostBars stand together, so many in each
/// bar.
class DiscretePage final : public PageStage
{
public:
    explicit DiscretePage(const StageOrigin& origin) : m_origin(origin), m_names(origin.classNames)
    {
        const Vector &axes = probabilitiesOf(origin.axesFrom()), &own = probabilitiesOf(origin.generation);
        m_order.resize(static_cast<std::size_t>(axes.size()));
        std::iota(m_order.begin(), m_order.end(), 0);
        std::stable_sort(m_order.begin(), m_order.end(), [&](int a, int b) { return axes[a] > axes[b]; });
        while (m_order.size() > 1 && axes[m_order.back()] <= 0 && own[m_order.back()] <= 0)
            m_order.pop_back();
        m_each = (m_order.size() + kMostBars - 1) / kMostBars;
    }

    QJsonObject beginning() const override
    {
        const std::vector<double> axes = meansOf(probabilitiesOf(m_origin.axesFrom()));
        double most = 0, least = 1;
        for (const double mean : axes) {
            most = std::max(most, mean);
            if (mean > 0)
                least = std::min(least, mean);
        }
        QJsonObject object{{"kind", "bars"},
                           {"states", static_cast<qint64>(m_order.size())},
                           {"each", static_cast<qint64>(m_each)},
                           {"top", std::min(1.02, DiscreteStage::kHeadroom * most)},
                           {"least", least}};
        if (m_each > 1)
            return object;
        QJsonArray names;
        for (std::size_t rank = 0; rank < m_order.size(); ++rank)
            names << (m_names.areWords() || isNamed() ? m_names.of(m_order[rank])
                                                      : QString::number(rank + 1));
        object["names"] = names;
        object["areWords"] = m_names.areWords();
        return object;
    }

    QJsonObject moment(const StageFrame& frame) const override
    {
        const Vector& now = probabilitiesOf(frame.to);
        QJsonArray means, alive;
        for (const double mean : meansOf(now))
            means << pageNumber(mean);
        QJsonObject object{{"now", means}};
        if (m_each == 1)
            return object;
        for (std::size_t first = 0; first < m_order.size(); first += m_each)
            alive << static_cast<qint64>(
                std::count_if(at(first), at(first + m_each), [&](int state) { return now[state] > 0; }));
        object["alive"] = alive;
        return object;
    }

private:
    std::vector<int>::const_iterator at(std::size_t rank) const
    {
        return m_order.begin() + static_cast<std::ptrdiff_t>(std::min(rank, m_order.size()));
    }

    /// Of each bar's states.
    std::vector<double> meansOf(const Vector& probabilities) const
    {
        std::vector<double> means;
        for (std::size_t first = 0; first < m_order.size(); first += m_each) {
            const auto begin = at(first), end = at(first + m_each);
            means.push_back(
                std::accumulate(begin, end, 0.0, [&](double sum, int s) { return sum + probabilities[s]; }) /
                double(end - begin));
        }
        return means;
    }

    bool isNamed() const { return kindOf(m_origin.experiment.source).namesStates; }

    StageOrigin m_origin;
    StateNames m_names;
    std::vector<int> m_order; // states
    std::size_t m_each = 1;   // states a bar
};

} // namespace

std::unique_ptr<PageStage> makeDiscretePage(const StageOrigin& origin, const Stage& /*stage*/)
{
    return origin.generation->snapshot->categorical() ? std::make_unique<DiscretePage>(origin) : nullptr;
}

} // namespace hareloom::ui
