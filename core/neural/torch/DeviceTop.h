// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neural/kernels/TopList.h"

#include <ATen/ATen.h>

namespace hareloom::neural {

/// For each prompt the `count` largest of its slots' numbers, each slot's raised by its score, in the order
/// of TopList: one pass over all numbers, and a sort of a few stretches of them.
class DeviceTop
{
public:
    struct List
    {
        std::vector<TopList::Entry> entries; // places: slot * vocabulary + token
        /// False: numbers as large as the last were left out, or there were too few, and the list may not be
        /// the one that TopList would make.
        bool isSure = true;
    };

    /// `rows` (prompts * slots, stride) fp32, a multiple of 128, minus infinity from `vocabulary` on;
    /// `scores` (prompts, slots). Waits for the device.
    static std::vector<List> of(const at::Tensor& rows, const at::Tensor& scores, std::int64_t vocabulary,
                                std::int64_t count);
};

} // namespace hareloom::neural
