// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/image/VaeSnapshot.h"
#include "tests/chain/Runs.h"
#include "ui/session/LabSession.h"

#include <cmath>
#include <vector>

/// A chain of image models made by hand: no network is trained.
namespace hareloom::ui::fixtures {

inline constexpr int kSide = 8, kImages = 12, kPoints = 60, kLastImage = 4;

/// Rings whose radius tells the latent point; every generation they move towards one radius.
inline std::vector<std::uint8_t> imageWall(int generation)
{
    std::vector<std::uint8_t> wall;
    for (int i = 0; i < kImages; ++i)
        for (int y = 0; y < kSide; ++y)
            for (int x = 0; x < kSide; ++x) {
                const double radius = 2 + (0.25 * (i % 6) - 0.6) * std::pow(0.6, generation);
                const double away = std::abs(std::hypot(x - 3.5, y - 3.5) - radius);
                wall.push_back(static_cast<std::uint8_t>(std::lround(255 * std::max(0.0, 1 - away))));
            }
    return wall;
}

inline VaeView imageView(int generation)
{
    VaeView view;
    view.wall = imageWall(generation);
    for (int i = 0; i < kPoints; ++i) {
        const double radius = std::sqrt(i + 0.5) * 0.3 * std::pow(0.8, generation), angle = 2.4 * i;
        view.cloud.push_back(static_cast<float>(radius * std::cos(angle)));
        view.cloud.push_back(static_cast<float>(0.6 * radius * std::sin(angle)));
        view.cloudClasses.push_back(static_cast<std::uint8_t>(i % (generation < 3 ? 4 : 3)));
    }
    if (generation == 0)
        view.real = {
            {"classShare[0]", 0.25}, {"classShare[1]", 0.3}, {"classShare[2]", 0.25}, {"classShare[3]", 0.2}};
    return view;
}

inline GenerationPtr imageLink(int index, VaeView view, bool isMeasured = true)
{
    auto generation = std::make_shared<Generation>();
    generation->index = index;
    generation->realRows = index == 0 ? 1000 : 0;
    generation->syntheticRows = index == 0 ? 0 : 1000;
    generation->snapshot = std::make_shared<VaeSnapshot>(
        VaeArchitecture{ImageNetwork::Dense, kSide, kSide, 4, 16}, nullptr, std::move(view));
    if (isMeasured) {
        const double lost = 0.05 * index;
        const auto set = [&](const char* metric, double value) {
            generation->metrics.push_back({MetricName(metric), value});
        };
        set("latentStd", 0.7 * std::pow(0.9, index));
        set("survivingClasses", index < 4 ? 4 : 3);
        set("classShare[0]", 0.3 + lost / 2);
        set("classShare[1]", 0.3 + lost / 2);
        set("classShare[2]", 0.2);
        set("classShare[3]", 0.2 - lost);
    }
    return generation;
}

inline Experiment imageExperiment()
{
    return experimentOf(R"({"family": "image", "source": {"kind": "fashionMnist"}, "samples": {"size": 1000},
                            "generations": 4, "evaluation": {"metrics": ["latentStd", "survivingClasses", "classShare"]}})");
}

inline SessionContents imageSession()
{
    std::vector<GenerationPtr> links;
    for (int g = 0; g <= kLastImage; ++g)
        links.push_back(imageLink(g, imageView(g)));
    return {imageExperiment(), links, QStringLiteral("test")};
}

} // namespace hareloom::ui::fixtures
