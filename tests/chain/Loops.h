// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest>

namespace hareloom {

/// Rows of a data-driven test: every family and every way a policy can mix its rows.
inline void everyLoop()
{
    QTest::addColumn<QByteArray>("json");
    const std::pair<const char*, const char*> families[] = {
        {"gaussian",
         R"("family": "gaussian", "samples": {"size": 60}, "evaluation": {"metrics": ["mean", "variance", "risk", "klNats", "tailMass", "heldOutNll", "w2NoiseFloor"], "heldOut": 50})"},
        {"gaussian 2-D",
         R"("family": "gaussian", "source": {"kind": "twoMoons"}, "samples": {"size": 60}, "evaluation": {"metrics": ["mean", "variance", "w2Squared"]})"},
        {"kde",
         R"("family": "kde", "source": {"kind": "mixture"}, "samples": {"size": 40}, "evaluation": {"metrics": ["variance", "jsNats", "w2Squared", "l2ToFirst"], "heldOut": 30})"},
        {"mixture",
         R"("family": "mixture", "source": {"kind": "eightGaussians"}, "model": {"components": 3, "starts": 2}, "samples": {"size": 80}, "evaluation": {"metrics": ["variance", "minorityShare", "emIterations", "logLikelihood", "reverseKlNats"], "heldOut": 30})"},
        {"discrete",
         R"("family": "discrete", "source": {"kind": "zipf", "states": 50}, "samples": {"size": 70}, "evaluation": {"metrics": ["survivingStates", "entropyNats", "tailMass", "jsNats"]})"}};
    const std::pair<const char*, const char*> policies[] = {
        {"replace", R"({})"},
        {"accumulate", R"({"pool": "all"})"},
        {"accumulate, subsample", R"({"pool": "all", "subsample": 30})"},
        {"subsample", R"({"subsample": 30})"},
        {"real share", R"({"realShare": 0.3})"},
        {"fresh share", R"({"freshShare": 0.3})"},
        {"previous share", R"({"betaPrevious": 0.4, "realShare": 0.1, "freshShare": 0.1})"},
        {"previous share of a pool", R"({"pool": "all", "subsample": 40, "betaPrevious": 0.5})"},
        {"control", R"({"pool": "first"})"},
        {"control with shares", R"({"pool": "first", "realShare": 0.1, "betaPrevious": 0.3})"},
        {"filter", R"({"filter": {"keepRight": 0.7, "keepWrong": 0.2}})"},
        {"filter and accumulate", R"({"pool": "all", "filter": {"keepWrong": 0.1}})"}};
    for (const auto& [family, rest] : families)
        for (const auto& [name, policy] : policies)
            QTest::addRow("%s, %s", family, name) << QByteArray("{") + rest + ", \"policy\": " + policy +
                                                         R"(, "generations": 6, "chains": 2, "seed": 5})";
}

} // namespace hareloom
