// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/language/LanguageGenerator.h"

#include "core/families/language/LanguageCheckpoint.h"
#include "core/families/language/LanguageNetworks.h"
#include "core/text/TextSet.h"

#include <algorithm>

namespace hareloom {
namespace {

// Streams beneath a fit's seed.
enum Stream : std::uint64_t { Training = 0 };

LanguageWork workOf(const FitContext& context, const ModelConfig& config)
{
    return {context.stop, context.threads, config.precision};
}

void tell(const FitContext& context, double fraction, const TrainingProgress& progress)
{
    if (context.onTraining)
        context.onTraining(fraction, progress);
    else if (context.onProgress)
        context.onProgress(fraction);
}

} // namespace

double writingCost(const ModelConfig& config)
{
    constexpr double kOfABeam = 1.5; // more than a token of a whole block, as its products are small
    return kOfABeam * static_cast<double>(config.writing == "beams" ? config.beams : 1);
}

LanguageTrainingPlan trainingPlanOf(const ModelConfig& config)
{
    LanguageTrainingPlan plan;
    plan.epochs = config.epochs;
    plan.batch = config.batch;
    plan.learningRate = config.learningRate;
    plan.weightDecay = config.weightDecay;
    plan.clipNorm = config.clip;
    plan.schedule = config.rate;
    plan.warmupSteps = config.warmup;
    plan.dropout = config.dropout;
    plan.keepsBest = config.keepBest;
    plan.precision = config.precision;
    return plan;
}

LanguageGenerator::LanguageGenerator(const ModelConfig& config, const DataShape& shape)
    : m_config(config), m_text(shape.text), m_folder(config.base), m_precision(config.precision)
{
}

LanguageGenerator::~LanguageGenerator() = default;

// Share of a generation's time that its training takes.
double LanguageGenerator::trainingShare() const
{
    const double training = kTrainingCost * static_cast<double>(m_config.epochs);
    return training / (training + writingCost(m_config));
}

// The model with these weights. One is made for each architecture and device, as its memory serves again.
Result<LanguageModel*> LanguageGenerator::modelWith(LanguageArchitecture architecture,
                                                    const LanguageWeights& weights,
                                                    const std::string& device) const
{
    // A corpus is one stream, cut into blocks where they fall: the mark between two texts is a token like any
    // other, and what follows it belongs to the block.
    architecture.eos = -1;
    if (m_model && m_device == device && m_model->architecture() == architecture) {
        const auto set = m_model->setWeights(weights);
        return set ? Result<LanguageModel*>(m_model.get()) : Result<LanguageModel*>(set.error());
    }
    const auto networks = languageNetworks(device);
    if (!networks)
        return networks.error();
    m_model.reset(); // before the next one takes memory
    auto made = (*networks)->makeModel(architecture, weights, device);
    if (!made)
        return made.error();
    m_model = std::move(*made);
    m_device = device;
    return m_model.get();
}

// What a training starts from. The base is read again for every fit: beside the weights in training there
// need be no other copy of them.
Result<LanguageModel*> LanguageGenerator::startingModel(const FitContext& context)
{
    if (m_config.start == "warm" && m_snapshot) {
        m_base = m_snapshot->architecture();
        return modelWith(m_snapshot->architecture(), m_snapshot->weights(), context.device);
    }
    m_model.reset();
    auto base = readLanguageCheckpoint(m_folder);
    if (!base)
        return base.error();
    if (base->architecture.vocabulary < m_text->tokenizer->size())
        return invalidFile(m_folder + ": found a model of " + std::to_string(base->architecture.vocabulary) +
                           " tokens with a tokenizer of " + std::to_string(m_text->tokenizer->size()) +
                           ", allowed: no more tokens than the model has");
    m_base = base->architecture;
    return modelWith(base->architecture, base->weights, context.device);
}

Result<FitReport> LanguageGenerator::fit(const DatasetPtr& data, const FitContext& context)
{
    if (data->rows() < 2)
        return invalidData("a language model needs at least 2 blocks, found " + std::to_string(data->rows()));
    const TokenBlocks blocks = tokenBlocksOf(*data);
    LanguageTrainingPlan plan = trainingPlanOf(m_config);
    plan.precision = m_precision;
    plan.seed = childSeed(context.seed, Training);
    LanguageTrainingEvents events;
    events.onStep = [&](const LanguageTrainingProgress& p) {
        const double done = p.steps > 0 ? static_cast<double>(p.step) / static_cast<double>(p.steps) : 0;
        tell(context, trainingShare() * done,
             {static_cast<int>(p.epoch), static_cast<int>(p.epochs), p.lossNats,
              p.secondsLeft / std::max(0.01, trainingShare()), "training", p.tokensPerSecond, p.remark});
    };
    const auto model = startingModel(context);
    if (!model)
        return model.error();
    const auto trained = (*model)->train(
        blocks,
        m_config.keepBest && m_text->validation ? *m_text->validation : TokenBlocks{blocks.length, {}}, plan,
        events, workOf(context, m_config));
    if (!trained)
        return trained.error();
    m_precision = trained->precision; // chosen once for all of a chain
    LanguageView view;
    view.precision = m_precision;
    m_snapshot = std::make_shared<LanguageSnapshot>(m_base, (*model)->weights(), GeneratedText{},
                                                    std::move(view), m_text->tokenizerFolder);
    m_made = {};
    FitReport report;
    report.iterations = static_cast<int>(trained->steps);
    return report;
}

Result<FitReport> LanguageGenerator::fitExactly(std::span<const PopulationPart>)
{
    return unsupported("a language model has no closed form: it is trained on text");
}

GenerationConfig LanguageGenerator::writingOf(std::int64_t tokens) const
{
    GenerationConfig config;
    config.maxNewTokens = tokens;
    config.beams = m_config.writing == "beams" ? m_config.beams : 1;
    config.lengthPenalty = m_config.lengthPenalty;
    config.repetitionPenalty = m_config.repetitionPenalty;
    config.noRepeatNgram = m_config.noRepeatNgram;
    config.isSampled = m_config.writing == "sampled";
    config.temperature = m_config.temperature;
    config.topK = m_config.topK;
    config.topP = m_config.topP;
    config.typicalP = m_config.typicalP;
    return config;
}

Result<DatasetPtr> LanguageGenerator::generate(std::int64_t n, Seed seed, const SamplingBias&,
                                               const FitContext& context) const
{
    if (m_made.seed == seed && m_made.blocks->count() >= n)
        return DatasetPtr(std::make_shared<TokenRows>(m_made.blocks, n));
    std::vector<std::vector<TokenId>> prompts;
    for (std::int64_t r = 0; r < n; ++r) {
        const auto prompt = m_prompts[r % m_prompts.count()];
        prompts.emplace_back(prompt.begin(), prompt.end());
    }
    const GenerationConfig config = writingOf(m_prompts.length);
    const auto model = modelWith(m_snapshot->architecture(), m_snapshot->weights(), context.device);
    if (!model)
        return model.error();
    const double before = trainingShare();
    const auto written = (*model)->generate(
        prompts, config, seed, workOf(context, m_config), [&](const GenerationProgress& p) {
            const double done = static_cast<double>(p.prompts) / static_cast<double>(p.promptsInAll);
            TrainingProgress progress;
            progress.phase = "writing";
            progress.secondsLeft = p.secondsLeft;
            progress.tokensPerSecond = p.tokensPerSecond;
            tell(context, before + (1 - before) * done, progress);
        });
    if (!written)
        return written.error();
    auto blocks = std::make_shared<TokenBlocks>();
    blocks->length = m_prompts.length;
    for (const GeneratedSequence& sequence : *written)
        blocks->ids.insert(blocks->ids.end(), sequence.tokens.begin(), sequence.tokens.end());
    m_made = {std::move(blocks), seed};
    return DatasetPtr(std::make_shared<TokenRows>(m_made.blocks));
}

DatasetPtr LanguageGenerator::sample(std::int64_t n, Seed seed, const SamplingBias& bias) const
{
    FitContext context;
    context.device = m_device;
    auto rows = generate(n, seed, bias, context);
    // Only memory and a device that went away can fail here, and they fail everything else as well.
    return rows ? *rows : std::make_shared<TokenRows>(m_snapshot->generated().blocks);
}

Result<std::vector<std::vector<TokenId>>>
LanguageGenerator::continuations(const std::vector<std::vector<TokenId>>& prompts, std::int64_t tokens,
                                 Seed seed, const FitContext& context) const
{
    const auto model = modelWith(m_snapshot->architecture(), m_snapshot->weights(), context.device);
    if (!model)
        return model.error();
    const auto written = (*model)->generate(prompts, writingOf(tokens), seed, workOf(context, m_config), {});
    if (!written)
        return written.error();
    std::vector<std::vector<TokenId>> all;
    for (const GeneratedSequence& sequence : *written)
        all.push_back(sequence.tokens);
    return all;
}

Result<std::vector<double>> LanguageGenerator::score(const LanguageSnapshot& model, const TokenBlocks& blocks,
                                                     const FitContext& context) const
{
    const auto scorer = modelWith(model.architecture(), model.weights(), context.device);
    if (!scorer)
        return scorer.error();
    return (*scorer)->score(blocks, workOf(context, m_config), {});
}

void LanguageGenerator::setPrompts(const DatasetPtr& realRows)
{
    m_prompts = tokenBlocksOf(*realRows);
}

Result<void> LanguageGenerator::restore(const SnapshotPtr& snapshot)
{
    const auto found = std::dynamic_pointer_cast<const LanguageSnapshot>(snapshot);
    if (!found)
        return invalidFile("found a snapshot that is no language model's");
    if (!found->weights())
        return invalidFile(
            "found a generation whose weights were not kept: a session keeps those of generation 0, "
            "the last, and every model.keepEvery-th");
    m_snapshot = found;
    m_made = found->generated();
    if (m_config.precision == "auto" && !found->view().precision.empty())
        m_precision = found->view().precision;
    return {};
}

std::unique_ptr<Generator> makeLanguageGenerator(const ModelConfig& config, const DataShape& shape)
{
    return std::make_unique<LanguageGenerator>(config, shape);
}

} // namespace hareloom
