// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/families/normal/NormalMixtureSnapshot.h"
#include "core/family/Generation.h"
#include "core/store/Session.h"

#include <QTemporaryDir>

#include <cmath>
#include <limits>

namespace hareloom::test {

inline Experiment smallExperiment()
{
    Experiment experiment;
    experiment.title = "Links made by hand";
    experiment.generations = 1'000'000;
    experiment.chains = 3;
    experiment.seed = 42;
    return experiment;
}

inline Provenance someProvenance()
{
    return {"0.1.0", "cpu", 2, kSamplingVersion, "2026-01-02T03:04:05Z"};
}

/// The names that all generations of one run share.
struct Names
{
    MetricName mean{"mean[0]"};
    MetricName variance{"variance"};
    MetricName risk{"risk"};
};

/// A link whose every number depends on its place.
inline Generation link(const Names& names, ChainIndex chain, int index, Seed experimentSeed = 42)
{
    Generation g;
    g.chain = chain;
    g.index = index;
    g.seed = deriveSeed(experimentSeed, static_cast<std::uint64_t>(chain % 3),
                        static_cast<std::uint64_t>(index), Purpose::Sample);
    g.realRows = index == 0 ? 100 : 0;
    g.syntheticRows = index == 0 ? 0 : 100;
    g.sampleRows = 100;
    g.fit.logLikelihood = -141.9 - index;
    g.metrics = {
        {names.mean, 0.1 * index}, {names.variance, 1.0 / (1 + index)}, {names.risk, 1e-300 * chain}};
    g.snapshot = std::make_shared<NormalMixtureSnapshot>(
        NormalMixture::single(Vector::Constant(1, 0.1 * index), Matrix::Constant(1, 1, 1.0 / (1 + index))));
    return g;
}

/// A path in a folder that goes away with the test.
inline std::string pathIn(const QTemporaryDir& folder, const char* name)
{
    return folder.filePath(name).toStdString();
}

} // namespace hareloom::test
