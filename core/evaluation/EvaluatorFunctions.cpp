// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/Evaluator.h"

#include "core/data/Moments.h"
#include "core/data/ReadRows.h"
#include "core/family/MeasureSnapshot.h"
#include "core/metrics/Discrete.h"
#include "core/metrics/Divergence.h"
#include "core/metrics/ExactWasserstein.h"
#include "core/metrics/Groups.h"
#include "core/metrics/Hellinger.h"
#include "core/metrics/MixtureL2.h"
#include "core/metrics/Wasserstein.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom {
namespace {

// Streams of drawTruth() and resampleTruth().
enum Draw : std::uint64_t { Directions = 0, TruthRows = 1, FloorRows = 2 };

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// The value that `of` finds in the model's states or mixture; NaN for a model that has no such form.
template<class Of>
double ofStates(const Snapshot& snapshot, const Of& of)
{
    const Categorical* states = snapshot.categorical();
    return states ? static_cast<double>(of(*states)) : kNone;
}
template<class Of>
double ofMixture(const Snapshot& snapshot, const Of& of)
{
    const NormalMixture* mixture = snapshot.normalMixture();
    return mixture ? static_cast<double>(of(*mixture)) : kNone;
}

Vector logDensityAt(const Snapshot& snapshot, const Matrix& rows, const StopToken& stop)
{
    return logDensityOf(snapshot, rows, stop).value_or(Vector::Constant(rows.rows(), kNone));
}

bool bothNormal(const References& r, const Snapshot& snapshot)
{
    const auto truth = r.setup->source->normalMixture();
    const NormalMixture* model = snapshot.normalMixture();
    return truth && truth->components() == 1 && model && model->components() == 1;
}

/// All rows in memory; after a stop one row that is of no use.
std::shared_ptr<const Matrix> rowsOf(const DatasetPtr& data, const StopToken& stop)
{
    auto read = readRows(data, stop);
    return read ? *std::move(read) : std::make_shared<const Matrix>(Matrix::Zero(1, data->dimension()));
}

MeanCovariance momentsOfRows(const Dataset& rows, const StopToken& stop)
{
    const auto moments = momentsOf(rows, 1, stop);
    return moments ? meanCovarianceOf(*moments) : MeanCovariance();
}

std::vector<double> firstColumn(const Matrix& rows)
{
    return {rows.data(), rows.data() + rows.rows()};
}

// In one variable, of a source whose quantiles are known.
std::optional<QuantileFunction> quantilesOf(const References& r)
{
    const Source& source = *r.setup->source;
    const bool isReferred = r.setup->experiment.evaluation.reference == Reference::Source;
    if (!isReferred || !source.quantile(0.5, 0.5))
        return std::nullopt;
    return [&source](double below, double above) { return *source.quantile(below, above); };
}

} // namespace

/// The catalogue's metrics, each on one snapshot.
struct Evaluator::Functions
{
    static double mean(Evaluator& evaluator, const Measured& measured, int variable)
    {
        return evaluator.moments(measured).mean[variable];
    }
    static double variance(Evaluator& evaluator, const Measured& measured, int)
    {
        return evaluator.moments(measured).covariance.trace();
    }
    static double logVariance(Evaluator& evaluator, const Measured& measured, int)
    {
        return std::log(evaluator.moments(measured).covariance.trace());
    }
    static double varianceRatioOf(Evaluator& evaluator, const Measured& measured, int)
    {
        const auto first = momentsOf(*evaluator.m_references.first, evaluator.m_stop);
        return first ? varianceRatio(evaluator.moments(measured).covariance, first->covariance) : kNone;
    }
    static double riskOf(Evaluator& evaluator, const Measured& measured, int)
    {
        return risk(evaluator.m_references.truth, evaluator.moments(measured));
    }
    static double meanErrorOf(Evaluator& evaluator, const Measured& measured, int)
    {
        return meanError(evaluator.m_references.truth, evaluator.moments(measured));
    }
    static double meanErrorSquaredOf(Evaluator& evaluator, const Measured& measured, int)
    {
        const double error = meanErrorOf(evaluator, measured, 0);
        return error * error;
    }
    static double stdErrorOf(Evaluator& evaluator, const Measured& measured, int)
    {
        return stdError(evaluator.m_references.truth, evaluator.moments(measured));
    }
    static double w2Squared(Evaluator& evaluator, const Measured& measured, int)
    {
        return evaluator.wasserstein(measured, false);
    }
    static double w2NoiseFloor(Evaluator& evaluator, const Measured& measured, int)
    {
        if (evaluator.m_floorRows != measured.fittedRows) {
            evaluator.m_floor = evaluator.wasserstein(measured, true);
            evaluator.m_floorRows = measured.fittedRows;
        }
        return evaluator.m_floor;
    }
    static double l2ToFirst(Evaluator& evaluator, const Measured& measured, int)
    {
        return ofMixture(*evaluator.m_references.first, [&](const NormalMixture& first) {
            return ofMixture(*measured.snapshot, [&](const NormalMixture& now) {
                return squaredL2(first, now, evaluator.m_stop);
            });
        });
    }
    static double logLikelihood(Evaluator&, const Measured& measured, int)
    {
        return measured.fit.logLikelihood;
    }
    static double heldOutNll(Evaluator& evaluator, const Measured& measured, int)
    {
        return meanNll(logDensityAt(*measured.snapshot, *evaluator.m_references.heldOut, evaluator.m_stop));
    }
    static double elapsedMs(Evaluator&, const Measured& measured, int)
    {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - measured.start)
            .count();
    }
    static double emIterations(Evaluator&, const Measured& measured, int) { return measured.fit.iterations; }
    static double minorityShare(Evaluator&, const Measured& measured, int)
    {
        return ofMixture(*measured.snapshot, [](const NormalMixture& now) { return now.weights.minCoeff(); });
    }
    static double survivingGroupsOf(Evaluator& evaluator, const Measured& measured, int)
    {
        return ofMixture(*measured.snapshot,
                         [&](const NormalMixture& now) { return survivingGroups(now, evaluator.groups()); });
    }
    static double groupVarianceOf(Evaluator& evaluator, const Measured& measured, int)
    {
        return ofMixture(*measured.snapshot,
                         [&](const NormalMixture& now) { return groupVariance(now, evaluator.groups()); });
    }

    static double tailMassOf(Evaluator& evaluator, const Measured& measured, int)
    {
        if (const Categorical* states = measured.snapshot->categorical())
            return tailMass(*states, evaluator.rareStates());
        return ofMixture(*measured.snapshot, [&](const NormalMixture& now) {
            return tailMass(now, evaluator.tails(), evaluator.m_stop);
        });
    }
    static double rareSurvivorsOf(Evaluator& evaluator, const Measured& measured, int)
    {
        return ofStates(*measured.snapshot,
                        [&](const Categorical& now) { return rareSurvivors(now, evaluator.rareStates()); });
    }
    /// Of all models of a generation, by whoever has them: see ModelGroup.
    static double ofAllModels(Evaluator&, const Measured&, int) { return kNone; }
    template<auto OfProbabilities>
    static double ofProbabilities(Evaluator&, const Measured& measured, int)
    {
        return ofStates(*measured.snapshot,
                        [](const Categorical& now) { return OfProbabilities(now.probabilities); });
    }

    static LogDensities atTruth(Evaluator& evaluator, const Measured& measured)
    {
        const References& references = evaluator.m_references;
        return {references.heldOutTruth,
                logDensityAt(*measured.snapshot, *references.heldOut, evaluator.m_stop)};
    }
    static LogDensities atModel(Evaluator& evaluator, const Measured& measured)
    {
        const Matrix rows = measured.rows(evaluator.m_references.heldOut->rows());
        return {logDensityAt(*measured.snapshot, rows, evaluator.m_stop),
                *evaluator.m_references.setup->source->logDensity(rows)};
    }
    /// Of the truth's states and the model's; NaN where either has none.
    template<class Of>
    static double ofBothStates(Evaluator& evaluator, const Measured& measured, const Of& of)
    {
        const auto truth = evaluator.m_references.setup->source->categorical();
        return ofStates(*measured.snapshot, [&](const Categorical& now) {
            return truth ? of(truth->probabilities, now.probabilities) : kNone;
        });
    }

    static double klNats(Evaluator& evaluator, const Measured& measured, int)
    {
        if (measured.snapshot->categorical())
            return ofBothStates(evaluator, measured, klDiscrete);
        return bothNormal(evaluator.m_references, *measured.snapshot)
                   ? klGaussian(evaluator.m_references.truth, evaluator.moments(measured))
                   : klMonteCarlo(atTruth(evaluator, measured)).value;
    }
    static double reverseKlNats(Evaluator& evaluator, const Measured& measured, int)
    {
        if (measured.snapshot->categorical())
            return ofBothStates(evaluator, measured, [](const Vector& truth, const Vector& now) {
                return klDiscrete(now, truth);
            });
        return bothNormal(evaluator.m_references, *measured.snapshot)
                   ? klGaussian(evaluator.moments(measured), evaluator.m_references.truth)
                   : klMonteCarlo(atModel(evaluator, measured)).value;
    }
    static double jsNats(Evaluator& evaluator, const Measured& measured, int)
    {
        if (measured.snapshot->categorical())
            return ofBothStates(evaluator, measured, jsDiscrete);
        const LogDensities model = atModel(evaluator, measured);
        return jsMonteCarlo(atTruth(evaluator, measured), {model.q, model.p}).value;
    }

    static double hellinger(Evaluator& evaluator, const Measured& measured, int)
    {
        return measured.snapshot->categorical()
                   ? ofBothStates(evaluator, measured, hellingerDiscrete)
                   : hellingerGaussian(evaluator.m_references.truth, evaluator.moments(measured));
    }
    static double extinctMassOf(Evaluator& evaluator, const Measured& measured, int)
    {
        return ofBothStates(evaluator, measured, extinctMass);
    }

    struct Named
    {
        std::string_view name;
        Value value;
    };
    static constexpr Named kAll[] = {{"mean", mean},
                                     {"variance", variance},
                                     {"logVariance", logVariance},
                                     {"varianceRatio", varianceRatioOf},
                                     {"risk", riskOf},
                                     {"meanError", meanErrorOf},
                                     {"meanErrorSquared", meanErrorSquaredOf},
                                     {"stdError", stdErrorOf},
                                     {"w2Squared", w2Squared},
                                     {"w2NoiseFloor", w2NoiseFloor},
                                     {"klNats", klNats},
                                     {"reverseKlNats", reverseKlNats},
                                     {"jsNats", jsNats},
                                     {"hellinger", hellinger},
                                     {"extinctMass", extinctMassOf},
                                     {"l2ToFirst", l2ToFirst},
                                     {"logLikelihood", logLikelihood},
                                     {"heldOutNll", heldOutNll},
                                     {"tailMass", tailMassOf},
                                     {"rareSurvivors", rareSurvivorsOf},
                                     {"survivingStates", ofProbabilities<survivingStates>},
                                     {"effectiveStates", ofProbabilities<effectiveStates>},
                                     {"heterozygosity", ofProbabilities<heterozygosity>},
                                     {"betweenVariance", ofAllModels},
                                     {"entropyNats", ofProbabilities<entropyNats>},
                                     {"minorityShare", minorityShare},
                                     {"survivingGroups", survivingGroupsOf},
                                     {"groupVariance", groupVarianceOf},
                                     {"emIterations", emIterations},
                                     {"elapsedMs", elapsedMs}};
};

Evaluator::Value Evaluator::functionFor(std::string_view metric)
{
    const auto* found = std::find_if(std::begin(Functions::kAll), std::end(Functions::kAll),
                                     [metric](const auto& named) { return named.name == metric; });
    return found == std::end(Functions::kAll) ? nullptr : found->value;
}

bool Evaluator::knowsQuantiles(const References& references)
{
    return quantilesOf(references).has_value();
}

// Closed form between two normals, exact in one variable where the truth's quantiles are known; else between
// rows. The noise floor puts independent rows of the truth in the model's place.
double Evaluator::wasserstein(const Measured& measured, bool truthInModelsPlace)
{
    const MeanCovariance& truth = m_references.truth;
    if (bothNormal(m_references, *measured.snapshot))
        return w2SquaredGaussian(
            truth,
            truthInModelsPlace
                ? momentsOfRows(*resampleTruth(m_references, measured.fittedRows, FloorRows, m_stop), m_stop)
                : moments(measured));
    const std::int64_t n = distanceRows(measured.fittedRows);
    if (const auto quantiles = quantilesOf(m_references)) {
        const double mean = truth.mean[0], variance = truth.covariance(0, 0);
        return truthInModelsPlace
                   ? w2SquaredExact(
                         Vector(rowsOf(resampleTruth(m_references, n, FloorRows, m_stop), m_stop)->col(0)),
                         *quantiles, mean, variance, m_stop)
                   : ofMixture(*measured.snapshot, [&](const NormalMixture& now) {
                         return w2SquaredExact(now, *quantiles, mean, variance, m_stop);
                     });
    }
    const auto real = rowsOf(drawTruth(m_references, n, TruthRows, m_stop), m_stop);
    const auto model = rowsOf(truthInModelsPlace ? resampleTruth(m_references, n, FloorRows, m_stop)
                                                 : firstRows(measured.sample, n),
                              m_stop);
    if (m_stop.stopRequested())
        return kNone;
    if (real->cols() == 1)
        return w2Squared1d(firstColumn(*real), firstColumn(*model), m_stop);
    if (m_directions.size() == 0)
        m_directions =
            randomDirections(static_cast<int>(real->cols()),
                             static_cast<int>(m_references.setup->experiment.evaluation.projections),
                             childSeed(m_references.seed, Directions));
    return slicedW2Squared(*real, *model, m_directions, m_stop);
}

} // namespace hareloom
