// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/image/VaeSnapshot.h"

#include "core/base/AtomicFile.h"
#include "core/family/PrecisionField.h"
#include "core/tensors/Safetensors.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace hareloom {
namespace {

using nlohmann::json;

constexpr std::int64_t kMaxSide = 1024, kMaxLatent = 64, kMaxHidden = 4096;
constexpr std::int64_t kMaxParameters = std::int64_t{1} << 28;
/// Far above any network of this program; a larger file is not read into memory.
constexpr std::uintmax_t kMaxBytes = std::uintmax_t{1} << 31;

json packed(const void* from, std::size_t bytes)
{
    std::vector<std::uint8_t> copy(bytes);
    if (bytes > 0)
        std::memcpy(copy.data(), from, bytes);
    return json::binary(std::move(copy));
}

/// A whole number in [1, most], or 0.
int wholeAt(const json& object, const char* key, std::int64_t most)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_integer())
        return 0;
    const auto value = found->get<std::int64_t>();
    return value >= 1 && value <= most ? static_cast<int>(value) : 0;
}

const std::vector<std::uint8_t>* bytesAt(const json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_binary() ? &found->get_binary() : nullptr;
}

Error refused(const std::string& what)
{
    return invalidFile("found a vae snapshot " + what);
}

Result<VaeArchitecture> architectureFrom(const json& object)
{
    const auto word = object.find("network");
    const auto network = word != object.end() && word->is_string()
                             ? choiceOf(kImageNetworks, word->get_ref<const std::string&>())
                             : std::nullopt;
    VaeArchitecture a;
    a.network = network.value_or(a.network);
    a.width = wholeAt(object, "width", kMaxSide);
    a.height = wholeAt(object, "height", kMaxSide);
    a.latent = wholeAt(object, "latent", kMaxLatent);
    a.hidden = wholeAt(object, "hidden", kMaxHidden);
    const bool fits = a.network != ImageNetwork::Convolutional || (a.width % 4 == 0 && a.height % 4 == 0);
    if (!network || !fits || a.width * a.height * a.latent * a.hidden == 0 ||
        parameterCount(a) > kMaxParameters)
        return refused("whose network is not known or whose sizes are out of range");
    return a;
}

Result<VaeView> viewFrom(const json& object, const VaeArchitecture& a)
{
    const auto *wall = bytesAt(object, "wall"), *cloud = bytesAt(object, "cloud"),
               *classes = bytesAt(object, "cloudClasses");
    const bool isWhole = wall && cloud && classes &&
                         wall->size() % static_cast<std::size_t>(a.pixels()) == 0 &&
                         cloud->size() % (2 * sizeof(float)) == 0 &&
                         (classes->empty() || classes->size() == cloud->size() / (2 * sizeof(float)));
    if (!isWhole)
        return refused("whose pictures are missing or of the wrong size");
    VaeView view;
    view.wall = *wall;
    view.cloud.resize(cloud->size() / sizeof(float));
    if (!cloud->empty())
        std::memcpy(view.cloud.data(), cloud->data(), cloud->size());
    view.cloudClasses = *classes;
    if (object.contains("plane")) {
        const auto* plane = bytesAt(object, "plane");
        if (!plane || plane->size() != 2 * sizeof(float) * static_cast<std::size_t>(a.latent))
            return refused("whose plane is of the wrong size");
        view.plane.resize(plane->size() / sizeof(float));
        std::memcpy(view.plane.data(), plane->data(), plane->size());
    }
    if (!readRealValues(object, view.real))
        return refused("whose values of the real images are no numbers");
    if (!detail::readPrecision(object, view.precision))
        return refused("of a precision that is not known");
    const auto isFinite = [](float v) { return std::isfinite(v); };
    if (!std::all_of(view.cloud.begin(), view.cloud.end(), isFinite) ||
        !std::all_of(view.plane.begin(), view.plane.end(), isFinite))
        return refused("whose cloud or plane is not finite");
    return view;
}

} // namespace

SnapshotPtr VaeSnapshot::withView(VaeView view) const
{
    return std::make_shared<VaeSnapshot>(m_architecture, m_weights, std::move(view));
}

SnapshotPtr VaeSnapshot::withWeights(Weights weights) const
{
    return std::make_shared<VaeSnapshot>(m_architecture, std::move(weights), m_view);
}

const VaeSnapshot* asVae(const Snapshot& snapshot)
{
    return dynamic_cast<const VaeSnapshot*>(&snapshot);
}

bool VaeSnapshot::isAlike(const Snapshot& other) const
{
    const VaeSnapshot* vae = asVae(other);
    return vae && vae->m_architecture == m_architecture && vae->wallImages() == wallImages();
}

Result<void> VaeSnapshot::writeWeights(const std::string& place) const
{
    const std::vector<std::uint8_t> bytes = weightsFile(*this);
    return writeFileAtomically(place, [&bytes](std::ostream& out) {
        out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        return Result<void>();
    });
}

Result<SnapshotPtr> VaeSnapshot::withWeightsFrom(const std::string& place) const
{
    std::error_code absent;
    const std::uintmax_t size = std::filesystem::file_size(place, absent);
    std::ifstream in(place, std::ios::binary);
    std::vector<std::uint8_t> bytes(!absent && size <= kMaxBytes ? static_cast<std::size_t>(size) : 0);
    if (bytes.empty() ||
        !in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size())))
        return invalidFile(place + " cannot be read");
    auto weights = readWeights(bytes, m_architecture);
    if (!weights)
        return invalidFile(place + ": " + weights.error().message);
    return withWeights(std::move(*weights));
}

std::vector<std::uint8_t> weightsFile(const VaeSnapshot& snapshot)
{
    TensorFile file;
    const VaeArchitecture& a = snapshot.architecture();
    file.metadata = {{"format", "pt"}, {"network", std::string(wordOf(kImageNetworks, a.network))}};
    const float* values = snapshot.weights()->data();
    for (const ParameterShape& array : parametersOf(a))
        file.tensors.push_back(
            {array.name, array.shape, {values + array.offset, values + array.offset + array.size()}});
    return toSafetensors(file);
}

Result<VaeSnapshot::Weights> readWeights(std::span<const std::uint8_t> bytes,
                                         const VaeArchitecture& architecture)
{
    auto file = readSafetensors(bytes);
    if (!file)
        return file.error();
    const auto arrays = parametersOf(architecture);
    auto weights =
        std::make_shared<std::vector<float>>(static_cast<std::size_t>(parameterCount(architecture)));
    for (const ParameterShape& array : arrays) {
        const auto tensor = std::find_if(file->tensors.begin(), file->tensors.end(),
                                         [&](const NamedTensor& t) { return t.name == array.name; });
        if (tensor == file->tensors.end() || tensor->shape != array.shape)
            return invalidFile("found weights without the tensor " + array.name +
                               " in the shape that it must have");
        std::copy(tensor->values.begin(), tensor->values.end(), weights->begin() + array.offset);
    }
    if (!std::all_of(weights->begin(), weights->end(), [](float v) { return std::isfinite(v); }))
        return invalidFile("found weights that are not finite");
    return VaeSnapshot::Weights(std::move(weights));
}

json VaeSnapshot::toJson(bool withWeights) const
{
    const VaeArchitecture& a = m_architecture;
    const VaeView& view = m_view;
    json object = {{"kind", kKind},
                   {"network", wordOf(kImageNetworks, a.network)},
                   {"width", a.width},
                   {"height", a.height},
                   {"latent", a.latent},
                   {"hidden", a.hidden},
                   {"wall", json::binary(view.wall)},
                   {"cloud", packed(view.cloud.data(), view.cloud.size() * sizeof(float))},
                   {"cloudClasses", json::binary(view.cloudClasses)},
                   {"precision", detail::precisionWord(view.precision)}};
    if (!view.plane.empty())
        object["plane"] = packed(view.plane.data(), view.plane.size() * sizeof(float));
    if (!view.real.empty())
        object["real"] = view.real;
    if (withWeights && m_weights)
        object["weights"] = json::binary(weightsFile(*this));
    return object;
}

Result<SnapshotPtr> readVaeSnapshot(const json& object)
{
    auto architecture = architectureFrom(object);
    if (!architecture)
        return architecture.error();
    auto view = viewFrom(object, *architecture);
    if (!view)
        return view.error();
    VaeSnapshot::Weights weights;
    if (object.contains("weights")) {
        const auto* bytes = bytesAt(object, "weights");
        if (!bytes)
            return refused("whose weights are no bytes");
        auto read = readWeights(*bytes, *architecture);
        if (!read)
            return read.error();
        weights = std::move(*read);
    }
    return SnapshotPtr(
        std::make_shared<VaeSnapshot>(std::move(*architecture), std::move(weights), std::move(*view)));
}

} // namespace hareloom
