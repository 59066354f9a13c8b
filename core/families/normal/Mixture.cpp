// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/Mixture.h"

#include "core/data/ReadRows.h"
#include "core/families/normal/Expectation.h"
#include "core/families/normal/KMeans.h"
#include "core/families/normal/Maximisation.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom {
namespace {

constexpr int kLloydIterations = 10;

struct EmRun
{
    NormalMixture mixture;
    FitReport report;
};

// Stops when a step gains less than the tolerance a row, or when asked to. With an added regularisation a step
// may lose as well: then neither.
EmRun climb(const Matrix& rows, NormalMixture start, const MixtureSettings& settings,
            const detail::Regularisation& regularisation, const FitContext& context)
{
    const bool mayLose = regularisation.added > 0;
    EmRun run{std::move(start), {}};
    const double tolerance = settings.tolerance * static_cast<double>(rows.rows());
    double last = -std::numeric_limits<double>::infinity();
    run.report.converged = false;
    for (run.report.iterations = 1;; ++run.report.iterations) {
        const detail::EmSums sums =
            detail::expectationOver(rows, detail::packedParameters(run.mixture), context.threads, context.weights);
        run.report.logLikelihood = sums.logLikelihood;
        const double gain = sums.logLikelihood - last;
        run.report.converged =
            !((mayLose ? std::abs(gain) : gain) >= tolerance); // also when it is no number any more
        if (run.report.converged || run.report.iterations >= settings.maxIterations ||
            !context.stop.proceed())
            return run;
        last = sums.logLikelihood;
        run.mixture = detail::maximised(run.mixture, sums, settings.covariance, regularisation);
    }
}

// Gives each old component the nearest new one, greedily, so that a component keeps its number.
NormalMixture matchedTo(const NormalMixture& former, const NormalMixture& fitted)
{
    const int components = fitted.components();
    if (former.components() != components)
        return fitted;
    NormalMixture ordered = fitted;
    std::vector<bool> taken(static_cast<std::size_t>(components), false);
    for (int slot = 0; slot < components; ++slot) {
        int best = -1;
        double nearest = std::numeric_limits<double>::infinity();
        for (int k = 0; k < components; ++k) {
            const double distance = (fitted.means.row(k) - former.means.row(slot)).squaredNorm();
            // Distances of overflowing means are no numbers; some component must be taken all the same.
            if (!taken[static_cast<std::size_t>(k)] && (best < 0 || distance < nearest)) {
                nearest = distance;
                best = k;
            }
        }
        taken[static_cast<std::size_t>(best)] = true;
        ordered.weights[slot] = fitted.weights[best];
        ordered.means.row(slot) = fitted.means.row(best);
        if (fitted.covariances.size() > 1)
            ordered.covariances[static_cast<std::size_t>(slot)] = fitted.covariance(best);
    }
    return ordered;
}

bool isStructured(const Matrix& covariance, CovarianceShape shape)
{
    const Matrix diagonal = covariance.diagonal().asDiagonal();
    return shape == CovarianceShape::Full || shape == CovarianceShape::Tied ||
           (covariance == diagonal && (shape == CovarianceShape::Diagonal ||
                                       (covariance.diagonal().array() == covariance(0, 0)).all()));
}

bool hasStructure(const NormalMixture& mixture, CovarianceShape shape)
{
    const auto& all = mixture.covariances;
    return (shape != CovarianceShape::Tied || all.size() == 1) &&
           std::all_of(all.begin(), all.end(),
                       [&](const Matrix& covariance) { return isStructured(covariance, shape); });
}

/// The single bell curve of that shape that is likeliest for infinitely many rows of `truth`: its moments, as far as the
/// shape holds them (Bishop 2006, section 2.3.4).
NormalMixture bellCurveOf(const NormalMixture& truth, CovarianceShape shape)
{
    Matrix covariance = covarianceOf(truth);
    const Vector variances = covariance.diagonal();
    if (shape == CovarianceShape::Diagonal)
        covariance = variances.asDiagonal();
    else if (shape == CovarianceShape::Spherical)
        covariance = Vector::Constant(variances.size(), variances.mean()).asDiagonal();
    return NormalMixture::single(meanOf(truth), covariance);
}

} // namespace

Result<FitReport> Mixture::fit(const DatasetPtr& data, const FitContext& context)
{
    if (data->rows() < std::max<std::int64_t>(2, m_settings.components))
        return invalidData("a mixture of " + std::to_string(m_settings.components) +
                           " needs at least as many rows and 2, found " + std::to_string(data->rows()));
    if (auto known = readRegularisation(data, context); !known)
        return known.error();
    const auto read = readRows(data, context.stop);
    if (!read)
        return read.error();
    const auto& rows = *read;
    const int components = static_cast<int>(m_settings.components);
    EmRun best;
    for (std::int64_t start = 0; start < m_settings.starts; ++start) {
        Rng rng(childSeed(context.seed, static_cast<std::uint64_t>(start)));
        const auto clusters = detail::kMeans(*rows, components, kLloydIterations, rng, context.stop);
        if (context.stop.stopRequested())
            return stopped();
        EmRun run = climb(*rows,
                          detail::fromClusters(*rows, clusters, components, m_settings.covariance,
                                               *m_regularisation),
                          m_settings, *m_regularisation, context);
        if (context.stop.stopRequested())
            return stopped();
        if (start == 0 || run.report.logLikelihood > best.report.logLikelihood)
            best = std::move(run);
        if (context.onProgress)
            context.onProgress(static_cast<double>(start + 1) / static_cast<double>(m_settings.starts));
    }
    if (!context.weights.areEqual()) // it was climbed by the weighted rows; what is told counts each once
        best.report.logLikelihood =
            detail::expectationOver(*rows, detail::packedParameters(best.mixture), context.threads).logLikelihood;
    publishMatched(std::move(best.mixture));
    return best.report;
}

Result<void> Mixture::readRegularisation(const DatasetPtr& data, const FitContext& context)
{
    if (m_regularisation)
        return {};
    const auto real = momentsOf(m_realRows ? *m_realRows : *data, context.threads, context.stop);
    if (!real)
        return real.error();
    m_regularisation = detail::regularisationFor(m_settings, *real);
    m_realRows = nullptr;
    return {};
}

// Infinitely many rows of a mixture that this family holds are fitted best by that mixture itself; a single bell curve
// is fitted best by their moments, whatever they are.
Result<FitReport> Mixture::fitExactly(std::span<const PopulationPart> population)
{
    const NormalMixture* truth = population.size() == 1 ? population[0].mixture.get() : nullptr;
    const bool holds = truth && truth->dimension() == dimension() &&
                       truth->components() <= m_settings.components &&
                       hasStructure(*truth, m_settings.covariance);
    if (!holds && truth && truth->dimension() == dimension() && m_settings.components == 1) {
        publish(bellCurveOf(*truth, m_settings.covariance));
        return FitReport{};
    }
    if (!holds)
        return unsupported(
            "errors.statistical is false, and a mixture of " + std::to_string(m_settings.components) +
            " with " + std::string(wordOf(kCovarianceShapes, m_settings.covariance)) +
            " covariances cannot hold what it is to learn. Give it as many components as the source "
            "has, and covariances of its structure.");
    publishMatched(*truth);
    return FitReport{};
}

void Mixture::publishMatched(NormalMixture mixture)
{
    publish(fitted() ? matchedTo(*fitted(), mixture) : std::move(mixture));
}

} // namespace hareloom
