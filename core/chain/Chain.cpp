// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/chain/Chain.h"

#include "core/base/SamplingWithoutReplacement.h"
#include "core/evaluation/PassedRows.h"
#include "core/experiment/Interaction.h"
#include "core/family/MeasureSnapshot.h"
#include "core/recipe/Differences.h"
#include "core/training/Population.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

namespace hareloom {
namespace {

bool crosses(const StopRule& rule, const Generation& generation)
{
    if (rule.metric.empty())
        return false;
    double value = generation.metric(rule.metric);
    if (std::isnan(value))
        value = generation.metric(rule.metric + "[0]");
    return rule.isCrossedBy(value);
}

/// Whether a model goes on from what it was itself trained on.
bool isPromptedByTraining(const ChainSetup& setup)
{
    return setup.family->takesPrompts && setup.experiment.policy.prompts == Prompts::Training;
}

/// Whether the same model writes the same rows with both: then what was drawn of it serves on.
bool writeAlike(const Experiment& a, const Experiment& b)
{
    const auto fields = experimentFields();
    return a.policy.prompts == b.policy.prompts &&
           std::all_of(fields.begin(), fields.end(), [&](const ExperimentField& field) {
               return !field.path.starts_with("model.") || !isChanged(field, b, a);
           });
}

} // namespace

Result<std::unique_ptr<Chain>> Chain::make(const Course& course, ChainIndex index, int replicate,
                                           const StopToken& stop)
{
    const ChainSetupPtr& setup = course.front().setup;
    const auto real = realData(*setup, replicate, stop);
    if (!real)
        return real.error();
    return makeReferences(setup, replicate, real->rows, real->heldOut, stop)
        .transform([&](References references) {
            return std::unique_ptr<Chain>(new Chain(course, index, replicate, *real, std::move(references)));
        });
}

Chain::Chain(Course course, ChainIndex index, int replicate, const RealData& real, References references)
    : m_course(std::move(course)),
      m_setup(m_course.front().setup),
      m_index(index),
      m_seeds(m_setup->experiment.seed, static_cast<std::uint64_t>(replicate)),
      m_generator(m_setup->family->make(m_setup->experiment, shapeOf(*m_setup->source, real.rows))),
      m_training(m_course, replicate, real.rows),
      m_evaluator(std::in_place, std::move(references))
{
}

// Brings the chain to the leg to which a generation belongs that it is about to make, or to take over.
Result<void> Chain::turn(int generation, const StopToken& stop)
{
    for (; m_leg + 1 < m_course.size() && m_course[m_leg + 1].from <= generation; ++m_leg)
        if (auto done = goOnWith(m_course[m_leg + 1], stop); !done)
            return done;
    return {};
}

// As if the chain had been made with the new settings and taken over its generations so far.
Result<void> Chain::goOnWith(const Leg& leg, const StopToken& stop)
{
    const bool isDrawnAlike = writeAlike(m_setup->experiment, leg.setup->experiment);
    m_setup = leg.setup;
    const SnapshotPtr now = m_generator->snapshot();
    m_generator =
        m_setup->family->make(m_setup->experiment, shapeOf(*m_setup->source, m_training.realRows()));
    if (now && now->isComplete())
        if (auto restored = m_generator->restore(now); !restored)
            return restored;
    m_training.goOnWith(m_setup);
    References references = m_evaluator->references();
    references.setup = m_setup;
    m_evaluator.emplace(std::move(references));
    m_verifier.reset();
    if (const Filter& filter = m_setup->experiment.policy.filter; filter.isActive())
        m_verifier.emplace(filter, m_first, m_training.realRows(), stop);
    m_sampleRows = wantedFromModel(*m_setup, m_next);
    if (!isDrawnAlike)
        m_drawn = nullptr;
    setPrompts(m_trainedOn);
    return stop.stopRequested() ? Result<void>(stopped()) : Result<void>();
}

Result<TrainingSet> Chain::trainingSet(const FitContext& context)
{
    return turn(m_next, context.stop).and_then([&] { return trainingSetFor(m_next, context); });
}

// By this leg or a later one.
bool Chain::mayBePromptedByTraining() const
{
    return std::any_of(m_course.begin() + static_cast<std::ptrdiff_t>(m_leg), m_course.end(),
                       [](const Leg& leg) { return isPromptedByTraining(*leg.setup); });
}

// What the newest model goes on from, when it was trained on these rows. Row r is prompted by row r, so that
// a row's descent can be read from one generation to the next; where fewer are wanted, they are a random
// choice.
void Chain::setPrompts(const DatasetPtr& trainedOn)
{
    if (!m_setup->family->takesPrompts)
        return;
    m_trainedOn = mayBePromptedByTraining() ? trainedOn : nullptr;
    m_prompts = isPromptedByTraining(*m_setup) ? trainedOn : m_training.realRows();
    const bool isChoice =
        isPromptedByTraining(*m_setup) && m_sampleRows > 0 && m_prompts && m_sampleRows < m_prompts->rows();
    if (isChoice)
        m_prompts = select(m_prompts, sampleWithoutReplacement(m_sampleRows, m_prompts->rows(),
                                                               childSeed(m_sampleSeed, PickPrompts)));
}

Result<DatasetPtr> Chain::promptsOf(const Generation& generation, std::span<const GenerationPtr> before)
{
    const ChainSetupPtr then = legOf(m_course, generation.index).setup;
    DatasetPtr trainedOn;
    if (isPromptedByTraining(*then)) {
        if (auto resumed = resume(before, {}); !resumed)
            return resumed.error();
        if (m_next != generation.index)
            return invalidFile(
                "What this model was trained on is not there, and without it the model has nothing to go on "
                "from.");
        auto training = trainingSet(FitContext());
        if (!training)
            return training.error();
        trainedOn = training->rows;
    }
    m_setup = then;
    m_sampleRows = generation.sampleRows;
    m_sampleSeed = generation.seed;
    setPrompts(trainedOn);
    return m_prompts;
}

// The control: the next generation learns from generation 0's model, as generation 1 did.
Result<void> Chain::goBackToFirst()
{
    if (m_setup->experiment.policy.pool != Pool::First || m_next < 2)
        return {};
    if (auto restored = m_generator->restore(m_first); !restored)
        return restored;
    m_drawn = nullptr;
    setPrompts(m_training.realRows());
    return {};
}

// Rows of the newest model as it is: drawn once, for the next generation, for the metrics and for views
// alike.
Result<DatasetPtr> Chain::drawn(std::int64_t rows, const FitContext& context)
{
    if (m_drawn && m_drawn->rows() >= rows)
        return firstRows(m_drawn, rows);
    auto sample = m_generator->sample(rows, m_sampleSeed, request(), context);
    if (sample)
        m_drawn = *sample;
    return sample;
}

// What the next generation takes from models, as the policy's bias and filter let it pass and as it is chosen
// by taste; null when nothing is wanted.
Result<DatasetPtr> Chain::newestSample(const FitContext& context)
{
    if (m_given)
        return *std::exchange(m_given, std::nullopt);
    return m_sampleRows > 0 ? generated(m_sampleRows, m_sampleSeed, context) : DatasetPtr();
}

Result<DatasetPtr> Chain::rowsForItself(std::int64_t rows, const FitContext& context)
{
    return generated(rows, m_sampleSeed, context);
}

Result<DatasetPtr> Chain::rowsForReader(int reader, std::int64_t rows, const FitContext& context)
{
    return generated(rows, childSeed(m_sampleSeed, Readers + static_cast<std::uint64_t>(reader)), context);
}

int Chain::model() const
{
    const auto& interaction = m_setup->experiment.interaction;
    return interaction ? interaction->model : 0;
}

Result<DatasetPtr> Chain::generated(std::int64_t n, Seed seed, const FitContext& context)
{
    const RowGate gate{*m_setup, *m_generator, *m_evaluator, m_verifier ? &*m_verifier : nullptr};
    return isOpen(gate) && seed == m_sampleSeed ? drawn(n, context)
                                                : passedRows(gate, n, seed, m_prompts, context);
}

Result<TrainingSet> Chain::trainingSetFor(int generation, const FitContext& context)
{
    if (generation == 0)
        return m_training.first();
    return goBackToFirst().and_then([&] { return newestSample(context); }).and_then([&](DatasetPtr sample) {
        return m_training.next(generation, std::move(sample), context.stop);
    });
}

Result<FitReport> Chain::fitTo(const TrainingSet& training, FitContext& context)
{
    const bool exact =
        !m_setup->experiment.errors.statistical && (m_next > 0 || hasForm(truthAs(1, *m_setup->source)));
    if (exact)
        return fitExactly();
    context.seed = seed(m_next, Purpose::Fit);
    context.weights = rowWeights(*m_setup, m_next, training.rows->rows());
    return m_generator->fit(training.rows, context);
}

Result<FitReport> Chain::fitExactly()
{
    if (m_next == 0)
        return m_generator->fitExactly(std::vector{truthAs(1, *m_setup->source)});
    std::vector<PopulationPart> models = std::exchange(m_population, {});
    if (models.empty())
        models.push_back(newestAs(1));
    return m_generator->fitExactly(
        mixedPopulation(m_setup->experiment.policy, std::move(models), *m_setup->source));
}

PopulationPart Chain::newestAs(double weight) const
{
    return biasedAs(weight, m_generator->snapshot(), m_setup->experiment.policy);
}

Result<GenerationPtr> Chain::advance(FitContext& context)
{
    const auto start =
        m_evaluator->isTimed() ? std::chrono::steady_clock::now() : std::chrono::steady_clock::time_point();
    if (auto turned = turn(m_next, context.stop); !turned)
        return turned.error();
    auto training = trainingSetFor(m_next, context);
    if (!training && training.error().kind != ErrorKind::InvalidData)
        return training.error();
    if (!training)
        return finishCollapsed({}, training.error().message);
    const SnapshotPtr former = m_generator->snapshot();
    auto report = fitTo(*training, context);
    if (!report && (report.error().kind != ErrorKind::InvalidData || m_next == 0))
        return report.error();
    if (!report)
        return finishCollapsed(*training, report.error().message);
    SnapshotPtr fitted = m_generator->snapshot();
    const bool isSound = isFinite(*fitted, context.stop);
    if (context.stop.stopRequested()) // what was looked at may be no fit
        return stopped();
    if (!isSound) {
        if (!former)
            return invalidData(
                "source: the real rows are too large for their moments to be finite. Their values "
                "must stay below 1e150.");
        (void)m_generator->restore(former);
        return finishCollapsed(*training, "the fitted parameters are no longer finite");
    }
    return finish(*training, *report, std::move(fitted), start, context);
}

// All that does not depend on how the fit went.
std::shared_ptr<Generation> Chain::begun(const TrainingSet& training, SnapshotPtr fitted) const
{
    auto generation = std::make_shared<Generation>();
    generation->chain = m_index;
    generation->index = m_next;
    generation->seed = seed(m_next, Purpose::Sample);
    generation->realRows = training.realRows;
    generation->freshRows = training.freshRows;
    generation->syntheticRows = training.syntheticRows;
    generation->snapshot = std::move(fitted);
    return generation;
}

Result<GenerationPtr> Chain::finish(const TrainingSet& training, const FitReport& report, SnapshotPtr fitted,
                                    std::chrono::steady_clock::time_point start, const FitContext& context)
{
    auto generation = begun(training, std::move(fitted));
    m_sampleRows = wantedFromModel(*m_setup, m_next + 1);
    m_sampleSeed = generation->seed;
    m_drawn = nullptr;
    setPrompts(training.rows);
    generation->sampleRows = m_sampleRows;
    generation->fit = report;
    if (m_next == 0)
        rememberFirst(generation->snapshot);
    const std::int64_t fittedRows = training.rows->rows();
    Measured measured{generation->snapshot, report, nullptr, m_prompts, fittedRows, m_sampleSeed, start};
    if (const std::int64_t rows = m_evaluator->rowsWanted(fittedRows, m_sampleRows); rows > 0) {
        auto sample = drawn(rows, context);
        if (!sample)
            return sample.error();
        measured.sample = *std::move(sample);
    }
    auto metrics = m_evaluator->measure(measured, context);
    if (!metrics)
        return metrics.error();
    generation->metrics = *std::move(metrics);
    generation->snapshot = std::move(measured.snapshot);
    accept(*generation, context.stop);
    if (context.stop.stopRequested())
        return stopped();
    return GenerationPtr(std::move(generation));
}

GenerationPtr Chain::finishCollapsed(const TrainingSet& training, const std::string& why)
{
    auto generation = begun(training, m_generator->snapshot());
    generation->fit.converged = false;
    generation->note = why;
    accept(*generation, {});
    return generation;
}

void Chain::accept(const Generation& generation, const StopToken& stop)
{
    if (generation.index == 0 && m_setup->experiment.policy.filter.isActive())
        m_verifier.emplace(m_setup->experiment.policy.filter, generation.snapshot, m_training.realRows(),
                           stop);
    m_ended = !generation.note.empty() || crosses(m_setup->experiment.stopWhen, generation);
    m_next = generation.index + 1;
}

void Chain::rememberFirst(const SnapshotPtr& first)
{
    m_first = first;
    m_evaluator->rememberFirst(first);
}

// What generation m_next of an earlier run was fitted on, so that later ones find what they need of it; null
// where they need nothing. `before`: the generation that m_drawn is of.
Result<DatasetPtr> Chain::retrace(int before, bool isLast, const FitContext& context)
{
    if (m_next == 0)
        return m_training.realRows();
    const bool isPrompt = mayBePromptedByTraining() && m_setup->experiment.policy.pool != Pool::First;
    const bool isAtHand = before == m_next - 1 && m_drawn && m_drawn->rows() >= m_sampleRows;
    if (!m_training.needsEverySample() && !(isPrompt && isLast && isAtHand))
        return DatasetPtr();
    if (auto ready = goBackToFirst(); !ready)
        return ready.error();
    const auto sample = newestSample(context);
    if (!sample)
        return sample.error();
    if (isPrompt)
        return m_training.next(m_next, *sample, context.stop).transform([](const TrainingSet& set) {
            return set.rows;
        });
    return m_training.skip(m_next, *sample, context.stop).transform([] { return DatasetPtr(); });
}

Result<void> Chain::resume(std::span<const GenerationPtr> finished, const StopToken& stop)
{
    int before = -1;
    FitContext context;
    context.stop = stop;
    const bool needsAll = m_training.needsEverySample();
    for (const GenerationPtr& generation : finished) {
        const bool isNext =
            needsAll || m_next == 0 ? generation->index == m_next : generation->index >= m_next;
        if (!isNext || generation->seed != seed(generation->index, Purpose::Sample))
            return invalidFile("generation " + std::to_string(generation->index) + " of chain " +
                               std::to_string(m_index) +
                               " does not belong to this experiment, or one before it is missing");
        if (auto turned = turn(generation->index, stop); !turned)
            return turned;
        m_next = generation->index;
        const auto trainedOn = retrace(before, generation == finished.back(), context);
        if (!trainedOn && generation->note.empty())
            return trainedOn.error();
        // A session keeps the weights of only some networks, and the models of only some generations; those
        // between are not needed to go on.
        const bool hasModel = generation->snapshot && generation->snapshot->isComplete();
        const bool isPassedOver = !hasModel && m_next > 0 && generation != finished.back();
        if (!isPassedOver) {
            if (!generation->snapshot)
                return invalidFile("generation " + std::to_string(m_next) + " of chain " +
                                   std::to_string(m_index) + " has no snapshot to go on from");
            if (auto restored = m_generator->restore(generation->snapshot); !restored)
                return restored;
        }
        if (m_next == 0)
            rememberFirst(generation->snapshot);
        m_sampleSeed = generation->seed;
        m_drawn = generation->snapshot ? generation->snapshot->keptSample() : nullptr;
        before = generation->index;
        accept(*generation, stop);
        if (stop.stopRequested())
            return stopped();
        m_sampleRows = wantedFromModel(*m_setup, m_next);
        setPrompts(trainedOn ? *trainedOn : nullptr);
    }
    return {};
}

} // namespace hareloom
