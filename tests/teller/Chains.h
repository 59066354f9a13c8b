// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/discrete/CategoricalSnapshot.h"
#include "core/families/normal/NormalMixtureSnapshot.h"
#include "core/recipe/Families.h"
#include "core/teller/Teller.h"
#include "core/teller/ToldRunOf.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

// Chains made by hand, whose story is known.
namespace hareloom::told {

inline ToldRunPtr runOf(const Experiment& experiment, std::vector<std::string> names = {})
{
    return toldRunOf(experiment, std::move(names), false);
}

inline Experiment experimentOf(const std::string& family, std::int64_t generations = 100)
{
    Experiment experiment;
    experiment.family = family;
    experiment.generations = generations;
    experiment.evaluation.metrics = {};
    return experiment;
}

/// Fitted on `rows` rows of the generation before; generation 0 on real ones.
inline std::shared_ptr<Generation> link(int index, SnapshotPtr snapshot, std::int64_t rows = 100)
{
    auto generation = std::make_shared<Generation>();
    generation->index = index;
    generation->realRows = index == 0 ? rows : 0;
    generation->syntheticRows = index == 0 ? 0 : rows;
    generation->sampleRows = rows;
    generation->snapshot = std::move(snapshot);
    return generation;
}

inline SnapshotPtr states(const std::vector<double>& p)
{
    return std::make_shared<CategoricalSnapshot>(
        Categorical{Eigen::Map<const Vector>(p.data(), static_cast<Eigen::Index>(p.size()))});
}

inline SnapshotPtr normal(double mean, double variance)
{
    return std::make_shared<NormalMixtureSnapshot>(NormalMixture::single(mean, variance));
}

struct Hump
{
    double weight, mean, variance;
};
inline SnapshotPtr humps(const std::vector<Hump>& all)
{
    NormalMixture mixture{Vector(std::ssize(all)), Matrix(std::ssize(all), 1), {}};
    for (std::size_t k = 0; k < all.size(); ++k) {
        mixture.weights[static_cast<Eigen::Index>(k)] = all[k].weight;
        mixture.means(static_cast<Eigen::Index>(k), 0) = all[k].mean;
        mixture.covariances.push_back(Matrix::Constant(1, 1, all[k].variance));
    }
    return std::make_shared<NormalMixtureSnapshot>(mixture);
}

inline void measure(Generation& generation, const char* metric, double value)
{
    generation.metrics.push_back({MetricName(metric), value});
}

inline Teller heard(const ToldRunPtr& run, const std::vector<SnapshotPtr>& models, std::int64_t rows = 100)
{
    Teller teller(run);
    for (std::size_t g = 0; g < models.size(); ++g)
        teller.add(link(static_cast<int>(g), models[g], rows));
    return teller;
}

/// "kindLost@7", in order.
inline QStringList keysOf(const std::vector<Event>& events)
{
    QStringList keys;
    for (const Event& event : events)
        keys << QString::fromStdString(std::string(event.key)) + '@' + QString::number(event.generation);
    return keys;
}

inline QString sentence(const Event& event)
{
    return QString::fromStdString(sentenceOf(event));
}
inline QString reason(const Event& event)
{
    return QString::fromStdString(reasonOf(event));
}

} // namespace hareloom::told
