// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/StageRegistry.h"

#include "core/families/image/VaeSnapshot.h"
#include "core/families/language/LanguageSnapshot.h"
#include "ui/families/discrete/DiscreteStage.h"
#include "ui/families/image/ImageStage.h"
#include "ui/families/language/TextStage.h"
#include "ui/families/normal/DensityStage.h"
#include "ui/families/normal/ScatterStage.h"

namespace hareloom::ui {

namespace {

struct StageEntry
{
    bool (*fits)(const Experiment&, const Snapshot&);
    std::unique_ptr<Stage> (*make)();
};

bool isMixtureOf(const Snapshot& snapshot, bool (*dimensionFits)(int))
{
    const NormalMixture* mixture = snapshot.normalMixture();
    return mixture && dimensionFits(mixture->dimension());
}

bool isLine(const Experiment&, const Snapshot& s)
{
    return isMixtureOf(s, [](int d) { return d == 1; });
}

bool isPlane(const Experiment&, const Snapshot& s)
{
    return isMixtureOf(s, [](int d) { return d >= 2; });
}

bool isDiscrete(const Experiment&, const Snapshot& s)
{
    return s.categorical() != nullptr;
}

bool isImages(const Experiment&, const Snapshot& s)
{
    return asVae(s) != nullptr;
}

bool isText(const Experiment&, const Snapshot& s)
{
    return asLanguage(s) != nullptr;
}

// The first that fits is taken.
constexpr StageEntry kStages[] = {
    {isLine, [] { return std::unique_ptr<Stage>(new DensityStage); }},
    {isPlane, [] { return std::unique_ptr<Stage>(new ScatterStage); }},
    {isDiscrete, [] { return std::unique_ptr<Stage>(new DiscreteStage); }},
    {isImages, [] { return std::unique_ptr<Stage>(new ImageStage); }},
    {isText, [] { return std::unique_ptr<Stage>(new TextStage); }},
};

} // namespace

std::unique_ptr<Stage> makeStage(const Experiment& experiment, const Snapshot& snapshot)
{
    for (const StageEntry& entry : kStages)
        if (entry.fits(experiment, snapshot))
            return entry.make();
    return nullptr;
}

} // namespace hareloom::ui
