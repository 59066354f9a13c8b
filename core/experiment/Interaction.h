// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace hareloom {

struct Experiment;

/// Who learns from whom, where the variants of an experiment are models in one loop (arXiv 2505.21677,
/// 2605.20151). Model i is variant i.
struct Interaction
{
    /// W: models x models. Row i says which share of the generated rows that model i learns from comes from
    /// each model j; every share lies in [0, 1], each row's sum is 1.
    std::vector<std::vector<double>> matrix;

    // What expandVariants() adds for each model, and no file holds.
    /// Its number, from 0, and all models in order, without their interaction.
    int model = -1;
    std::shared_ptr<const std::vector<Experiment>> models = nullptr;
    bool isOfOneSource = true; // whether all draw their real rows alike

    bool isOfOneModel() const { return model >= 0; }
};

/// How many of `rows` rows come from each model, when its shares are these: the whole part of each product,
/// and one more for those with the largest remainders, of equal ones the first. Their sum is `rows`.
std::vector<std::int64_t> rowsFromEach(std::span<const double> shares, std::int64_t rows);

/// For each model the number of its group, from 0: models are of one group where one learns from the other,
/// directly or through others.
std::vector<int> groupsOf(const Interaction& interaction);

/// As many models, each of which learns from itself alone.
Interaction eachFromItself(std::size_t models);
/// `reader` takes `share`, in [0, 1], of its rows from `writer`. Its other shares keep their proportions,
/// rounded to a millionth; where they are all 0, it takes the rest from itself, or, when `writer` is itself,
/// from all others alike.
Interaction withShare(const Interaction& interaction, std::size_t reader, std::size_t writer, double share);
/// One more model, the last, which learns from itself alone.
Interaction withOneMore(const Interaction& interaction);
/// Without this one, of two or more; who learnt from it takes its rows from the others in proportion.
Interaction withoutModel(const Interaction& interaction, std::size_t model);

} // namespace hareloom
