// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/ngram/NGramGenerator.h"

#include "core/families/ngram/NGramCounter.h"
#include "core/families/ngram/NGramPacking.h"
#include "core/families/ngram/NGramSettings.h"
#include "core/text/TextSet.h"

#include <algorithm>
#include <limits>

namespace hareloom {
namespace {

constexpr std::int64_t kTokensAtOnce = 1 << 16; // read between two polls; their numbers fit in a cache

/// One row of `some` as tokens. False where a number is none of the vocabulary's ids.
bool toTokens(const Matrix& some, Eigen::Index row, std::int64_t vocabulary, std::vector<TokenId>& tokens)
{
    bool areTokens = true;
    for (Eigen::Index j = 0; j < some.cols(); ++j) {
        const double value = some(row, j);
        const auto token =
            value >= 0 && value < static_cast<double>(vocabulary) ? static_cast<TokenId>(value) : -1;
        areTokens = areTokens && token == value;
        tokens[static_cast<std::size_t>(j)] = token;
    }
    return areTokens;
}

/// Calls visit(block) for each row. Errors: InvalidData, Stopped.
template<class Visit>
Result<void> forEachBlock(const Dataset& data, std::int64_t vocabulary, const FitContext& context,
                          const Visit& visit)
{
    const std::int64_t length = data.dimension(), atOnce = std::max<std::int64_t>(1, kTokensAtOnce / length);
    std::vector<TokenId> tokens(static_cast<std::size_t>(length));
    Matrix some;
    for (std::int64_t first = 0; first < data.rows(); first += atOnce) {
        if (!context.stop.proceed())
            return stopped();
        if (context.onProgress)
            context.onProgress(static_cast<double>(first) / static_cast<double>(data.rows()));
        some.resize(std::min(atOnce, data.rows() - first), length);
        data.read(first, some);
        for (Eigen::Index row = 0; row < some.rows(); ++row) {
            if (!toTokens(some, row, vocabulary, tokens))
                return invalidData("row " + std::to_string(first + row + 1) +
                                   " holds a number that is no token, allowed: 0 to " +
                                   std::to_string(vocabulary - 1));
            visit(std::span<const TokenId>(tokens));
        }
    }
    return {};
}

} // namespace

NGramGenerator::NGramGenerator(const Experiment& experiment, const DataShape& shape)
    : m_order(static_cast<int>(experiment.model.of<NGramSettings>().order)),
      m_isPrompted(experiment.model.of<NGramSettings>().prompted),
      m_plan(experiment),
      m_vocabulary(shape.text->tokenizer->size()),
      m_length(shape.dimension)
{
}

Result<FitReport> NGramGenerator::fit(const DatasetPtr& data, const FitContext& context)
{
    constexpr std::int64_t kMostTokens = std::numeric_limits<std::uint32_t>::max();
    if (data->rows() < 2)
        return invalidData("an n-gram model needs at least 2 blocks, found " + std::to_string(data->rows()));
    if (data->rows() > kMostTokens / (data->dimension() + 1))
        return invalidData("found " + std::to_string(data->rows()) + " blocks of " +
                           std::to_string(data->dimension()) +
                           " tokens, allowed: fewer than 2^32 tokens in all");
    NGramCounter counter(m_order, m_vocabulary, data->rows(), data->rows() * data->dimension());
    const auto read = forEachBlock(*data, m_vocabulary, context,
                                   [&](std::span<const TokenId> block) { counter.add(block); });
    if (!read)
        return read.error();
    auto tables = counter.tables(context.stop);
    if (!tables)
        return tables.error();
    const auto model = NGramModel::make(*std::move(tables), m_plan, context.stop);
    if (!model)
        return model.error();
    m_model = *model;
    auto counts = std::make_shared<NGramCounts>();
    *counts = {m_order, m_vocabulary, m_length, packed(m_model->tables())};
    m_snapshot = std::make_shared<NGramSnapshot>(std::move(counts), m_model);
    return FitReport{};
}

Result<FitReport> NGramGenerator::fitExactly(std::span<const PopulationPart>)
{
    return unsupported("an n-gram model has no closed form: it counts the tokens of a text");
}

Result<std::shared_ptr<const NGramRows::Starts>> NGramGenerator::startsAfter(const Dataset& prompts,
                                                                             const FitContext& context) const
{
    auto starts = std::make_shared<NGramRows::Starts>();
    FitContext quiet;
    quiet.stop = context.stop;
    const auto read = forEachBlock(prompts, m_vocabulary, quiet, [&](std::span<const TokenId> prompt) {
        starts->push_back(m_model->tables().after(prompt));
    });
    return read ? Result<std::shared_ptr<const NGramRows::Starts>>(std::move(starts)) : read.error();
}

Result<DatasetPtr> NGramGenerator::sample(std::int64_t n, Seed seed, const SampleRequest& request,
                                          const FitContext& context) const
{
    auto starts = std::make_shared<const NGramRows::Starts>(1, 0);
    if (m_isPrompted && m_order > 1) { // order 1 knows one context, the empty one
        if (!request.prompts || request.prompts->rows() == 0)
            return invalidFile(
                "The text that this model was trained on is not there, and without it the model has "
                "nothing to go on from. Run the chain again from the start.");
        auto found = startsAfter(*request.prompts, context);
        if (!found)
            return found.error();
        starts = *std::move(found);
    }
    return DatasetPtr(std::make_shared<NGramRows>(m_model, std::move(starts), n, m_length, seed));
}

Result<void> NGramGenerator::restore(const SnapshotPtr& snapshot)
{
    const auto found = std::dynamic_pointer_cast<const NGramSnapshot>(snapshot);
    if (!found || found->counts().order != m_order || found->counts().vocabulary != m_vocabulary ||
        found->counts().length != m_length)
        return invalidFile("found a snapshot that is no model of order " + std::to_string(m_order) + " of " +
                           std::to_string(m_vocabulary) + " tokens in blocks of " + std::to_string(m_length));
    auto model = found->model(m_plan, {});
    if (!model)
        return model.error();
    m_model = *std::move(model);
    m_snapshot = found->with(m_model);
    return {};
}

} // namespace hareloom
