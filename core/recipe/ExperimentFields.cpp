// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/ExperimentFields.h"

#include "core/data/SourceKinds.h"
#include "core/experiment/FieldBuilders.h"
#include "core/recipe/Families.h"

#include <algorithm>

namespace hareloom {
namespace {

using detail::FieldText;
using detail::makeField;
using detail::Range;
using Fields = std::vector<ExperimentField>;
using Applies = std::function<bool(const Experiment&)>;

constexpr double kHuge = 1e300;
constexpr double kMaxSeed = 9007199254740991; // 2^53 - 1: exact in every JSON reader
constexpr double kMaxCount = static_cast<double>(kMaxRows);

#define AT(member)                                                                                           \
    [](auto& experiment) -> auto&                                                                            \
    {                                                                                                        \
        return experiment.member;                                                                            \
    }

Applies family(std::string name)
{
    return [name](const Experiment& e) { return e.family == name; };
}

Applies source(std::vector<std::string> kinds)
{
    return [kinds](const Experiment& e) {
        return std::find(kinds.begin(), kinds.end(), e.source.kind) != kinds.end();
    };
}

/// Whether the experiment's family can do something: `which` is one of its flags.
Applies can(bool Family::*which)
{
    return [which](const Experiment& e) { return findFamily(e.family)->*which; };
}

Applies isOf(RowKind rows)
{
    return [rows](const Experiment& e) { return findFamily(e.family)->rows == rows; };
}

Applies givesImages()
{
    return [](const Experiment& e) { return canGive(e.source, RowKind::Images); };
}

template<class At>
ExperimentField text(FieldText t, At at, Applies applies = {})
{
    return makeField(FieldType::Text, std::move(t), {}, {}, at, std::move(applies));
}
template<class At>
ExperimentField choice(FieldText t, std::vector<std::string> choices, At at, Applies applies = {})
{
    return makeField(FieldType::Choice, std::move(t), {}, std::move(choices), at, std::move(applies));
}
template<class At>
ExperimentField whole(FieldText t, Range range, At at, Applies applies = {})
{
    return makeField(FieldType::Integer, std::move(t), range, {}, at, std::move(applies));
}
template<class At>
ExperimentField real(FieldText t, Range range, At at, Applies applies = {})
{
    return makeField(FieldType::Real, std::move(t), range, {}, at, std::move(applies));
}
template<class At>
ExperimentField toggle(FieldText t, At at, Applies applies = {})
{
    return makeField(FieldType::Switch, std::move(t), {}, {}, at, std::move(applies));
}
template<class At>
ExperimentField list(FieldType type, FieldText t, Range range, At at, Applies applies = {})
{
    return makeField(type, std::move(t), range, {}, at, std::move(applies));
}

std::vector<std::string> familyNames()
{
    std::vector<std::string> names;
    for (const Family* each : families())
        names.emplace_back(each->name);
    return names;
}

std::vector<std::string> sourceNames()
{
    std::vector<std::string> names;
    for (const SourceKind& kind : sourceKinds())
        names.emplace_back(kind.name);
    return names;
}

void addHeading(Fields& fields)
{
    fields.push_back(text({"title", "Title", "What the experiment is called."}, AT(title)));
    fields.push_back(text({"question", "Question", "The question it asks, in one sentence."}, AT(question)));
    fields.push_back(makeField(FieldType::LongText,
                               {"story", "Story", "What to look for, and where it comes from."}, {}, {},
                               AT(story), {}));
    fields.push_back(choice({"family", "Family", "The kind of model that each generation fits."},
                            familyNames(), AT(family)));
}

void addSource(Fields& fields)
{
    const auto shapes =
        source({"eightGaussians", "twoMoons", "circles", "swissRoll", "pinwheel", "spirals", "checkerboard"});
    fields.push_back(choice({"source.kind", "Source", "Where the real rows come from."},
                            sourceNames(), AT(source.kind)));
    fields.push_back(list(FieldType::RealList,
                          {"source.mean", "Mean", "The true mean, a number for each variable."},
                          {-kHuge, kHuge}, AT(source.mean), source({"normal"})));
    fields.push_back(list(FieldType::RealTable,
                          {"source.covariance", "Covariance", "The true covariance matrix."}, {-kHuge, kHuge},
                          AT(source.covariance), source({"normal"})));
    fields.push_back(list(
        FieldType::RealList,
        {"source.weights", "Weights", "How often each component or category occurs; scaled to sum to one."},
        {0, kHuge}, AT(source.weights), source({"mixture", "categories"})));
    fields.push_back(list(FieldType::RealTable, {"source.means", "Means", "The mean of each component."},
                          {-kHuge, kHuge}, AT(source.means), source({"mixture"})));
    fields.push_back(
        list(FieldType::RealTables,
             {"source.covariances", "Covariances", "The covariance of each component, or one for all."},
             {-kHuge, kHuge}, AT(source.covariances), source({"mixture"})));
    fields.push_back(real({"source.low", "Low end", "The smallest value of each variable."}, {-kHuge, kHuge},
                          AT(source.low), source({"uniform", "curve"})));
    fields.push_back(real({"source.high", "High end", "The largest value of each variable."}, {-kHuge, kHuge},
                          AT(source.high), source({"uniform", "curve"})));
    fields.push_back(whole({"source.dimension", "Variables", "How many variables a row has."}, {1, 100},
                           AT(source.dimension), source({"uniform"})));
    fields.push_back(
        list(FieldType::RealList,
             {"source.heights", "Heights", "The curve's height at even steps from the low to the high end."},
             {0, kHuge}, AT(source.heights), source({"curve"})));
    fields.push_back(real({"source.noise", "Noise", "Standard deviation of the points around the shape."},
                          {0, 1000}, AT(source.noise), shapes));
    fields.push_back(whole({"source.states", "States", "How many different states there are."},
                           {1, 10'000'000}, AT(source.states), source({"zipf"})));
    fields.push_back(
        real({"source.exponent", "Exponent", "How steeply frequency falls with rank; 1 is Zipf's law."},
             {0, 10}, AT(source.exponent), source({"zipf"})));
    fields.push_back(list(FieldType::RealTable, {"source.points", "Points", "The real rows themselves."},
                          {-kHuge, kHuge}, AT(source.points), source({"points"})));
}

/// What sources that are read from files have, and texts.
void addReadSource(Fields& fields)
{
    fields.push_back(
        text({"source.path", "File",
              "A table as CSV, images as IDX, a text, or a folder of them; relative to the experiment's own "
              "folder. A text may also be the catalogue's wikitext-2."},
             AT(source.path), source({"csv", "idx", "imageFolder", "text"})));
    fields.push_back(choice({"source.header", "Header", "Whether the first row holds the columns' names."},
                            {"auto", "yes", "no"}, AT(source.header), source({"csv"})));
    fields.push_back(
        list(FieldType::TextList,
             {"source.columns", "Columns", "Names or numbers of the columns to use; none means all."}, {},
             AT(source.columns), source({"csv", "faithful"})));
    const auto images = givesImages();
    fields.push_back(
        text({"source.labels", "Labels", "The IDX file with the images' labels; empty for none."},
             AT(source.labels), source({"idx"})));
    fields.push_back(whole({"source.rareClass", "Rare class", "The class that is made rare; -1 for none."},
                           {-1, 255}, AT(source.rareClass), images));
    fields.push_back(
        real({"source.rareShare", "Rare share", "Share of the rare class's images that are kept."}, {0, 1},
             AT(source.rareShare), images));
    fields.push_back(whole({"source.articles", "Articles", "How many articles the field guide has."},
                           {50, 100'000}, AT(source.articles), source({"fieldGuide"})));
    fields.push_back(whole({"source.blockTokens", "Block",
                            "Tokens of a row: as many prompt a model, and as many it writes.", "tokens"},
                           {8, 1024}, AT(source.blockTokens), source({"fieldGuide", "text"})));
}

void addModel(Fields& fields)
{
    fields.push_back(
        choice({"model.estimator", "Estimator", "Divide the scatter by M - 1 (unbiased) or by M (biased)."},
               {"unbiased", "biased"}, AT(model.estimator), family("gaussian")));
    fields.push_back(choice(
        {"model.bandwidth", "Bandwidth", "A fixed width of the kernel, or a rule that follows the sample."},
        {"fixed", "scott", "silverman"}, AT(model.bandwidth), family("kde")));
    fields.push_back(
        real({"model.bandwidthValue", "Bandwidth value", "The kernel's standard deviation in each variable."},
             {1e-12, kHuge}, AT(model.bandwidthValue),
             [](const Experiment& e) { return e.family == "kde" && e.model.bandwidth == "fixed"; }));
    fields.push_back(whole({"model.components", "Components", "How many bell curves the mixture has."},
                           {1, 1000}, AT(model.components), family("mixture")));
    fields.push_back(choice({"model.covariance", "Covariance", "Which shapes the components may take."},
                            {"full", "diagonal", "tied", "spherical"}, AT(model.covariance),
                            family("mixture")));
    fields.push_back(
        whole({"model.starts", "Starts", "EM runs from as many random starts and keeps the best."}, {1, 1000},
              AT(model.starts), family("mixture")));
    fields.push_back(real({"model.tolerance", "Tolerance",
                           "EM stops when a step gains less log-likelihood a row.", "nats a row"},
                          {0, 1}, AT(model.tolerance), family("mixture")));
    fields.push_back(
        whole({"model.maxIterations", "Most iterations", "EM stops after as many steps at the latest."},
              {1, 1'000'000}, AT(model.maxIterations), family("mixture")));
    fields.push_back(real({"model.regularisation", "Smallest variance",
                           "No component's variance falls below this in any direction."},
                          {1e-12, 1e6}, AT(model.regularisation), family("mixture")));
}

void addImageModel(Fields& fields)
{
    const auto image = family("image");
    const auto isNetwork = can(&Family::isNetwork);
    const auto dense = [](const Experiment& e) { return e.family == "image" && e.model.network == "dense"; };
    fields.push_back(choice(
        {"model.network", "Network", "Layers of plain units (fast), or convolutions as in the paper (slow)."},
        {"dense", "convolutional"}, AT(model.network), image));
    fields.push_back(whole({"model.latent", "Latent numbers", "How many numbers describe an image."}, {2, 64},
                           AT(model.latent), image));
    fields.push_back(whole({"model.hidden", "Hidden units", "Units of the network's hidden layers."},
                           {1, 4096}, AT(model.hidden), dense));
    fields.push_back(real({"model.beta", "Beta", "Weight of the KL term beside the reconstruction."},
                          {0, 1000}, AT(model.beta), image));
    fields.push_back(whole({"model.epochs", "Epochs", "How often each training sees every row."}, {1, 10'000},
                           AT(model.epochs), isNetwork));
    fields.push_back(whole({"model.batch", "Batch", "Rows that one training step looks at."}, {1, 65'536},
                           AT(model.batch), isNetwork));
    fields.push_back(real({"model.learningRate", "Learning rate", "Step size of Adam."}, {1e-9, 10},
                          AT(model.learningRate), isNetwork));
    fields.push_back(real({"model.weightDecay", "Weight decay", "Pull of Adam's weights towards zero."},
                          {0, 1}, AT(model.weightDecay), isNetwork));
    fields.push_back(choice({"model.start", "Start",
                             "Each training starts fresh (text: from the base model), or warm from the "
                             "generation before."},
                            {"fresh", "warm"}, AT(model.start), isNetwork));
    fields.push_back(choice({"model.sampling", "Sampling",
                             "Generated images are the decoder's means, or black and white by chance."},
                            {"means", "bernoulli"}, AT(model.sampling), image));
    fields.push_back(
        choice({"model.precision", "Precision",
                "Factors of a training's products: of 32 bits, of 16, or whichever is faster here."},
               {"fp32", "bf16", "auto"}, AT(model.precision), isNetwork));
    fields.push_back(
        whole({"model.keepEvery", "Keep every", "A session keeps the weights of every so many generations."},
              {1, 1'000'000}, AT(model.keepEvery), isNetwork));
}

void addLanguageTraining(Fields& fields)
{
    const auto language = family("language");
    fields.push_back(text(
        {"model.base", "Base model",
         "What every training starts from: field-guide, the catalogue's opt-125m, or a folder in Hugging "
         "Face's layout."},
        AT(model.base), language));
    fields.push_back(choice({"model.rate", "Rate schedule", "How the learning rate goes on after its rise."},
                            {"linear", "cosine", "constant"}, AT(model.rate), language));
    fields.push_back(
        whole({"model.warmup", "Warm-up", "Steps in which the learning rate rises from zero.", "steps"},
              {0, 1'000'000}, AT(model.warmup), language));
    fields.push_back(real({"model.clip", "Gradient clip", "The gradient's greatest length; 0 for any."},
                          {0, 1e6}, AT(model.clip), language));
    fields.push_back(real({"model.dropout", "Dropout", "Share of numbers left out at random in training."},
                          {0, 0.9}, AT(model.dropout), language));
    fields.push_back(toggle(
        {"model.keepBest", "Keep the best epoch", "Ends with the weights that did best on validation text."},
        AT(model.keepBest), language));
}

void addLanguageWriting(Fields& fields)
{
    const auto language = family("language");
    const auto writes = [](std::string how) {
        return [how](const Experiment& e) { return e.family == "language" && e.model.writing == how; };
    };
    fields.push_back(choice({"model.writing", "Writing",
                             "Text is made by beam search, by the likeliest token, or by drawing tokens."},
                            {"beams", "greedy", "sampled"}, AT(model.writing), language));
    fields.push_back(whole({"model.beams", "Beams", "How many continuations beam search keeps."}, {1, 100},
                           AT(model.beams), writes("beams")));
    fields.push_back(real({"model.lengthPenalty", "Length penalty",
                           "A continuation's score is its log probability over its length to this power."},
                          {-10, 10}, AT(model.lengthPenalty), writes("beams")));
    fields.push_back(real({"model.repetitionPenalty", "Repetition penalty",
                           "Above 1 what was said before becomes less likely."},
                          {0.1, 10}, AT(model.repetitionPenalty), language));
    fields.push_back(whole({"model.noRepeatNgram", "No n-gram twice",
                            "No run of as many tokens occurs twice; 0 allows it.", "tokens"},
                           {0, 100}, AT(model.noRepeatNgram), language));
    fields.push_back(real(
        {"model.temperature", "Temperature", "Below 1 the likely tokens gain, above 1 the unlikely ones."},
        {0.01, 100}, AT(model.temperature), writes("sampled")));
    fields.push_back(whole({"model.topK", "Top k", "Only as many of the likeliest tokens are drawn; 0: all."},
                           {0, 1'000'000}, AT(model.topK), writes("sampled")));
    fields.push_back(
        real({"model.topP", "Top p", "Only the likeliest tokens that make up this share are drawn."},
             {0.001, 1}, AT(model.topP), writes("sampled")));
    fields.push_back(real({"model.typicalP", "Typical p",
                           "Only the tokens nearest to the expected surprise, of this share, are drawn."},
                          {0.001, 1}, AT(model.typicalP), writes("sampled")));
}

void addPolicy(Fields& fields)
{
    fields.push_back(
        choice({"policy.pool", "Pool", "Train on the newest sample only, or on everything so far."},
               {"latest", "all"}, AT(policy.pool)));
    fields.push_back(whole({"policy.subsample", "Subsample",
                            "Fit on as many rows picked from the pool; 0 takes all of it.", "rows"},
                           {0, kMaxCount}, AT(policy.subsample)));
    fields.push_back(
        real({"policy.realShare", "Real share", "Share of the training rows that are original data."}, {0, 1},
             AT(policy.realShare)));
    fields.push_back(real(
        {"policy.freshShare", "Fresh share", "Share of the training rows newly drawn from the true source."},
        {0, 1}, AT(policy.freshShare)));
    fields.push_back(real({"policy.betaPrevious", "Previous share",
                           "Share of the training rows that the previous generation was trained on."},
                          {0, 1}, AT(policy.betaPrevious)));
    fields.push_back(
        real({"policy.lambda", "Sampling bias",
              "Scales the covariance of what is generated; below 1 favours quality over variety."},
             {0, 100}, AT(policy.lambda), can(&Family::canBeNarrowed)));
    fields.push_back(real({"policy.filter.keepRight", "Keep right",
                           "Chance that a verifier keeps a generated row that is right."},
                          {1e-6, 1}, AT(policy.filter.keepRight), can(&Family::hasDensity)));
    fields.push_back(real({"policy.filter.keepWrong", "Keep wrong",
                           "Chance that a verifier keeps a generated row that is wrong."},
                          {0, 1}, AT(policy.filter.keepWrong), can(&Family::hasDensity)));
    fields.push_back(list(FieldType::RealList,
                          {"policy.filter.classes", "Keep classes",
                           "Chance that a generated image is kept, for each class; none keeps all alike."},
                          {0, 1}, AT(policy.filter.classes), can(&Family::hasClasses)));
}

void addLoop(Fields& fields)
{
    const auto scheduled = [](std::string name) {
        return [name](const Experiment& e) { return e.samples.schedule == name; };
    };
    fields.push_back(
        whole({"samples.size", "Sample size",
               "Rows that a generation is trained on; 0 means as many as the table has.", "rows"},
              {0, kMaxCount}, AT(samples.size)));
    fields.push_back(
        choice({"samples.schedule", "Schedule", "How the sample size grows from one generation to the next."},
               {"constant", "linear", "superlinear", "list"}, AT(samples.schedule)));
    fields.push_back(real({"samples.exponent", "Growth exponent", "Sample size n0 (g + 1) to this power."},
                          {0, 10}, AT(samples.exponent), scheduled("superlinear")));
    fields.push_back(
        list(FieldType::IntegerList,
             {"samples.list", "Sizes", "The sample size of each generation; the last one repeats.", "rows"},
             {1, kMaxCount}, AT(samples.list), scheduled("list")));
    fields.push_back(
        toggle({"errors.statistical", "Statistical error", "Off: each refit as from infinitely many rows."},
               AT(errors.statistical), can(&Family::refitsExactly)));
    fields.push_back(toggle({"errors.expressive", "Expressive error",
                             "Off: the model is given a family that contains the truth."},
                            AT(errors.expressive), can(&Family::refitsExactly)));
    fields.push_back(toggle(
        {"errors.approximation", "Approximation error", "Off: EM runs to convergence from several starts."},
        AT(errors.approximation), can(&Family::refitsExactly)));
    fields.push_back(whole({"generations", "Generations", "How many generations follow generation 0."},
                           {0, 1'000'000}, AT(generations)));
    fields.push_back(
        whole({"chains", "Chains", "How many replicates run side by side, each with its own seed."},
              {1, 100'000}, AT(chains)));
    fields.push_back(
        whole({"seed", "Seed", "The same seed gives the same numbers."}, {0, kMaxSeed}, AT(seed)));
}

void addEvaluation(Fields& fields)
{
    fields.push_back(list(FieldType::TextList,
                          {"evaluation.metrics", "Metrics", "What is measured of every generation."}, {},
                          AT(evaluation.metrics)));
    fields.push_back(whole({"evaluation.heldOut", "Held-out rows",
                            "Real rows that no model sees, for likelihoods and divergences.", "rows"},
                           {0, 10'000'000}, AT(evaluation.heldOut),
                           [](const Experiment& e) { return !findFamily(e.family)->bringsTestRows; }));
    fields.push_back(
        whole({"evaluation.projections", "Projections", "Directions of the sliced Wasserstein distance."},
              {1, 10'000}, AT(evaluation.projections), isOf(RowKind::Numbers)));
    fields.push_back(list(FieldType::TextList,
                          {"evaluation.prompts", "Prompts",
                           "Text that every generation goes on from, one a line; @ and a phrase: the corpus "
                           "from that phrase on."},
                          {}, AT(evaluation.prompts), can(&Family::takesPrompts)));
    const auto hasRule = [](const Experiment& e) { return !e.stopWhen.metric.empty(); };
    fields.push_back(
        text({"stopWhen.metric", "Stop when", "A metric that ends a chain early; empty for none."},
             AT(stopWhen.metric)));
    fields.push_back(choice({"stopWhen.when", "is", "On which side of the threshold the chain ends."},
                            {"below", "above"}, AT(stopWhen.when), hasRule));
    fields.push_back(real({"stopWhen.threshold", "Threshold", "The value that the metric must cross."},
                          {-kHuge, kHuge}, AT(stopWhen.threshold), hasRule));
}

#undef AT

Fields allFields()
{
    Fields fields;
    addHeading(fields);
    addSource(fields);
    addReadSource(fields);
    addModel(fields);
    addImageModel(fields);
    addLanguageTraining(fields);
    addLanguageWriting(fields);
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
    const auto fields = experimentFields();
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [path](const ExperimentField& f) { return f.path == path; });
    return found == fields.end() ? nullptr : &*found;
}

} // namespace hareloom
