// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/image/ImageEvaluator.h"

#include "core/base/SamplingWithoutReplacement.h"
#include "core/metrics/Discrete.h"
#include "core/metrics/Images.h"

#include <algorithm>
#include <cmath>

namespace hareloom {
namespace {

constexpr std::int64_t kComparedRows = 5000;  // at most, real and generated
constexpr std::int64_t kNeighbourRows = 1000; // of precision and recall
constexpr int kNeighbours = 3;                // as in Kynkaanniemi et al. 2019
constexpr std::int64_t kJudgedRows = 1000;
constexpr std::int64_t kCloudRows = 1000;
constexpr double kSurvives = 1e-3; // share below which a class counts as lost

// Streams beneath the evaluation's seed; those below 10 are the other metrics'.
enum Draw : std::uint64_t { PickReal = 10, LossNoise = 11 };

/// Some rows, evenly from all: files are often sorted by class.
Matrix picked(const DatasetPtr& rows, std::int64_t most, Seed seed)
{
    const std::int64_t count = std::min(most, rows->rows());
    Matrix values(count, rows->dimension());
    rows->gather(sampleWithoutReplacement(count, rows->rows(), seed), values);
    return values;
}

/// The source's images, also those of a class that was made rare: the classifier knows it all the same.
Result<ImageSetPtr> completeImages(const Experiment& experiment)
{
    SourceConfig config = experiment.source;
    config.rareClass = -1;
    return makeSource(config, RowKind::Images, experiment.baseFolder)
        .transform([](const std::shared_ptr<const Source>& source) { return source->images(); });
}

int rarestClass(const ImageSet& images)
{
    std::vector<std::int64_t> counts(static_cast<std::size_t>(images.classes()));
    for (const std::uint8_t label : images.labels)
        ++counts[label];
    return static_cast<int>(std::min_element(counts.begin(), counts.end()) - counts.begin());
}

} // namespace

ImageEvaluator::ImageEvaluator(const References& references)
    : m_experiment(references.setup->experiment),
      m_images(references.setup->source->images()),
      m_seed(references.seed)
{
    const auto wants = [this](std::initializer_list<std::string_view> names) {
        return std::any_of(m_experiment.evaluation.metrics.begin(), m_experiment.evaluation.metrics.end(),
                           [&](const std::string& metric) {
                               return std::find(names.begin(), names.end(),
                                                metric.substr(0, metric.find('['))) != names.end();
                           });
    };
    m_wantsNeighbours = wants({"featurePrecision", "featureRecall"});
    m_wantsClasses = !m_experiment.policy.filter.classes.empty() || m_wantsNeighbours ||
                     wants({"classShare", "classEntropyNats", "rarestClassShare", "survivingClasses",
                            "featureFrechet", "classifierAccuracy"});
    m_wantsTerms = wants({"reconstructionNats", "vaeKlNats"});
    m_real = picked(references.realRows, kComparedRows, childSeed(m_seed, PickReal));
    const Matrix& judged = references.heldOut ? *references.heldOut : m_real;
    m_judged = judged.topRows(std::min(kJudgedRows, judged.rows()));
}

Result<void> ImageEvaluator::prepare(const FitContext& context)
{
    if (m_probe)
        return {};
    const auto networks = imageNetworks();
    if (!networks)
        return networks.error();
    auto probe = (*networks)->makeProbe();
    if (m_wantsClasses) {
        const auto images = completeImages(m_experiment);
        if (!images)
            return images.error();
        if (auto learnt = probe->learnClasses(*images, context); !learnt)
            return learnt;
    }
    m_probe = std::move(probe);
    return {};
}

Result<void> ImageEvaluator::look(const Snapshot& first, Measured& measured, const FitContext&)
{
    m_values.clear();
    m_isFirst = &first == measured.snapshot.get();
    const VaeSnapshot& now = *asVae(*measured.snapshot);
    const Matrix rows = measured.rows(m_real.rows());
    if (!m_plane) {
        const Matrix real = m_probe->encode(*asVae(first), m_real);
        m_plane = principalPlane(real);
        m_realValues["latentStd"] = pooledStd(real);
    }
    m_latents = m_probe->encode(*asVae(first), rows);
    m_values["latentStd"] = pooledStd(m_latents);
    if (m_wantsClasses)
        lookAtClasses(rows);
    if (m_wantsTerms)
        lookAtTerms(now);
    measured.snapshot = withPlaces(now);
    return {};
}

NamedValues ImageEvaluator::sharesOf(const std::vector<int>& classes) const
{
    const Vector shares = classShares(classes, m_images->classes());
    NamedValues values;
    for (Eigen::Index c = 0; c < shares.size(); ++c)
        values[partName("classShare", static_cast<std::size_t>(c))] = shares[c];
    values["classEntropyNats"] = entropyNats(shares);
    values["rarestClassShare"] = shares[rarestClass(*m_images)];
    values["survivingClasses"] = static_cast<double>((shares.array() >= kSurvives).count());
    return values;
}

void ImageEvaluator::lookAtClasses(const Matrix& rows)
{
    if (!m_realFeatures) {
        ClassifiedRows real = m_probe->classify(m_real);
        m_realFeatures = std::move(real.features);
        m_realValues.merge(sharesOf(real.classes));
    }
    ClassifiedRows found = m_probe->classify(rows);
    m_classes = std::move(found.classes);
    m_values.merge(sharesOf(m_classes));
    m_values["classifierAccuracy"] = m_probe->accuracy();
    m_values["featureFrechet"] = frechetDistance(*m_realFeatures, found.features);
    const auto some = [](const Matrix& features) {
        return Matrix(features.topRows(std::min(kNeighbourRows, features.rows())));
    };
    if (!m_wantsNeighbours || m_real.rows() <= kNeighbours)
        return;
    const Matrix real = some(*m_realFeatures), generated = some(found.features);
    m_values["featurePrecision"] = shareWithinReach(generated, real, kNeighbours);
    m_values["featureRecall"] = shareWithinReach(real, generated, kNeighbours);
}

void ImageEvaluator::lookAtTerms(const VaeSnapshot& now)
{
    const auto terms = m_probe->terms(now, m_judged, childSeed(m_seed, LossNoise));
    m_values["reconstructionNats"] = terms.reconstruction;
    m_values["vaeKlNats"] = terms.kl;
}

double ImageEvaluator::value(std::string_view metric, int index) const
{
    return valueIn(m_values, metric, static_cast<std::size_t>(index));
}

std::vector<int> ImageEvaluator::classesOf(MatrixView rows) const
{
    return m_probe->classify(rows).classes;
}

SnapshotPtr ImageEvaluator::withPlaces(const VaeSnapshot& vae) const
{
    VaeView view = vae.view();
    const Eigen::Index count = std::min<Eigen::Index>(kCloudRows, m_latents.rows());
    const Matrix places = m_latents.topRows(count) * *m_plane;
    view.cloud.clear();
    for (Eigen::Index i = 0; i < count; ++i)
        for (Eigen::Index j = 0; j < 2; ++j)
            view.cloud.push_back(static_cast<float>(places(i, j)));
    view.plane.clear();
    if (m_isFirst)
        for (Eigen::Index i = 0; i < m_plane->rows(); ++i)
            for (Eigen::Index j = 0; j < 2; ++j)
                view.plane.push_back(static_cast<float>((*m_plane)(i, j)));
    view.real = m_isFirst ? m_realValues : NamedValues();
    view.cloudClasses.clear();
    if (!m_classes.empty())
        for (Eigen::Index i = 0; i < count; ++i)
            view.cloudClasses.push_back(static_cast<std::uint8_t>(m_classes[static_cast<std::size_t>(i)]));
    return vae.withView(std::move(view));
}

} // namespace hareloom
