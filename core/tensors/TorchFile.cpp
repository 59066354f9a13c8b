// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensors/TorchFile.h"

#include "core/base/Text.h"
#include "core/tensors/Pickle.h"
#include "core/tensors/StoredZip.h"

#include <algorithm>
#include <optional>

namespace hareloom {
namespace {

using Bytes = std::span<const std::uint8_t>;

NumberType typeOf(const std::string& storage)
{
    return storage == "FloatStorage"      ? NumberType::F32
           : storage == "HalfStorage"     ? NumberType::F16
           : storage == "BFloat16Storage" ? NumberType::BF16
                                          : NumberType::Other;
}

/// Numbers of a row-major array of this shape, or nothing where it has other strides, or more than `most`.
std::optional<std::int64_t> countOf(const PickledTensor& tensor, std::int64_t most)
{
    if (tensor.shape.size() != tensor.strides.size())
        return std::nullopt;
    std::int64_t count = 1;
    for (std::size_t i = tensor.shape.size(); i-- > 0;) {
        const std::int64_t side = tensor.shape[i];
        if (side < 0 || (side > 0 && count > most / side) || (side > 1 && tensor.strides[i] != count))
            return std::nullopt;
        count *= side;
    }
    return count;
}

std::optional<TensorView> viewOf(const std::string& name, const PickledTensor& tensor, Bytes storage)
{
    TensorView view{name, typeOf(tensor.storageType), tensor.shape, {}};
    if (view.type == NumberType::Other)
        return view;
    const auto size = static_cast<std::int64_t>(bytesOf(view.type));
    const std::int64_t available = std::ssize(storage) / size;
    const auto count = countOf(tensor, available);
    if (!count || tensor.storageCount != available || tensor.offset < 0 || tensor.offset > available - *count)
        return std::nullopt;
    view.bytes = storage.subspan(static_cast<std::size_t>(tensor.offset * size),
                                 static_cast<std::size_t>(*count * size));
    return view;
}

} // namespace

Result<std::vector<TensorView>> viewTorchFile(Bytes bytes)
{
    const auto files = readStoredZip(bytes);
    if (!files)
        return files.error();
    const auto pickle = std::find_if(files->begin(), files->end(), [](const auto& file) {
        return file.first == "data.pkl" || file.first.ends_with("/data.pkl");
    });
    if (pickle == files->end())
        return invalidFile("found a zip archive without data.pkl, which PyTorch writes");
    const std::string root = pickle->first.substr(0, pickle->first.size() - std::string("data.pkl").size());
    const auto order = files->find(root + "byteorder");
    if (order != files->end() && std::string(order->second.begin(), order->second.end()) == "big")
        return invalidFile(
            "the numbers have the high byte first, and must have the low one first (little endian)");
    const auto entries = readStateDict(pickle->second);
    if (!entries)
        return entries.error();
    std::vector<TensorView> tensors;
    for (const auto& [name, tensor] : *entries) {
        const auto storage = files->find(root + "data/" + tensor.storageKey);
        const auto view = storage == files->end() ? std::nullopt : viewOf(name, tensor, storage->second);
        if (!view)
            return invalidFile("found the tensor " + printable(name.substr(0, 120)) +
                               " without its numbers, or not row-major");
        tensors.push_back(*view);
    }
    return tensors;
}

} // namespace hareloom
