// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/PrepareChains.h"

#include "core/base/Text.h"
#include "core/metrics/Catalogue.h"
#include "core/recipe/CurationFields.h"
#include "core/recipe/Families.h"
#include "core/recipe/Stretches.h"
#include "core/training/OpenSource.h"

#include <algorithm>
#include <cstdlib>

namespace hareloom {
namespace {

Result<void> checkTable(const Experiment& experiment, const Family& family, const Source& source)
{
    const auto rows = source.rowCount();
    if (!rows)
        return {};
    const std::int64_t least = std::max<std::int64_t>(2, family.leastRows ? family.leastRows(experiment) : 2);
    if (*rows - experiment.evaluation.heldOut < least)
        return invalidSetting(
            "source", "there are " + std::to_string(*rows) + " rows, of which evaluation.heldOut sets " +
                          std::to_string(experiment.evaluation.heldOut) + " aside. At least " +
                          std::to_string(least) + " rows must be left to fit on.");
    return {};
}

Result<void> checkParts(const Experiment& experiment, const Family& family, const Source& source)
{
    for (const std::string& metric : experiment.evaluation.metrics) {
        const std::size_t bracket = metric.find('[');
        const int count = family.parts ? family.parts(metric, source) : source.dimension();
        if (bracket != std::string::npos && std::atoll(metric.c_str() + bracket + 1) >= count)
            return invalidSetting("evaluation.metrics", inQuotes(metric) + " is none of the source's. Its " +
                                                            std::string(family.partsWord) + " go from 0 to " +
                                                            std::to_string(count - 1) + ".");
    }
    return {};
}

} // namespace

Result<ChainSetupPtr> prepareChains(Experiment experiment, const StopToken& stop)
{
    auto setup = std::make_shared<ChainSetup>();
    const Family& family = *findFamily(experiment.family);
    if (family.ready)
        if (const auto ready = family.ready(); !ready)
            return ready.error();
    auto source = openSource(experiment);
    if (!source)
        return source.error();
    if (family.applyErrorSwitches)
        family.applyErrorSwitches(experiment, **source);
    if (auto enough = checkTable(experiment, family, **source); !enough)
        return enough.error();
    if (family.prepare)
        if (auto prepared = family.prepare(experiment, **source); !prepared)
            return prepared.error();
    if (auto known = checkParts(experiment, family, **source); !known)
        return known.error();
    if (auto curated = checkCurationOf(experiment, **source); !curated)
        return curated.error();
    auto moments = sourceMomentsOf(**source, stop);
    if (!moments)
        return moments.error();
    setup->family = &family;
    setup->sourceMoments = *std::move(moments);
    setup->experiment = std::move(experiment);
    setup->source = std::move(*source);
    return ChainSetupPtr(setup);
}

const Leg& legOf(const Course& course, std::int64_t generation)
{
    const auto after =
        std::upper_bound(course.begin(), course.end(), generation,
                         [](std::int64_t sought, const Leg& leg) { return sought < leg.from; });
    return *std::prev(after);
}

Result<Course> prepareCourse(const Experiment& variant, const StopToken& stop)
{
    std::vector<Stretch> stretches = stretchesOf(variant);
    auto first = prepareChains(std::move(stretches.front().experiment), stop);
    if (!first)
        return first.error();
    Course course = {{0, *first}};
    for (std::size_t s = 1; s < stretches.size(); ++s) {
        auto setup = std::make_shared<ChainSetup>(**first);
        setup->experiment = std::move(stretches[s].experiment);
        if (setup->family->applyErrorSwitches)
            setup->family->applyErrorSwitches(setup->experiment, *setup->source);
        if (setup->family->prepare)
            if (auto prepared = setup->family->prepare(setup->experiment, *setup->source); !prepared)
                return prepared.error();
        if (auto curated = checkCurationOf(setup->experiment, *setup->source); !curated)
            return curated.error();
        course.push_back({stretches[s].from, std::move(setup)});
    }
    return course;
}

} // namespace hareloom
