// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest>

namespace hareloom {

/// Rows of a data-driven test: every family and every way a policy can mix its rows.
inline void everyLoop()
{
    QTest::addColumn<QByteArray>("json");
    struct Rows
    {
        const char* name;
        const char* rest;
        const char* taste; // for such rows
        bool hasDensity = true; // so that a filter can judge them
    };
    const Rows families[] = {
        {"gaussian",
         R"("family": "gaussian", "samples": {"size": 60}, "evaluation": {"metrics": ["mean", "variance", "risk", "klNats", "tailMass", "heldOutNll", "w2NoiseFloor"], "heldOut": 50})",
         R"({"reward": "near", "point": [1], "strength": 2})"},
        {"gaussian 2-D",
         R"("family": "gaussian", "source": {"kind": "twoMoons"}, "samples": {"size": 60}, "evaluation": {"metrics": ["mean", "variance", "w2Squared"]})",
         R"({"reward": "direction", "point": [1, -0.5]})"},
        {"kde",
         R"("family": "kde", "source": {"kind": "mixture"}, "samples": {"size": 40}, "evaluation": {"metrics": ["variance", "jsNats", "w2Squared", "l2ToFirst"], "heldOut": 30})",
         R"({"reward": "near", "point": [1], "strength": 2})"},
        {"mixture",
         R"("family": "mixture", "source": {"kind": "eightGaussians"}, "model": {"components": 3, "starts": 2}, "samples": {"size": 80}, "evaluation": {"metrics": ["variance", "minorityShare", "emIterations", "logLikelihood", "reverseKlNats"], "heldOut": 30})",
         R"({"reward": "near", "point": [0, 1]})"},
        {"discrete",
         R"("family": "discrete", "source": {"kind": "zipf", "states": 50}, "samples": {"size": 70}, "evaluation": {"metrics": ["survivingStates", "entropyNats", "tailMass", "jsNats"]})",
         R"({"reward": "classes", "classes": [1, 4]})"},
        {"regression",
         R"("family": "regression", "source": {"kind": "linear", "inputs": 2, "noise": 0.5}, "samples": {"size": 60}, "evaluation": {"metrics": ["testError", "residualVariance", "coefficientNorm"]})",
         R"({"reward": "near", "point": [0, 0, 1]})", false},
        {"regression on features",
         R"("family": "regression", "source": {"kind": "linear", "inputs": 2, "noise": 0.5}, "model": {"features": "relu", "featureCount": 12, "ridge": 0.01, "noise": "fixed"}, "samples": {"size": 60}, "evaluation": {"metrics": ["testError", "residualVariance"]})",
         R"({"reward": "direction", "point": [0, 1, 1]})", false}};
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
        {"filter and accumulate", R"({"pool": "all", "filter": {"keepWrong": 0.1}})"},
        {"real weight", R"({"realShare": 0.1, "freshShare": 0.2, "realWeight": 0.7})"},
        {"taste", R"({"curation": {"bestOf": 3, "tastes": [TASTE]}})"},
        {"two tastes and all else",
         R"({"pool": "all", "subsample": 40, "betaPrevious": 0.2, "realShare": 0.1, "realWeight": 0.4, "filter": {"keepWrong": 0.5}, "curation": {"bestOf": 2, "tastes": [TASTE, TASTE]}})"}};
    for (const auto& [family, rest, taste, hasDensity] : families)
        for (const auto& [name, policy] : policies)
            if (hasDensity || !QByteArray(policy).contains("filter"))
                QTest::addRow("%s, %s", family, name)
                    << QByteArray("{") + rest +
                           ", \"policy\": " + QByteArray(policy).replace("TASTE", taste) +
                           R"(, "generations": 6, "chains": 2, "seed": 5})";
}

} // namespace hareloom
