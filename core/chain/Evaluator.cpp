// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/Evaluator.h"

#include "core/chain/Filtering.h"
#include "core/data/Moments.h"
#include "core/family/RealValues.h"
#include "core/metrics/Catalogue.h"
#include "core/metrics/Discrete.h"
#include "core/metrics/Divergence.h"
#include "core/metrics/MixtureL2.h"
#include "core/metrics/Wasserstein.h"

#include <algorithm>
#include <cmath>

namespace hareloom {
namespace {

constexpr std::int64_t kDistanceRows = 10'000; // at most, on each side of an empirical distance

// Streams of truthRows().
enum Draw : std::uint64_t { Directions = 0, TruthRows = 1, FloorRows = 2 };

const NormalMixture& mixtureOf(const Snapshot& snapshot)
{
    return *asNormalMixture(snapshot);
}

const Vector& statesOf(const Snapshot& snapshot)
{
    return asCategorical(snapshot)->probabilities;
}

// Into `moments`, whose memory serves again.
void takeMoments(MeanCovariance& moments, const NormalMixture& mixture)
{
    if (mixture.components() == 1) {
        moments.mean = mixture.means.row(0).transpose();
        moments.covariance = mixture.covariances.front();
        return;
    }
    moments.mean = meanOf(mixture);
    moments.covariance = covarianceOf(mixture);
}

bool bothNormal(const References& r, const Snapshot& snapshot)
{
    const auto truth = r.setup->source->normalMixture();
    return truth && truth->components() == 1 && mixtureOf(snapshot).components() == 1;
}

std::vector<double> firstColumn(const Matrix& rows)
{
    return {rows.data(), rows.data() + rows.rows()};
}

} // namespace

/// The catalogue's metrics, each on one snapshot.
struct Evaluator::Functions
{
    using E = Evaluator;
    using M = Measured;

    static double mean(E& e, const M& m, int j) { return e.moments(m).mean[j]; }
    static double variance(E& e, const M& m, int) { return e.moments(m).covariance.trace(); }
    static double logVariance(E& e, const M& m, int) { return std::log(e.moments(m).covariance.trace()); }
    static double varianceRatioOf(E& e, const M& m, int)
    {
        return varianceRatio(e.moments(m).covariance, covarianceOf(mixtureOf(*e.m_references.first)));
    }
    static double riskOf(E& e, const M& m, int) { return risk(e.m_references.truth, e.moments(m)); }
    static double meanErrorOf(E& e, const M& m, int) { return meanError(e.m_references.truth, e.moments(m)); }
    static double stdErrorOf(E& e, const M& m, int) { return stdError(e.m_references.truth, e.moments(m)); }
    static double w2Squared(E& e, const M& m, int) { return e.wasserstein(m, false); }
    static double w2NoiseFloor(E& e, const M& m, int)
    {
        if (e.m_floorRows != m.fittedRows) {
            e.m_floor = e.wasserstein(m, true);
            e.m_floorRows = m.fittedRows;
        }
        return e.m_floor;
    }
    static double l2ToFirst(E& e, const M& m, int)
    {
        return squaredL2(mixtureOf(*e.m_references.first), mixtureOf(m.snapshot));
    }
    static double logLikelihood(E&, const M& m, int) { return m.fit.logLikelihood; }
    static double heldOutNll(E& e, const M& m, int)
    {
        return meanNll(logDensityAt(m.snapshot, *e.m_references.heldOut));
    }
    static double elapsedMs(E&, const M& m, int)
    {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m.start).count();
    }
    static double emIterations(E&, const M& m, int) { return m.fit.iterations; }
    static double minorityShare(E&, const M& m, int) { return mixtureOf(m.snapshot).weights.minCoeff(); }

    static double tailMassOf(E& e, const M& m, int)
    {
        if (const Categorical* states = asCategorical(m.snapshot))
            return tailMass(*states, e.rareStates());
        return tailMass(mixtureOf(m.snapshot), e.tails());
    }
    static double rareSurvivorsOf(E& e, const M& m, int)
    {
        return rareSurvivors(*asCategorical(m.snapshot), e.rareStates());
    }
    static double survivingStatesOf(E&, const M& m, int) { return survivingStates(statesOf(m.snapshot)); }
    static double effectiveStatesOf(E&, const M& m, int) { return effectiveStates(statesOf(m.snapshot)); }
    static double heterozygosityOf(E&, const M& m, int) { return heterozygosity(statesOf(m.snapshot)); }
    static double entropyOf(E&, const M& m, int) { return entropyNats(statesOf(m.snapshot)); }

    static const Vector& trueStates(E& e)
    {
        return e.m_references.setup->source->categorical()->probabilities;
    }
    static LogDensities atTruth(E& e, const M& m)
    {
        return {e.m_references.heldOutTruth, logDensityAt(m.snapshot, *e.m_references.heldOut)};
    }
    static LogDensities atModel(E& e, const M& m)
    {
        Matrix rows(e.m_references.heldOut->rows(), e.m_references.heldOut->cols());
        m.generator.sample(rows.rows(), m.sampleSeed, {})->read(0, rows);
        return {logDensityAt(m.snapshot, rows), *e.m_references.setup->source->logDensity(rows)};
    }

    static double klNats(E& e, const M& m, int)
    {
        if (asCategorical(m.snapshot))
            return klDiscrete(trueStates(e), statesOf(m.snapshot));
        return bothNormal(e.m_references, m.snapshot) ? klGaussian(e.m_references.truth, e.moments(m))
                                                      : klMonteCarlo(atTruth(e, m)).value;
    }
    static double reverseKlNats(E& e, const M& m, int)
    {
        if (asCategorical(m.snapshot))
            return klDiscrete(statesOf(m.snapshot), trueStates(e));
        return bothNormal(e.m_references, m.snapshot) ? klGaussian(e.moments(m), e.m_references.truth)
                                                      : klMonteCarlo(atModel(e, m)).value;
    }
    static double jsNats(E& e, const M& m, int)
    {
        if (asCategorical(m.snapshot))
            return jsDiscrete(trueStates(e), statesOf(m.snapshot));
        const LogDensities model = atModel(e, m);
        return jsMonteCarlo(atTruth(e, m), {model.q, model.p}).value;
    }

    struct Named
    {
        std::string_view name;
        double (*value)(E&, const M&, int);
    };
    static constexpr Named kAll[] = {{"mean", mean},
                                     {"variance", variance},
                                     {"logVariance", logVariance},
                                     {"varianceRatio", varianceRatioOf},
                                     {"risk", riskOf},
                                     {"meanError", meanErrorOf},
                                     {"stdError", stdErrorOf},
                                     {"w2Squared", w2Squared},
                                     {"w2NoiseFloor", w2NoiseFloor},
                                     {"klNats", klNats},
                                     {"reverseKlNats", reverseKlNats},
                                     {"jsNats", jsNats},
                                     {"l2ToFirst", l2ToFirst},
                                     {"logLikelihood", logLikelihood},
                                     {"heldOutNll", heldOutNll},
                                     {"tailMass", tailMassOf},
                                     {"rareSurvivors", rareSurvivorsOf},
                                     {"survivingStates", survivingStatesOf},
                                     {"effectiveStates", effectiveStatesOf},
                                     {"heterozygosity", heterozygosityOf},
                                     {"entropyNats", entropyOf},
                                     {"minorityShare", minorityShare},
                                     {"emIterations", emIterations},
                                     {"elapsedMs", elapsedMs}};
};

Evaluator::Evaluator(References references) : m_references(std::move(references))
{
    m_ofFamily = makeFamilyEvaluator(m_references);
    for (const std::string& metric : m_references.setup->experiment.evaluation.metrics) {
        const MetricInfo* info = findMetric(metric);
        m_isTimed = m_isTimed || info->name == "elapsedMs";
        const auto found = std::find_if(std::begin(Functions::kAll), std::end(Functions::kAll),
                                        [&](const auto& named) { return named.name == info->name; });
        const auto value = found == std::end(Functions::kAll) ? nullptr : found->value; // null: of the family
        const bool all = info->perVariable && metric == info->name;
        const int variables =
            m_ofFamily ? m_ofFamily->parts(info->name) : m_references.setup->source->dimension();
        for (int j = 0; j < (all ? variables : 1); ++j) {
            const bool one = info->perVariable && !all;
            const int variable = one ? std::atoi(metric.c_str() + info->name.size() + 1) : j;
            const MetricName name(all ? partName(metric, static_cast<std::size_t>(j)) : metric);
            if (variable < std::max(1, variables))
                m_entries.push_back({name, value, variable, info->name});
        }
    }
}

const TailLimits& Evaluator::tails()
{
    if (!m_tails)
        m_tails = tailLimitsOf(mixtureOf(*m_references.first));
    return *m_tails;
}

const std::vector<int>& Evaluator::rareStates()
{
    if (!m_rareStates)
        m_rareStates = rareStatesOf(*asCategorical(*m_references.first));
    return *m_rareStates;
}

Result<std::vector<MetricValue>> Evaluator::measure(const Measured& measured, const FitContext& context)
{
    m_nowOf = nullptr;
    if (m_ofFamily) {
        auto looked = m_ofFamily->prepare(context);
        if (looked)
            looked = m_ofFamily->look(*m_references.first, measured, context);
        if (!looked)
            return looked.error();
    }
    std::vector<MetricValue> values;
    values.reserve(m_entries.size());
    for (const Entry& entry : m_entries)
        values.push_back({entry.name, entry.value ? entry.value(*this, measured, entry.variable)
                                                  : m_ofFamily->value(entry.metric, entry.variable)});
    return values;
}

const MeanCovariance& Evaluator::moments(const Measured& measured)
{
    if (m_nowOf != &measured.snapshot) {
        takeMoments(m_now, mixtureOf(measured.snapshot));
        m_nowOf = &measured.snapshot;
    }
    return m_now;
}

Matrix Evaluator::modelRows(const Measured& measured) const
{
    Matrix rows(std::min(kDistanceRows, measured.fittedRows), m_references.setup->source->dimension());
    measured.generator.sample(rows.rows(), measured.sampleSeed, {})->read(0, rows);
    return rows;
}

// Closed form between two normals; else between rows, as many as the generation was fitted on. The noise
// floor puts independent rows of the truth in the model's place.
double Evaluator::wasserstein(const Measured& measured, bool truthInModelsPlace)
{
    if (bothNormal(m_references, measured.snapshot)) {
        const MeanCovariance model =
            truthInModelsPlace
                ? meanCovarianceOf(momentsOf(*truthRows(m_references, measured.fittedRows, FloorRows), 1))
                : moments(measured);
        return w2SquaredGaussian(m_references.truth, model);
    }
    const std::int64_t n = std::min(kDistanceRows, measured.fittedRows);
    const auto truth = toMatrix(truthRows(m_references, n, TruthRows));
    const Matrix model =
        truthInModelsPlace ? *toMatrix(truthRows(m_references, n, FloorRows)) : modelRows(measured);
    if (truth->cols() == 1)
        return w2Squared1d(firstColumn(*truth), firstColumn(model));
    if (m_directions.size() == 0)
        m_directions =
            randomDirections(static_cast<int>(truth->cols()),
                             static_cast<int>(m_references.setup->experiment.evaluation.projections),
                             childSeed(m_references.seed, Directions));
    return slicedW2Squared(*truth, model, m_directions);
}

} // namespace hareloom
