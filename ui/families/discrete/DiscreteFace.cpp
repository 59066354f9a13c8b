// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/discrete/DiscreteFace.h"

#include "core/metrics/Discrete.h"
#include "ui/families/discrete/DiscreteStage.h"
#include "ui/families/discrete/StateNames.h"
#include "ui/stage/RealHistogram.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace hareloom::ui {

namespace {

void drawDiscrete(QPainter& p, const QColor& c)
{
    p.fillRect(QRectF(3, 5, 3.6, 15), c);
    p.fillRect(QRectF(8, 10, 3.6, 10), c);
    p.fillRect(QRectF(13, 14, 3.6, 6), c);
    p.setPen(QPen(c, 1.3));
    p.drawRect(QRectF(18.6, 16.4, 2.6, 3));
}

const Vector* probabilitiesOf(const Generation& generation)
{
    const Categorical* states = generation.snapshot ? generation.snapshot->categorical() : nullptr;
    return states ? &states->probabilities : nullptr;
}

template<class OfStates>
auto ofStates(OfStates value)
{
    return [value](const Generation& generation) {
        const Vector* p = probabilitiesOf(generation);
        return p ? double(value(*p)) : std::numeric_limits<double>::quiet_NaN();
    };
}

class DiscreteFace final : public Face
{
public:
    DiscreteFace() : Face("discrete") {}

    DrawGlyph glyph() const override { return drawDiscrete; }

    std::unique_ptr<Stage> makeStage(const Snapshot& first) const override
    {
        return first.categorical() ? std::make_unique<DiscreteStage>() : nullptr;
    }

    std::vector<Quantity> quantities(const Snapshot& first,
                                     const std::vector<std::string>& /*variables*/) const override
    {
        if (!first.categorical())
            return {};
        const auto tr = [](const char* text) {
            return QCoreApplication::translate("hareloom::ui::DiscreteFace", text);
        };
        return {
            {"survivingStates", tr("Surviving states"), ofStates(survivingStates)},
            {"entropyNats", tr("Entropy (nats)"), ofStates(entropyNats)},
            {"largest", tr("Largest probability"), ofStates([](const Vector& p) { return p.maxCoeff(); })}};
    }

    bool sharesAxes(const Snapshot& own, const Snapshot& other) const override
    {
        const Categorical *a = own.categorical(), *b = other.categorical();
        return a && b && a->probabilities.size() == b->probabilities.size();
    }

    // The most frequent states first, as on the stage.
    void paintRealData(QPainter& painter, const QRectF& room, const RealData& data, bool /*invites*/,
                       const Theme& theme) const override
    {
        if (!data.rows || data.rows->rows() == 0)
            return;
        const QRectF inner = insideOf(room, 64, 0);
        const AxisRange x{0, double(std::max<std::int64_t>(1, data.states)), false};
        const auto bins = static_cast<std::size_t>(
            std::clamp<std::int64_t>(data.states, 1, static_cast<int>(inner.width() / 2)));
        const std::vector<double> counts = countsOf(*data.rows, x, bins);
        std::vector<std::size_t> order(bins);
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
        std::vector<double> heights;
        for (const std::size_t bin : order)
            heights.push_back(counts[bin]);
        const StateNames names(data.classNames);
        const bool isEach = names.areWords() && std::cmp_equal(bins, data.states);
        paintRealHistogram(painter, inner,
                           {x, QCoreApplication::translate("EmptyStage", "states, most frequent first"),
                            isEach ? rankTicks(x, inner.width(), bins, true,
                                               [&](std::size_t rank) {
                                                   return names.of(static_cast<int>(order[rank]));
                                               })
                                   : std::vector<Tick>(),
                            heights},
                           theme);
    }

    bool takesColumns(bool areNumbers, std::size_t /*columns*/) const override { return !areNumbers; }
};

} // namespace

const Face& discreteFace()
{
    static const DiscreteFace face;
    return face;
}

} // namespace hareloom::ui
