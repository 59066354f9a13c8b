// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace hareloom {

/// Who learns from whom, where the models of an experiment and its variants read each other (arXiv
/// 2505.21677, 2605.20151). Model 0 is the experiment itself, model i its variant i - 1.
struct Interaction
{
    /// W: models x models. Row i says which share of the generated rows that model i learns from comes from
    /// each model j; every share lies in [0, 1], each row's sum is 1.
    std::vector<std::vector<double>> matrix;
};

} // namespace hareloom
