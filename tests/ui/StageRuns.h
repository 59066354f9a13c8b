// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/chain/Runs.h"
#include "ui/families/Faces.h"
#include "ui/stage/StageScene.h"

/// Small experiments of the families that need no network: the same numbers on every machine.
namespace hareloom::ui::fixtures {

inline constexpr auto kGaussian =
    R"({"family": "gaussian", "samples": {"size": 60}, "generations": 30, "seed": 3})";
inline constexpr auto kTwelveGaussians =
    R"({"family": "gaussian", "samples": {"size": 40}, "generations": 40, "chains": 12, "seed": 1})";
inline constexpr auto kWrightFisher =
    R"({"family": "discrete", "source": {"kind": "categories", "weights": [1, 1, 1, 1,
    1, 1, 1, 1]}, "samples": {"size": 30}, "generations": 60, "chains": 40, "seed": 1})";
inline constexpr auto kKde = R"({"family": "kde", "samples": {"size": 40}, "generations": 20, "seed": 2})";
inline constexpr auto kMoons =
    R"({"family": "kde", "source": {"kind": "twoMoons", "noise": 0.08}, "model": {"bandwidth":
    "fixed", "bandwidthValue": 0.1}, "samples": {"size": 300}, "generations": 5, "seed": 1})";
inline constexpr auto kTwoClouds =
    R"({"family": "mixture", "source": {"kind": "mixture", "weights": [0.65, 0.35],
    "means": [[-2, 0], [2, 0]], "covariances": [[[1, 0], [0, 1]]]}, "model": {"components": 2},
    "samples": {"size": 150}, "generations": 20, "seed": 2})";
inline constexpr auto kTenStates =
    R"({"family": "discrete", "source": {"kind": "categories", "weights": [20, 17, 14, 12,
    10, 9, 7, 5, 4, 2]}, "samples": {"size": 100}, "generations": 40, "seed": 3})";
inline constexpr auto kZipf =
    R"({"family": "discrete", "source": {"kind": "zipf", "states": 500, "exponent": 1},
    "samples": {"size": 3000}, "generations": 20, "seed": 1})";

inline constexpr auto kLine =
    R"({"family": "regression", "source": {"kind": "linear", "inputs": 1, "coefficients": [1], "noise": 0.5},
    "samples": {"size": 20}, "generations": 20, "seed": 3})";
inline constexpr auto kAnswers =
    R"({"family": "regression", "source": {"kind": "linear", "inputs": 4, "coefficients": [], "noise": 0.5},
    "samples": {"size": 30}, "generations": 12, "seed": 2})";
inline constexpr auto kTwoReaders =
    R"({"family": "gaussian", "samples": {"size": 50}, "generations": 40, "seed": 1,
    "variants": [{"title": "First", "set": {}}, {"title": "Second", "set": {}}, {"title": "Alone", "set": {}}],
    "interaction": {"matrix": [[0.9, 0.1, 0], [0.1, 0.9, 0], [0, 0, 1]]}})";

inline constexpr auto kWords =
    R"({"family": "ngram", "source": {"kind": "fieldGuide", "articles": 60, "blockTokens": 64},
    "model": {"order": 2, "units": "words", "prompted": false}, "samples": {"size": 0}, "generations": 6,
    "evaluation": {"metrics": ["conditionalEntropyNats"], "prompts": ["The tower of the church"]}, "seed": 1})";

/// One of them, run to its end, and its stage.
struct StageRun
{
    LabSession session;
    StageScene scene{session, faceOf};

    explicit StageRun(const QByteArray& json)
    {
        const Experiment experiment = experimentOf(json);
        session.setFinished({experiment, collected(experiment).generations, QStringLiteral("test")}, {});
    }
    void look(ChainIndex chain)
    {
        scene.setChain(chain);
        if (const auto real = RealRows::read(session.experimentOf(chain), chain))
            scene.setRealData(*real);
    }
};

} // namespace hareloom::ui::fixtures
