// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensors/Pickle.h"
#include "core/tensors/Safetensors.h"
#include "core/tensors/TorchFile.h"
#include "tests/fuzz/targets/Targets.h"

namespace hareloom::fuzz {

namespace {

/// Every array lies within the file and has as many bytes as its shape says.
void requireWithin(const std::vector<TensorView>& views, Input input)
{
    for (const TensorView& view : views) {
        require(view.bytes.empty() || (view.bytes.data() >= input.data() &&
                                       view.bytes.data() + view.bytes.size() <= input.data() + input.size()),
                "an array lies within the file", view.name);
        if (view.type == NumberType::Other)
            continue;
        auto size = static_cast<std::int64_t>(bytesOf(view.type));
        for (const std::int64_t side : view.shape)
            size *= side;
        require(std::ssize(view.bytes) == size, "an array is as long as its shape says", view.name);
    }
}

} // namespace

void safetensors(Input input)
{
    if (const auto views = viewSafetensors(input))
        requireWithin(*views, input);
    else
        requireSentence(views.error());
    const auto read = readSafetensors(input);
    if (!read)
        return requireSentence(read.error());
    for (const NamedTensor& tensor : read->tensors) {
        std::int64_t size = 1;
        for (const std::int64_t side : tensor.shape)
            size *= side;
        require(std::ssize(tensor.values) == size, "an array is as long as its shape says", tensor.name);
    }
}

void torch(Input input)
{
    if (const auto views = viewTorchFile(input))
        requireWithin(*views, input);
    else
        requireSentence(views.error());
}

void pickle(Input input)
{
    if (const auto read = readStateDict(input); !read)
        requireSentence(read.error());
}

} // namespace hareloom::fuzz
