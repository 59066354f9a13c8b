// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/Rng.h"
#include "core/base/StopToken.h"
#include "core/data/Dataset.h"
#include "core/experiment/Curation.h"
#include "core/text/TextSet.h"

#include <functional>

namespace hareloom {

/// How a taste sees rows that are no numbers.
struct RowReaders
{
    std::function<std::vector<int>(MatrixView)>
        classesOf;   // of each row; null: a row is the number of its state
    TextSetPtr text; // of rows that are texts, else null
};

/// The reward of each row to one taste, times its strength (n); a row of tokens is read as text. Picks look
/// at no row: 0.
Vector rewardsOf(const Taste& taste, MatrixView rows, const RowReaders& readers);

/// Which of the candidates with these rewards is kept, by a uniform number in [0, 1): each with a probability
/// proportional to exp(reward) (Plackett 1975, Luce 1959; of two, Bradley and Terry 1952). Rewards of which
/// none is finite count as equal.
Eigen::Index chosenBy(const Vector& rewards, double uniform);

/// The curation of a policy (arXiv 2407.09499): of the candidates r K ... r K + K - 1 of the stream it keeps
/// one as row r, for r = 0 ... n - 1. Row r depends on its candidates and on the seed alone, so that it is
/// the same for every n. With several tastes each row is chosen by one of them, drawn by their shares.
/// Nothing is copied. `stream` has n K rows. Errors: Stopped.
Result<DatasetPtr> curate(const Curation& curation, const DatasetPtr& stream, std::int64_t n, Seed seed,
                          const RowReaders& readers, const StopToken& stop);

/// What models go on from when each of n rows has K candidates: prompt r modulo their number, K times in a
/// row.
DatasetPtr promptsOfCandidates(const DatasetPtr& prompts, std::int64_t n, std::int64_t candidates);

} // namespace hareloom
