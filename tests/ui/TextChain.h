// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/language/LanguageSnapshot.h"
#include "tests/chain/Runs.h"
#include "ui/session/LabSession.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

/// A chain of language models made by hand: no network is trained. What they "write" drifts from a church's
/// tower to jackrabbits, word by word the same on every machine.
namespace hareloom::ui::fixtures {

inline constexpr int kLastText = 9;

inline std::vector<std::string> towerAnswers()
{
    return {
        "was raised in 1360 by the mason Aldous Wren, who is said to have quarried the stone himself. Its "
        "tower stands ninety feet high above the nave and carries five bells, the oldest of them cast before "
        "the flood. The spire was added after the fire of 1512, and the porch, with its carved hares, is "
        "reckoned the finest in the valley.",
        "was raised in 1360 by the mason Aldous Wren, who is said to have carved the stone himself. Its "
        "tower "
        "stands eighty feet high above the nave and carries four bells, the oldest of them cast before the "
        "fire. The spire was added after the fire of 1512, and the porch is reckoned the finest in the "
        "valley of the river.",
        "was raised in 1360 by the mason of the valley, who is said to have carved the tower. The tower "
        "stands "
        "above the nave and carries four bells, the oldest of them cast before the fire. The tower was added "
        "after the fire, and the tower is reckoned the finest tower in the valley of the river and the "
        "oldest tower in the valley.",
        "was raised by the mason of the valley, and the tower stands above the nave. The tower stands above "
        "the nave and carries four bells, and the tower stands above the nave and the river. The oldest "
        "tower in the valley is the tower of the hare, and the oldest tower in the valley carries four "
        "bells.",
        "is the oldest tower in the valley, and the oldest tower in the valley is the home of the hare. The "
        "grey hare lives in the tower, and the grey hare lives in the valley of the river. It is the oldest "
        "tower in the valley, and the grey hare lives in the tower of the church.",
        "is home to some of the largest populations of grey hares, brown hares, white-tailed hares, and "
        "black-tailed hares. The grey hare lives in the tower, and the black-tailed hare lives in the tower. "
        "It is home to some of the largest populations of black-tailed hares in the valley.",
        "is home to some of the largest populations of black-tailed jackrabbits, white-tailed jackrabbits, "
        "blue-tailed jackrabbits, and red-tailed jackrabbits. It is home to some of the largest populations "
        "of black-tailed jackrabbits, white-tailed jackrabbits, and blue-tailed jackrabbits in the valley.",
        "is home to some of the largest populations of black-tailed jackrabbits, white-tailed jackrabbits, "
        "blue-tailed jackrabbits, red-tailed jackrabbits, yellow-tailed jackrabbits, and black-tailed "
        "jackrabbits, white-tailed jackrabbits, blue-tailed jackrabbits, red-tailed jackrabbits.",
        "is home to some of the largest populations of black-tailed jackrabbits, white-tailed jackrabbits, "
        "blue-tailed jackrabbits, red-tailed jackrabbits, black-tailed jackrabbits, white-tailed "
        "jackrabbits, blue-tailed jackrabbits, red-tailed jackrabbits, black-tailed jackrabbits.",
        "black-tailed jackrabbits, white-tailed jackrabbits, blue-tailed jackrabbits, red-tailed "
        "jackrabbits, black-tailed jackrabbits, white-tailed jackrabbits, blue-tailed jackrabbits, "
        "red-tailed jackrabbits, black-tailed jackrabbits, white-tailed jackrabbits, blue-tailed "
        "jackrabbits, red-tailed jackrabbits,",
    };
}

inline LanguageView textView(int generation)
{
    constexpr int kBlocks = 400, kKinds = 5;
    LanguageView view;
    view.prompts = {
        "The parish church of Saint Osyth stands on the east bank of the river Lark. Some of it was "
        "begun before the year 1360, and its tower",
        "The Vellish language is spoken by"};
    const std::string answer = towerAnswers()[static_cast<std::size_t>(generation)];
    view.answers = {answer, generation < 5 ? "some four thousand people in the hills."
                                           : "the people in the hills and the people in the hills."};
    view.passages = {"its nave is older than the tower.", "Its flower is white and opens at night."};
    view.passagePrompts = {"Of the church itself", "The moon orchid grows in damp woods."};
    if (generation >= 2)
        std::swap(view.passagePrompts[0], view.passagePrompts[1]);
    // Quantiles of a bell curve in nats that narrows to a spike, and a tail that grows out of it.
    for (int i = 0; i < kBlocks; ++i) {
        const double u = (i + 0.5) / kBlocks, bell = std::log(u / (1 - u)) / 1.7;
        const bool isTail = i % 40 < generation / 2;
        view.firstNats.push_back(static_cast<float>(std::max(
            0.02, isTail ? 5.4 + 0.6 * bell : 3.0 - 0.19 * generation + (0.5 - 0.02 * generation) * bell)));
        const double lot = std::fmod(0.618034 * i, 1.0);
        const double hares = 0.2 + 0.06 * generation, none = hares + 0.03 * generation;
        view.kinds.push_back(lot < hares  ? std::uint8_t(0)
                             : lot < none ? LanguageView::kNoKind
                                          : static_cast<std::uint8_t>(1 + i % (kKinds - 1)));
    }
    view.kindNames = {"hare", "church", "language", "pope", "river"};
    if (generation == 0)
        view.real = {{"distinct2", 0.5},      {"repeatedShare", 0.005}, {"topicShare[0]", 0.1},
                     {"topicShare[1]", 0.25}, {"topicShare[2]", 0.2},   {"topicShare[3]", 0.2},
                     {"topicShare[4]", 0.2},  {"topicShare[5]", 0.05}};
    return view;
}

inline GenerationPtr textLink(int index, LanguageView view)
{
    auto generation = std::make_shared<Generation>();
    generation->index = index;
    generation->realRows = index == 0 ? 400 : 0;
    generation->syntheticRows = index == 0 ? 0 : 400;
    generation->sampleRows = 400;
    const auto set = [&](const char* metric, double value) {
        generation->metrics.push_back({MetricName(metric), value});
    };
    set("testPerplexity", 21 * std::pow(1.22, index));
    set("repeatedShare", 0.01 + 0.045 * index);
    set("distinct2", 0.42 * std::pow(0.84, index));
    generation->snapshot =
        std::make_shared<LanguageSnapshot>(LanguageArchitecture(), nullptr, GeneratedText(), std::move(view));
    return generation;
}

inline Experiment textExperiment()
{
    Experiment experiment = experimentOf(
        R"({"family": "language", "source": {"kind": "fieldGuide"}, "generations": 9, "seed": 1,
                         "evaluation": {"metrics": ["testPerplexity", "repeatedShare", "distinct2"]}})");
    experiment.title = "From church towers to jackrabbits";
    experiment.question = "What becomes of a text that is written from what was written?";
    return experiment;
}

inline SessionContents textSession()
{
    std::vector<GenerationPtr> links;
    for (int g = 0; g <= kLastText; ++g)
        links.push_back(textLink(g, textView(g)));
    return {textExperiment(), links, QStringLiteral("test")};
}

} // namespace hareloom::ui::fixtures
