// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Source.h"
#include "core/experiment/Experiment.h"
#include "core/families/normal/NormalSettings.h"
#include "core/recipe/Families.h"

namespace hareloom {

inline DatasetPtr tableOf(Matrix rows)
{
    return std::make_shared<Table>(std::move(rows));
}

/// n rows of N(0, I), shifted and scaled in each variable alike.
inline Matrix normalRows(std::int64_t n, int d, Seed seed, double shift = 0, double scale = 1)
{
    std::vector<double> z(static_cast<std::size_t>(n * d));
    fillNormals(seed, 0, z);
    return (scale * Eigen::Map<Matrix>(z.data(), n, d)).array() + shift;
}

inline Matrix faithful()
{
    SourceConfig config;
    config.kind = "faithful";
    return *toMatrix((*makeSource(config, RowKind::Numbers))->draw(272, 0));
}

/// With the settings of these structs: make("kde", {2}, KdeSettings{...}).
template<class... Settings>
std::unique_ptr<Generator> make(const char* family, const DataShape& shape, const Settings&... settings)
{
    Experiment experiment;
    ((experiment.model.of<Settings>() = settings), ...);
    return findFamily(family)->make(experiment, shape);
}

/// n rows of the present fit.
inline DatasetPtr sampled(const Generator& generator, std::int64_t n, Seed seed, double lambda = 1)
{
    return *generator.sample(n, seed, {lambda}, {});
}

inline const NormalMixture& mixtureOf(const Generator& generator)
{
    return *generator.snapshot()->normalMixture();
}

} // namespace hareloom
