// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/diffusion/DiffusionSnapshot.h"

#include "core/family/PackedNumbers.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace hareloom {
namespace {

using nlohmann::json;

constexpr std::int64_t kMostVariables = 1 << 20, kMostSide = 1024, kMostUnits = 1024, kMostLayers = 8;
constexpr std::int64_t kMostDrawSteps = 500;

Error refused(const std::string& what)
{
    return invalidFile("found a diffusion snapshot " + what);
}

/// A whole number in [least, most], or -1.
int wholeAt(const json& object, const char* key, std::int64_t least, std::int64_t most)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_integer())
        return -1;
    const auto value = found->get<std::int64_t>();
    return value >= least && value <= most ? static_cast<int>(value) : -1;
}

Result<DiffusionArchitecture> architectureFrom(const json& object)
{
    const auto word = object.find("schedule");
    const auto schedule = word != object.end() && word->is_string()
                              ? choiceOf(kNoiseSchedules, word->get_ref<const std::string&>())
                              : std::nullopt;
    DiffusionArchitecture a;
    a.dimension = wholeAt(object, "dimension", 1, kMostVariables);
    a.width = wholeAt(object, "width", 0, kMostSide);
    a.height = wholeAt(object, "height", 0, kMostSide);
    a.units = wholeAt(object, "units", 1, kMostUnits);
    a.layers = wholeAt(object, "layers", 1, kMostLayers);
    a.drawSteps = wholeAt(object, "drawSteps", 2, kMostDrawSteps);
    a.schedule = schedule.value_or(a.schedule);
    const bool areKnown =
        schedule && std::min({a.dimension, a.width, a.height, a.units, a.layers, a.drawSteps}) >= 0;
    if (!areKnown || (a.width > 0 && a.width * a.height != a.dimension))
        return refused("whose sizes are missing or out of range");
    return a;
}

Result<std::vector<float>> weightsFrom(const json& object, std::int64_t count)
{
    const auto found = object.find("weights");
    if (found == object.end() || !found->is_binary() ||
        found->get_binary().size() != sizeof(float) * static_cast<std::size_t>(count))
        return refused("whose weights are missing or of the wrong size");
    std::vector<float> weights(static_cast<std::size_t>(count));
    std::memcpy(weights.data(), found->get_binary().data(), found->get_binary().size());
    if (!std::all_of(weights.begin(), weights.end(), [](float w) { return std::isfinite(w); }))
        return refused("whose weights are not finite");
    return weights;
}

json packedFloats(const std::vector<float>& values)
{
    std::vector<std::uint8_t> bytes(values.size() * sizeof(float));
    std::memcpy(bytes.data(), values.data(), bytes.size());
    return json::binary(std::move(bytes));
}

} // namespace

const DiffusionSnapshot* asDiffusion(const Snapshot& snapshot)
{
    return dynamic_cast<const DiffusionSnapshot*>(&snapshot);
}

bool DiffusionSnapshot::isAlike(const Snapshot& other) const
{
    const DiffusionSnapshot* same = asDiffusion(other);
    return same && same->architecture().dimension == architecture().dimension &&
           same->architecture().width == architecture().width;
}

bool DiffusionSnapshot::isFinite() const
{
    return m_model->centre.allFinite() && m_model->scale.allFinite() && std::isfinite(m_model->reach) &&
           m_view.drawn.allFinite() && m_view.nearest.allFinite() && m_view.moments.mean.allFinite() &&
           m_view.moments.covariance.allFinite();
}

json DiffusionSnapshot::toJson(bool /*withWeights*/) const
{
    const DiffusionArchitecture& a = architecture();
    const auto numbers = [](const auto& matrix) { return packed(matrix.data(), matrix.size()); };
    return {{"kind", kKind},
            {"dimension", a.dimension},
            {"width", a.width},
            {"height", a.height},
            {"units", a.units},
            {"layers", a.layers},
            {"drawSteps", a.drawSteps},
            {"schedule", wordOf(kNoiseSchedules, a.schedule)},
            {"weights", packedFloats(m_model->weights)},
            {"centre", numbers(m_model->centre)},
            {"scale", numbers(m_model->scale)},
            {"reach", packed(&m_model->reach, 1)},
            {"rows", m_view.drawn.rows()},
            {"drawn", numbers(m_view.drawn)},
            {"nearest", numbers(m_view.nearest)},
            {"mean", numbers(m_view.moments.mean)},
            {"covariance", numbers(m_view.moments.covariance)}};
}

Result<SnapshotPtr> readDiffusionSnapshot(const json& object)
{
    const auto architecture = architectureFrom(object);
    if (!architecture)
        return architecture.error();
    auto weights = weightsFrom(object, parameterCount(*architecture));
    if (!weights)
        return weights.error();
    Unpacker read(object);
    const Eigen::Index d = architecture->dimension, rows = read.size("rows");
    const auto model = std::make_shared<DiffusionModel>(
        DiffusionModel{*architecture, std::move(*weights), read.matrix("centre", d, 1),
                       read.matrix("scale", d, 1), read.matrix("reach", 1, 1)(0, 0)});
    DiffusionView view{read.matrix("drawn", rows, d),
                       read.matrix("nearest", rows, d),
                       {read.matrix("mean", d, 1), read.matrix("covariance", d, d)},
                       {}};
    if (!read.ok())
        return refused("whose rows or moments are missing, of the wrong size or not finite");
    return SnapshotPtr(std::make_shared<DiffusionSnapshot>(model, std::move(view)));
}

} // namespace hareloom
