// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Word.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace hareloom {

struct Curation; // core/experiment/Curation.h

/// A verifier that sees every generated row and keeps it with a probability (arXiv 2406.07515). A row is
/// right when generation 0's log density there is at least what 99% of generation 0's real rows reach
/// (discrete: when its state occurs among generation 0's real rows).
struct Filter
{
    double keepRight = 1; // P(keep | right), in (0, 1]
    double keepWrong = 1; // P(keep | wrong), in [0, 1]
    /// P(keep | class), one for each class as the classifier sees them, each in [0, 1] and not all 0;
    /// empty: every class is kept alike.
    std::vector<double> classes;
    /// By generation 0's density.
    bool isActive() const { return keepRight < 1 || keepWrong < 1; }
};

/// What a generation's generated rows are taken from: the newest model's sample, the original rows and every
/// generation's sample (accumulate), or a new sample of generation 0's model. With `First` every model after
/// generation 0 is one step away from the real rows, so that no error is handed on: the control of a chain.
enum class Pool { Latest, All, First };
inline constexpr std::array<Word<Pool>, 3> kPools = {
    {{Pool::Latest, "latest"}, {Pool::All, "all"}, {Pool::First, "first"}}};

/// Which text a language model goes on from when it writes for the next generation: the real blocks, in every
/// generation; or the blocks that it was itself trained on, as the code of Shumailov et al. 2024 does
/// (`main.py --generate`), which are real for generation 0 alone.
enum class Prompts { Real, Training };
inline constexpr std::array<Word<Prompts>, 2> kPrompts = {
    {{Prompts::Real, "real"}, {Prompts::Training, "training"}}};

/// Which rows train the next generation, for all families. Of the N rows a generation is fitted on,
/// round(N * realShare) are drawn without replacement from the original data, round(N * freshShare) are
/// drawn anew from the source, round(N * betaPrevious) come from the rows that the previous generation was
/// fitted on, and the rest from the pool.
struct Policy
{
    Pool pool = Pool::Latest;
    std::int64_t subsample =
        0; // 0: fit on the whole pool; else N is this many rows, drawn from it without replacement
    double realShare = 0;
    double freshShare = 0; // needs a source that is a distribution
    double betaPrevious = 0;
    /// The share of the fit's weight that the real rows of realShare and freshShare have together, w in (0,
    /// 1) (arXiv 2502.18049), for families that weigh rows; 0: every row counts alike.
    double realWeight = 0;
    Prompts prompts = Prompts::Real; // of families that take prompts
    double lambda = 1; // bias of sampling: covariance scale (MAD, arXiv 2307.01850)
    Filter filter;
    std::shared_ptr<const Curation> curation; // null: nobody chooses among the generated rows
};

} // namespace hareloom
