// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/torch/DeviceTop.h"

#include <algorithm>

namespace hareloom::neural {
namespace {

using at::Tensor;

constexpr std::int64_t kStretch = 128;

DeviceTop::List listOf(const float* values, const std::int64_t* places, std::int64_t found,
                       std::int64_t stride, std::int64_t vocabulary, std::int64_t count)
{
    DeviceTop::List list;
    for (std::int64_t i = 0; i < found; ++i) {
        const std::int64_t token = places[i] % stride;
        if (token >= vocabulary)
            list.isSure = false;
        else
            list.entries.push_back({values[i], places[i] / stride * vocabulary + token});
    }
    std::sort(list.entries.begin(), list.entries.end(), [](const auto& a, const auto& b) {
        return a.value != b.value ? a.value > b.value : a.place < b.place;
    });
    if (std::ssize(list.entries) < count)
        list.isSure = false;
    else if (std::ssize(list.entries) > count) {
        list.isSure = list.isSure && list.entries[static_cast<std::size_t>(count)].value <
                                         list.entries[static_cast<std::size_t>(count - 1)].value;
        list.entries.resize(static_cast<std::size_t>(count));
    }
    return list;
}

} // namespace

std::vector<DeviceTop::List> DeviceTop::of(const Tensor& rows, const Tensor& scores, std::int64_t vocabulary,
                                           std::int64_t count)
{
    const std::int64_t prompts = scores.size(0), slots = scores.size(1), stride = rows.size(1),
                       stretches = slots * (stride / kStretch);
    // The largest of a prompt lie in the stretches with the largest maxima, as many as are wanted; one more
    // shows whether the last has an equal.
    const Tensor lines = rows.view({prompts, slots, stride / kStretch, kStretch});
    const Tensor maxima = (lines.amax(3) + scores.unsqueeze(2)).view({prompts, stretches});
    const Tensor chosen = std::get<1>(maxima.topk(std::min(count + 1, stretches), 1, true, false));
    const Tensor candidates =
        lines.view({prompts, stretches, kStretch})
            .gather(1, chosen.unsqueeze(2).expand({prompts, chosen.size(1), kStretch})) +
        scores.gather(1, at::div(chosen, stride / kStretch, "floor")).unsqueeze(2);
    const auto [values, inStretch] =
        candidates.view({prompts, -1}).topk(std::min(count + 1, chosen.size(1) * kStretch), 1, true, false);
    const Tensor places =
        chosen.gather(1, at::div(inStretch, kStretch, "floor")) * kStretch + inStretch.remainder(kStretch);
    const Tensor found = values.cpu(), where = places.cpu();
    std::vector<List> lists;
    for (std::int64_t p = 0; p < prompts; ++p)
        lists.push_back(listOf(found.data_ptr<float>() + p * found.size(1),
                               where.data_ptr<std::int64_t>() + p * found.size(1), found.size(1), stride,
                               vocabulary, count));
    return lists;
}

} // namespace hareloom::neural
