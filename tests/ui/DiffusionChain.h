// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/diffusion/DiffusionSnapshot.h"
#include "tests/chain/Runs.h"
#include "ui/session/LabSession.h"

#include <cmath>
#include <numbers>

/// Chains of diffusion models made by hand: no network is trained.
namespace hareloom::ui::fixtures {

inline constexpr int kDrawnRows = 64, kLastDrawn = 4;

/// Points around eight places on a circle that move towards one of them; each learned from a row a little
/// beside it.
inline DiffusionView drawnPoints(int generation)
{
    DiffusionView view{
        Matrix(kDrawnRows, 2), Matrix(kDrawnRows, 2), {Vector::Zero(2), Matrix::Identity(2, 2)}, {}};
    for (int i = 0; i < kDrawnRows; ++i) {
        const double angle = (i % 8) * std::pow(0.8, generation) * std::numbers::pi / 4,
                     off = 0.1 * (i / 8 - 3.5) / 3.5;
        view.drawn.row(i) << 2 * std::cos(angle) + off, 2 * std::sin(angle) - off;
        view.nearest.row(i) = view.drawn.row(i).array() + 0.2 * std::pow(0.5, generation);
    }
    return view;
}

/// Bars whose place tells the noise.
inline DiffusionView drawnImages(int generation)
{
    DiffusionView view{Matrix::Zero(kDrawnRows, 64),
                       Matrix::Zero(kDrawnRows, 64),
                       {Vector::Zero(64), Matrix::Identity(64, 64)},
                       {}};
    for (int i = 0; i < kDrawnRows; ++i)
        for (int y = 0; y < 8; ++y) {
            view.drawn(i, 8 * y + (i + generation) % 8) = 1;
            view.nearest(i, 8 * y + i % 8) = 0.8;
        }
    return view;
}

inline GenerationPtr diffusionLink(int index, bool areImages)
{
    const int d = areImages ? 64 : 2, side = areImages ? 8 : 0;
    auto model = std::make_shared<DiffusionModel>();
    model->architecture = {.dimension = d, .width = side, .height = side, .units = 4, .layers = 1};
    model->weights.assign(static_cast<std::size_t>(parameterCount(model->architecture)), 0.0F);
    model->centre = model->scale = Vector::Ones(d);
    auto generation = std::make_shared<Generation>();
    generation->index = index;
    generation->realRows = index == 0 ? 200 : 0;
    generation->syntheticRows = index == 0 ? 0 : 200;
    generation->snapshot =
        std::make_shared<DiffusionSnapshot>(model, areImages ? drawnImages(index) : drawnPoints(index));
    generation->metrics = {{MetricName("survivingModes"), 8.0 - index},
                           {MetricName("copiedShare"), 0.2 * index}};
    return generation;
}

inline SessionContents diffusionSession(bool areImages)
{
    const char* text =
        areImages ? R"({"family": "diffusion", "source": {"kind": "digits"}, "samples": {"size": 200},
                                       "generations": 4, "evaluation": {"metrics": ["survivingModes", "copiedShare"]}})"
                  : R"({"family": "diffusion", "source": {"kind": "eightGaussians"}, "samples": {"size": 200},
                                       "generations": 4, "evaluation": {"metrics": ["survivingModes", "copiedShare"]}})";
    std::vector<GenerationPtr> links;
    for (int g = 0; g <= kLastDrawn; ++g)
        links.push_back(diffusionLink(g, areImages));
    return {experimentOf(text), links, QStringLiteral("test")};
}

} // namespace hareloom::ui::fixtures
