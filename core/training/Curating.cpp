// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/Curating.h"

#include "core/text/WordCounts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace hareloom {
namespace {

// Streams beneath the seed.
enum Stream : std::uint64_t { Kept = 0, ByTaste = 1 };

constexpr std::int64_t kTogether = 256; // rows: as many as image models decode in one go

double sumOf(const std::vector<Taste>& tastes)
{
    return std::accumulate(tastes.begin(), tastes.end(), 0.0,
                           [](double sum, const Taste& taste) { return sum + taste.share; });
}

/// Whose taste chooses a row, by a uniform number.
std::size_t tasteBy(const std::vector<Taste>& tastes, double uniform)
{
    double left = uniform * sumOf(tastes);
    std::size_t i = 0;
    for (; i + 1 < tastes.size() && left >= tastes[i].share; ++i)
        left -= tastes[i].share;
    return i;
}

Vector byPoint(const Taste& taste, MatrixView rows)
{
    const auto point = Eigen::Map<const Vector>(taste.point.data(), std::ssize(taste.point));
    if (taste.reward == Reward::Direction)
        return rows * point;
    return -0.5 * (rows.rowwise() - point.transpose()).rowwise().squaredNorm();
}

Vector byClass(const Taste& taste, MatrixView rows, const RowReaders& readers)
{
    const std::vector<int> found = readers.classesOf ? readers.classesOf(rows) : std::vector<int>();
    Vector rewards(rows.rows());
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
        const int one = readers.classesOf ? found[static_cast<std::size_t>(i)] : static_cast<int>(rows(i, 0));
        rewards[i] =
            std::find(taste.classes.begin(), taste.classes.end(), one) != taste.classes.end() ? 1 : 0;
    }
    return rewards;
}

// A word is written as countWords() has it: small letters.
Vector byWords(const Taste& taste, MatrixView rows, const TextSet& text)
{
    WordCounts liked;
    for (const std::string& word : taste.words)
        countWords(word, liked);
    Vector rewards(rows.rows());
    std::vector<int> ids(static_cast<std::size_t>(rows.cols()));
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
        for (Eigen::Index j = 0; j < rows.cols(); ++j)
            ids[static_cast<std::size_t>(j)] = static_cast<int>(rows(i, j));
        WordCounts found;
        countWords(text.tokenizer->decode(ids), found);
        rewards[i] = std::any_of(liked.begin(), liked.end(),
                                 [&](const auto& word) { return found.contains(word.first); })
                         ? 1
                         : 0;
    }
    return rewards;
}

} // namespace

Vector rewardsOf(const Taste& taste, MatrixView rows, const RowReaders& readers)
{
    switch (taste.reward) {
    case Reward::Near:
    case Reward::Direction:
        return taste.strength * byPoint(taste, rows);
    case Reward::Classes:
        return taste.strength * byClass(taste, rows, readers);
    case Reward::Words:
        return taste.strength * byWords(taste, rows, *readers.text);
    case Reward::Picks:
        break;
    }
    return Vector::Zero(rows.rows());
}

Eigen::Index chosenBy(const Vector& rewards, double uniform)
{
    const double most = rewards.maxCoeff();
    Vector odds = Vector::Ones(rewards.size());
    if (std::isfinite(most))
        odds = (rewards.array() - most).exp();
    double left = uniform * odds.sum();
    Eigen::Index i = 0;
    for (; i + 1 < odds.size() && left >= odds[i]; ++i)
        left -= odds[i];
    return i;
}

Result<DatasetPtr> curate(const Curation& curation, const DatasetPtr& stream, std::int64_t n, Seed seed,
                          const RowReaders& readers, const StopToken& stop)
{
    const std::int64_t k = curation.bestOf;
    const std::int64_t groups = std::max<std::int64_t>(1, kTogether / k);
    const Seed kept = childSeed(seed, Kept), byTaste = childSeed(seed, ByTaste);
    std::vector<std::int64_t> picks;
    picks.reserve(static_cast<std::size_t>(n));
    Matrix block;
    std::vector<Vector> rewards(curation.tastes.size());
    for (std::int64_t first = 0; first < n; first += groups) {
        if (!stop.proceed())
            return stopped();
        const std::int64_t count = std::min(groups, n - first);
        block.resize(count * k, stream->dimension());
        stream->read(first * k, block);
        for (std::size_t t = 0; t < rewards.size(); ++t)
            rewards[t] = rewardsOf(curation.tastes[t], block, readers);
        for (std::int64_t r = 0; r < count; ++r) {
            const auto row = static_cast<std::uint64_t>(first + r);
            const std::size_t taste =
                rewards.size() == 1 ? 0 : tasteBy(curation.tastes, uniformAt(byTaste, row));
            const auto& clicked = curation.tastes[taste].picks;
            picks.push_back((first + r) * k +
                            (row < clicked.size()
                                 ? clicked[row]
                                 : chosenBy(rewards[taste].segment(r * k, k), uniformAt(kept, row))));
        }
    }
    return select(stream, std::move(picks));
}

DatasetPtr promptsOfCandidates(const DatasetPtr& prompts, std::int64_t n, std::int64_t candidates)
{
    std::vector<DatasetPtr> parts;
    for (std::int64_t first = 0; first < n; first += prompts->rows()) {
        std::vector<std::int64_t> picks;
        const std::int64_t count = std::min(prompts->rows(), n - first);
        for (std::int64_t r = 0; r < count; ++r)
            picks.insert(picks.end(), static_cast<std::size_t>(candidates), r);
        parts.push_back(select(prompts, std::move(picks)));
    }
    return concatenate(std::move(parts));
}

} // namespace hareloom
