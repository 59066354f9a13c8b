// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/ExperimentFields.h"

#include "core/data/SourceKinds.h"
#include "core/experiment/FieldBuilders.h"
#include "core/family/NetworkSettings.h"
#include "core/recipe/CurationFields.h"
#include "core/recipe/Families.h"
#include "core/recipe/SourceFields.h"
#include "core/writing/SamplingFields.h"

#include <algorithm>

namespace hareloom {
namespace {

using namespace fields;
using Fields = std::vector<ExperimentField>;
using E = Experiment;

constexpr double kMaxSeed = 9007199254740991; // 2^53 - 1: exact in every JSON reader
constexpr double kMaxCount = static_cast<double>(kMaxRows);

/// Whether the experiment's family can do something: `which` is one of its flags.
Applies can(bool Family::*which)
{
    return [which](const Experiment& e) { return findFamily(e.family)->*which; };
}

Applies isOf(RowKind rows)
{
    return [rows](const Experiment& e) { return findFamily(e.family)->rows == rows; };
}

std::vector<std::string> familyNames()
{
    std::vector<std::string> names;
    for (const Family* each : families())
        names.emplace_back(each->name);
    return names;
}

void addHeading(Fields& fields)
{
    fields.push_back(text({"title", "Title", "What the experiment is called."}, at(&E::title)));
    fields.push_back(
        text({"question", "Question", "The question it asks, in one sentence."}, at(&E::question)));
    fields.push_back(makeField(FieldType::LongText,
                               {"story", "Story", "What to look for, and where it comes from."}, {}, {},
                               at(&E::story), {}));
    fields.push_back(named({"family", "Family", "The kind of model that each generation fits."},
                           familyNames(), at(&E::family)));
}

const ExperimentField* findIn(std::span<const ExperimentField> fields, std::string_view path)
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [path](const ExperimentField& f) { return f.path == path; });
    return found == fields.end() ? nullptr : &*found;
}

/// What all families of networks have.
void addNetworks(Fields& fields)
{
    using N = NetworkSettings;
    const auto applies = can(&Family::isNetwork);
    fields.push_back(whole({"model.epochs", "Epochs", "How often each training sees every row.", "", "Rounds of training"}, {1, 10'000},
                           model(&N::epochs), applies));
    fields.push_back(whole({"model.batch", "Batch", "Rows that one training step looks at."}, {1, 65'536},
                           model(&N::batch), applies));
    fields.push_back(real({"model.learningRate", "Learning rate", "Step size of Adam."}, {1e-9, 10},
                          model(&N::learningRate), applies));
    fields.push_back(
        real({"model.weightDecay", "Weight decay", "How strongly Adam pulls weights towards zero."}, {0, 1},
             model(&N::weightDecay), applies));
    fields.push_back(choice({"model.start", "Start",
                             "Each training starts fresh (text: from the base model), or warm from the "
                             "generation before."},
                            kStarts, model(&N::start), applies));
    fields.push_back(
        choice({"model.precision", "Precision",
                "Number format for training: 32-bit, 16-bit (bfloat16), or whichever is faster on this "
                "machine."},
               kNumberFormats, model(&N::precision), applies));
    fields.push_back(
        whole({"model.keepEvery", "Keep every", "A session keeps the weights of every k-th generation."},
              {1, 1'000'000}, model(&N::keepEvery), applies));
}

void addModels(Fields& fields)
{
    for (const Family* family : families()) {
        if (family->isNetwork && !findIn(fields, "model.epochs"))
            addNetworks(fields);
        for (ExperimentField& field : family->fields ? family->fields() : Fields())
            fields.push_back(std::move(field));
    }
    const auto drawsTokens = [](const Experiment& e) {
        const Family& family = *findFamily(e.family);
        return family.drawsTokens && family.drawsTokens(e);
    };
    for (ExperimentField& field : samplingFields(drawsTokens))
        fields.push_back(std::move(field));
}

void addPolicy(Fields& fields)
{
    fields.push_back(
        choice({"policy.pool", "Pool", "Train on the newest sample only, on everything so far, or, as a control, on samples of generation 0's "
                "model alone."}, kPools,
               at(&E::policy, &Policy::pool)));
    fields.push_back(whole({"policy.subsample", "Subsample",
                            "Fit on as many rows picked from the pool; 0 takes all of it.", "rows"},
                           {0, kMaxCount}, at(&E::policy, &Policy::subsample)));
    fields.push_back(
        real({"policy.realShare", "Real share", "Share of the training rows that are original data.", "", "Real rows kept"}, {0, 1},
             at(&E::policy, &Policy::realShare)));
    fields.push_back(real(
        {"policy.freshShare", "Fresh share", "Share of the training rows newly drawn from the true source."},
        {0, 1}, at(&E::policy, &Policy::freshShare)));
    fields.push_back(real({"policy.betaPrevious", "Previous share",
                           "Share of the training rows that the previous generation was trained on."},
                          {0, 1}, at(&E::policy, &Policy::betaPrevious)));
    fields.push_back(
        real({"policy.realWeight", "Real weight",
              "Share of the fit's weight that the real rows (original and fresh) have together; 0: every row counts "
              "alike."},
             {0, 1}, at(&E::policy, &Policy::realWeight), can(&Family::weighsRows)));
    fields.push_back(choice({"policy.prompts", "Prompts",
                             "What a model goes on from when it writes the next text: the real text, or the text that "
                             "it was itself trained on, as in the paper's code."},
                            kPrompts, at(&E::policy, &Policy::prompts), can(&Family::takesPrompts)));
    fields.push_back(real(
        {"policy.lambda", "Sampling bias",
         "Scales the covariance that rows are drawn with: a Gaussian's, each component's of a mixture, each "
         "kernel's, an image's latent points', a regression's noise, the noise that a diffusion model draws "
         "from; below 1 "
         "favours quality over variety."},
        {0, 100}, at(&E::policy, &Policy::lambda), can(&Family::canBeNarrowed)));
    fields.push_back(real({"policy.filter.keepRight", "Keep right",
                           "Chance that a verifier keeps a generated row that is right."},
                          {1e-6, 1}, at(&E::policy, &Policy::filter, &Filter::keepRight),
                          can(&Family::hasDensity)));
    fields.push_back(real({"policy.filter.keepWrong", "Keep wrong",
                           "Chance that a verifier keeps a generated row that is wrong."},
                          {0, 1}, at(&E::policy, &Policy::filter, &Filter::keepWrong),
                          can(&Family::hasDensity)));
    fields.push_back(list(FieldType::RealList,
                          {"policy.filter.classes", "Keep classes",
                           "Chance that a generated image is kept, for each class; none keeps all alike."},
                          {0, 1}, at(&E::policy, &Policy::filter, &Filter::classes),
                          can(&Family::hasClasses)));
    for (ExperimentField& field : curationFields())
        fields.push_back(std::move(field));
}

void addLoop(Fields& fields)
{
    const auto scheduled = [](Growth growth) {
        return [growth](const Experiment& e) { return e.samples.schedule == growth; };
    };
    fields.push_back(
        whole({"samples.size", "Sample size",
               "Rows that a generation is trained on; 0 means as many as the table has.", "rows",
               "Examples per generation"},
              {0, kMaxCount}, at(&E::samples, &SampleSchedule::size)));
    fields.push_back(
        choice({"samples.schedule", "Schedule", "How the sample size grows from one generation to the next."},
               kGrowths, at(&E::samples, &SampleSchedule::schedule)));
    fields.push_back(real({"samples.exponent", "Growth exponent", "Sample size n0 (g + 1) to this power."},
                          {0, 10}, at(&E::samples, &SampleSchedule::exponent),
                          scheduled(Growth::Superlinear)));
    fields.push_back(
        list(FieldType::IntegerList,
             {"samples.list", "Sizes", "The sample size of each generation; the last one repeats.", "rows"},
             {1, kMaxCount}, at(&E::samples, &SampleSchedule::list), scheduled(Growth::List)));
    fields.push_back(
        toggle({"errors.statistical", "Statistical error", "Off: each refit as from infinitely many rows.", "",
                "Error of a finite sample"},
               at(&E::errors, &ErrorSwitches::statistical), can(&Family::refitsExactly)));
    fields.push_back(toggle({"errors.expressive", "Expressive error",
                             "Off: the model is given a family that contains the truth.", "",
                             "Error of a simple model"},
                            at(&E::errors, &ErrorSwitches::expressive), can(&Family::refitsExactly)));
    fields.push_back(toggle(
        {"errors.approximation", "Approximation error", "Off: EM runs to convergence from several starts.", "",
         "Error of a hasty fit"},
        at(&E::errors, &ErrorSwitches::approximation), can(&Family::refitsExactly)));
    fields.push_back(whole({"generations", "Generations", "How many generations follow generation 0."},
                           {0, 1'000'000}, at(&E::generations)));
    fields.push_back(
        whole({"chains", "Chains", "How many replicates run side by side, each with its own seed."},
              {1, 100'000}, at(&E::chains)));
    fields.push_back(
        whole({"seed", "Seed", "The same seed gives the same numbers.", "", "Chance (the seed)"}, {0, kMaxSeed}, at(&E::seed)));
}

/// Of sources whose density is not known; where it is, the truth itself is there.
ExperimentField reference()
{
    ExperimentField field = choice(
        {"evaluation.reference", "Reference",
         "What errors are measured from: the source itself (all rows of a table), its held-out rows, or generation 0's "
         "own rows, as version 0.1.0 did."},
        kReferences, at(&E::evaluation, &Evaluation::reference), [](const Experiment& e) {
            return findFamily(e.family)->rows == RowKind::Numbers && !hasKnownDensity(e.source);
        });
    field.formerly = [](const Experiment&) { return json(wordOf(kReferences, Reference::FirstRows)); };
    return field;
}

void addEvaluation(Fields& fields)
{
    fields.push_back(list(FieldType::TextList,
                          {"evaluation.metrics", "Metrics", "What is measured of every generation."}, {},
                          at(&E::evaluation, &Evaluation::metrics)));
    fields.push_back(whole({"evaluation.heldOut", "Held-out rows",
                            "Real rows that no model sees, for likelihoods and divergences.", "rows"},
                           {0, 10'000'000}, at(&E::evaluation, &Evaluation::heldOut),
                           [](const Experiment& e) { return !findFamily(e.family)->bringsTestRows; }));
    fields.push_back(
        whole({"evaluation.projections", "Projections", "Directions of the sliced Wasserstein distance."},
              {1, 10'000}, at(&E::evaluation, &Evaluation::projections), isOf(RowKind::Numbers)));
    fields.push_back(whole({"evaluation.distanceRows", "Rows of a distance",
                            "Rows of model and truth between which the Wasserstein distance is measured; 0 means as "
                            "many as the generation was fitted on, at most 10,000.",
                            "rows"},
                           {0, 10'000'000}, at(&E::evaluation, &Evaluation::distanceRows),
                           isOf(RowKind::Numbers)));
    fields.push_back(reference());
    fields.push_back(list(FieldType::TextList,
                          {"evaluation.prompts", "Prompts",
                           "Prompts that every generation continues, one per line. A line \"@phrase\" uses "
                           "the corpus from that "
                           "phrase on."},
                          {}, at(&E::evaluation, &Evaluation::prompts), can(&Family::takesPrompts)));
    const auto hasRule = [](const Experiment& e) { return !e.stopWhen.metric.empty(); };
    fields.push_back(
        text({"stopWhen.metric", "Stop when", "A metric that ends a chain early; empty for none."},
             at(&E::stopWhen, &StopRule::metric)));
    fields.push_back(choice({"stopWhen.when", "is", "On which side of the threshold the chain ends."}, kSides,
                            at(&E::stopWhen, &StopRule::when), hasRule));
    fields.push_back(real({"stopWhen.threshold", "Threshold", "The value that the metric must cross."},
                          {-kHuge, kHuge}, at(&E::stopWhen, &StopRule::threshold), hasRule));
}

Fields allFields()
{
    Fields fields;
    addHeading(fields);
    for (ExperimentField& field : sourceFields())
        fields.push_back(std::move(field));
    addModels(fields);
    addPolicy(fields);
    addLoop(fields);
    addEvaluation(fields);
    return fields;
}

} // namespace

std::span<const ExperimentField> experimentFields()
{
    static const Fields fields = allFields();
    return fields;
}

const ExperimentField* findField(std::string_view path)
{
    return findIn(experimentFields(), path);
}

} // namespace hareloom
