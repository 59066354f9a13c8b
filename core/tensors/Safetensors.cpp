// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensors/Safetensors.h"

#include "core/base/ReadJson.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>

namespace hareloom {
namespace {

using nlohmann::json;
static_assert(std::endian::native == std::endian::little, "safetensors are little-endian");

constexpr std::uint64_t kMaxHeader = 100'000'000; // the format's own limit
constexpr std::size_t kMaxSides = 8;

struct Place
{
    TensorView tensor; // without bytes
    std::uint64_t begin = 0, end = 0;
};

Error refused(const std::string& what)
{
    return invalidFile("found a safetensors file " + what);
}

/// The format's types, and the bytes of a number of each.
struct NamedType
{
    std::string_view name;
    std::uint64_t bytes;
    NumberType type;
};
constexpr NamedType kTypes[] = {
    {"F32", 4, NumberType::F32},   {"F16", 2, NumberType::F16},   {"BF16", 2, NumberType::BF16},
    {"F64", 8, NumberType::Other}, {"I64", 8, NumberType::Other}, {"U64", 8, NumberType::Other},
    {"I32", 4, NumberType::Other}, {"U32", 4, NumberType::Other}, {"I16", 2, NumberType::Other},
    {"U16", 2, NumberType::Other}, {"I8", 1, NumberType::Other},  {"U8", 1, NumberType::Other},
    {"BOOL", 1, NumberType::Other}};

const NamedType* typeOf(const json& name)
{
    for (const NamedType& type : kTypes)
        if (name == type.name)
            return &type;
    return nullptr;
}

/// Bytes that a tensor of this shape takes, or nothing when that is more than `most`.
std::optional<std::uint64_t> bytesOf(const std::vector<std::int64_t>& shape, std::uint64_t bytes,
                                     std::uint64_t most)
{
    for (const std::int64_t side : shape) {
        if (side < 0 || (side > 0 && bytes > most / static_cast<std::uint64_t>(side)))
            return std::nullopt;
        bytes *= static_cast<std::uint64_t>(side);
    }
    return bytes;
}

bool isCount(const json& value)
{
    return value.is_number_unsigned();
}

bool allCounts(const json& value, std::size_t most)
{
    return value.is_array() && value.size() <= most && std::all_of(value.begin(), value.end(), isCount);
}

std::optional<Place> placeOf(const std::string& name, const json& entry, std::uint64_t available)
{
    const bool isWhole = entry.is_object() && entry.contains("dtype") && entry.contains("shape") &&
                         entry.contains("data_offsets") && typeOf(entry["dtype"]) &&
                         allCounts(entry["shape"], kMaxSides) && allCounts(entry["data_offsets"], 2) &&
                         entry["data_offsets"].size() == 2;
    if (!isWhole)
        return std::nullopt;
    Place place;
    const NamedType& type = *typeOf(entry["dtype"]);
    place.tensor.name = name;
    place.tensor.type = type.type;
    for (const json& side : entry["shape"])
        place.tensor.shape.push_back(
            static_cast<std::int64_t>(std::min<std::uint64_t>(side.get<std::uint64_t>(), available + 1)));
    place.begin = entry["data_offsets"][0].get<std::uint64_t>();
    place.end = entry["data_offsets"][1].get<std::uint64_t>();
    const auto bytes = bytesOf(place.tensor.shape, type.bytes, available);
    if (!bytes || place.end > available || place.begin > place.end || place.end - place.begin != *bytes)
        return std::nullopt;
    return place;
}

} // namespace

std::vector<std::uint8_t> toSafetensors(const TensorFile& file)
{
    json header = json::object();
    if (!file.metadata.empty())
        header["__metadata__"] = file.metadata;
    std::uint64_t at = 0;
    for (const NamedTensor& tensor : file.tensors) {
        const std::uint64_t end = at + tensor.values.size() * sizeof(float);
        header[tensor.name] = {{"dtype", "F32"}, {"shape", tensor.shape}, {"data_offsets", {at, end}}};
        at = end;
    }
    std::string text = header.dump();
    text.append((8 - text.size() % 8) % 8, ' '); // numbers begin on a multiple of eight
    const std::uint64_t length = text.size();
    std::vector<std::uint8_t> bytes(sizeof length + text.size() + at);
    std::memcpy(bytes.data(), &length, sizeof length);
    std::memcpy(bytes.data() + sizeof length, text.data(), text.size());
    std::uint8_t* to = bytes.data() + sizeof length + text.size();
    for (const NamedTensor& tensor : file.tensors) {
        const std::size_t size = tensor.values.size() * sizeof(float);
        if (size > 0) // memcpy() takes no null, not even for nothing
            std::memcpy(to, tensor.values.data(), size);
        to += size;
    }
    return bytes;
}

namespace {

/// The arrays of a file, and its metadata where somebody wants them.
Result<std::vector<TensorView>> viewAll(std::span<const std::uint8_t> bytes,
                                        std::map<std::string, std::string>* metadata)
{
    std::uint64_t length = 0;
    if (bytes.size() < sizeof length)
        return refused("of less than 8 bytes");
    std::memcpy(&length, bytes.data(), sizeof length);
    if (length > kMaxHeader || length > bytes.size() - sizeof length)
        return refused("whose header is longer than the file");
    const auto text = bytes.subspan(sizeof length, length), numbers = bytes.subspan(sizeof length + length);
    const Result<json> read = readJson({reinterpret_cast<const char*>(text.data()), text.size()});
    if (!read || !read->is_object())
        return refused("whose header is no JSON object");
    const json& header = *read;
    std::vector<Place> places;
    for (const auto& [name, entry] : header.items()) {
        if (name == "__metadata__") {
            if (metadata && entry.is_object())
                for (const auto& [key, value] : entry.items())
                    if (value.is_string())
                        (*metadata)[key] = value.get<std::string>();
            continue;
        }
        auto place = placeOf(name, entry, numbers.size());
        if (!place)
            return refused("with a tensor whose type is unknown, or whose shape and place do not agree");
        places.push_back(std::move(*place));
    }
    std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        return std::pair(a.begin, a.end) < std::pair(b.begin, b.end);
    });
    std::vector<TensorView> tensors;
    std::uint64_t at = 0;
    for (Place& place : places) {
        if (place.begin != at)
            return refused("whose tensors overlap or leave gaps");
        at = place.end;
        place.tensor.bytes = numbers.subspan(place.begin, place.end - place.begin);
        tensors.push_back(std::move(place.tensor));
    }
    if (at != numbers.size())
        return refused("with bytes behind its last tensor");
    return tensors;
}

} // namespace

Result<std::vector<TensorView>> viewSafetensors(std::span<const std::uint8_t> bytes)
{
    return viewAll(bytes, nullptr);
}

Result<TensorFile> readSafetensors(std::span<const std::uint8_t> bytes)
{
    TensorFile file;
    auto views = viewAll(bytes, &file.metadata);
    if (!views)
        return views.error();
    for (TensorView& view : *views) {
        if (view.type != NumberType::F32)
            return refused("with a tensor whose type is not F32");
        NamedTensor tensor{std::move(view.name), std::move(view.shape), {}};
        tensor.values.resize(view.bytes.size() / sizeof(float));
        readNumbers(view.type, view.bytes.data(), std::ssize(tensor.values), tensor.values.data());
        file.tensors.push_back(std::move(tensor));
    }
    return file;
}

} // namespace hareloom
