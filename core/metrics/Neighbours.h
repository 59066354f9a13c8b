// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/data/Dataset.h"

#include <cstdint>
#include <vector>

namespace hareloom {

/// Of each of q rows, the nearest among others by Euclidean distance, and how far it and the second nearest
/// are.
struct Nearest
{
    std::vector<std::int64_t> rows; // (q), numbers of the others
    Vector distances, second;       // (q)
};

/// The nearest of `rows` (n, d), n >= 2, to each of `queries` (q, d): all distances are computed. Polls
/// `stop`; what it returns after a stop is of no use.
Nearest nearestRows(MatrixView queries, MatrixView rows, const StopToken& stop = {});

/// Share of rows that are copies: one row is nearer than a third of the way to the second nearest. The
/// criterion of Yoon et al. 2023. Of rows that are spread evenly in d dimensions, 3^-d are copies by chance.
double copiedShare(const Nearest& nearest);

/// Differential entropy of the density that (n, d), n >= 3, was drawn from, in nats: the estimator of
/// Kozachenko and Leonenko 1987 by each row's nearest fellow, here of at most `most` rows, evenly picked,
/// among all. -inf where a row is there twice. Biased by the order of n^(-1/d): in many dimensions it serves
/// to compare sets of one size.
double nearestNeighbourEntropyNats(MatrixView rows, std::int64_t most, const StopToken& stop = {});

} // namespace hareloom
