// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/NormalMixtureSnapshot.h"

#include "core/family/PackedNumbers.h"

#include <algorithm>
#include <cmath>

namespace hareloom {

using nlohmann::json;

namespace {

double evenWeight(Eigen::Index components)
{
    return 1.0 / static_cast<double>(components);
}

} // namespace

bool NormalMixtureSnapshot::isFinite() const
{
    return hareloom::isFinite(m_mixture);
}

json NormalMixtureSnapshot::toJson(bool) const
{
    const Eigen::Index d = m_mixture.dimension(), shared = std::ssize(m_mixture.covariances);
    Matrix covariances(d, d * shared);
    for (Eigen::Index k = 0; k < shared; ++k)
        covariances.middleCols(k * d, d) = m_mixture.covariances[static_cast<std::size_t>(k)];
    return {{"kind", kKind},
            {"components", m_mixture.components()},
            {"dimension", d},
            {"covarianceCount", shared},
            {"weights", packed(m_mixture.weights.data(), m_mixture.weights.size())},
            {"means", packed(m_mixture.means.data(), m_mixture.means.size())},
            {"covariances", packed(covariances.data(), covariances.size())}};
}

bool NormalMixtureSnapshot::toNumbers(ModelNumbers& into) const
{
    const NormalMixture& m = m_mixture;
    const bool areEven = (m.weights.array() == evenWeight(m.components())).all();
    into.sizes.assign(
        {m.components(), m.dimension(), std::ssize(m.covariances), areEven ? 0 : m.components()});
    into.values.clear();
    const auto add = [&into](const double* values, Eigen::Index count) {
        into.values.insert(into.values.end(), values, values + count);
    };
    if (!areEven)
        add(m.weights.data(), m.weights.size());
    add(m.means.data(), m.means.size());
    for (const Matrix& covariance : m.covariances)
        add(covariance.data(), covariance.size());
    return true;
}

Result<SnapshotPtr> readNormalMixtureNumbers(std::span<const std::int64_t> sizes,
                                             std::span<const double> values)
{
    const auto refused = [](const char* why) {
        return invalidFile(std::string("its snapshot is no mixture of normals: ") + why);
    };
    // No size is larger than the values are many, so no product of two is out of range.
    const auto most = static_cast<std::int64_t>(std::min<std::size_t>(values.size(), std::size_t{1} << 30));
    if (sizes.size() != 4 ||
        std::any_of(sizes.begin(), sizes.end(), [most](auto s) { return s < 0 || s > most; }))
        return refused("its sizes are out of range");
    const std::int64_t k = sizes[0], d = sizes[1], shared = sizes[2], weights = sizes[3];
    if (k < 1 || d < 1 || (shared != 1 && shared != k) || (weights != 0 && weights != k) || k * d > most ||
        d * d > most || weights + k * d + shared * d * d != std::ssize(values))
        return refused("its sizes and its numbers do not fit each other");
    if (!std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); }))
        return refused("some of its numbers are not finite");
    if (std::any_of(values.begin(), values.begin() + weights, [](double w) { return w < 0; }))
        return refused("some of its weights are negative");
    NormalMixture mixture;
    const double* next = values.data();
    const auto take = [&next](Eigen::Index rows, Eigen::Index columns) {
        Matrix taken = Eigen::Map<const Matrix>(next, rows, columns);
        next += rows * columns;
        return taken;
    };
    mixture.weights = weights == 0 ? Vector(Vector::Constant(k, evenWeight(k))) : Vector(take(k, 1));
    mixture.means = take(k, d);
    for (std::int64_t i = 0; i < shared; ++i)
        mixture.covariances.push_back(take(d, d));
    return SnapshotPtr(std::make_shared<NormalMixtureSnapshot>(std::move(mixture)));
}

Result<SnapshotPtr> readNormalMixtureSnapshot(const json& object)
{
    Unpacker unpack(object);
    const Eigen::Index components = unpack.size("components"), d = unpack.size("dimension"),
                       shared = unpack.size("covarianceCount");
    NormalMixture mixture;
    mixture.weights = unpack.matrix("weights", components, 1);
    mixture.means = unpack.matrix("means", components, d);
    const bool isShape = unpack.ok() && (shared == 1 || shared == components); // now d * shared is small
    const Matrix covariances = unpack.matrix("covariances", d, isShape ? d * shared : 1);
    if (!isShape || !unpack.ok())
        return invalidFile(
            "found a normalMixture snapshot whose arrays are missing, of the wrong size or not finite");
    for (Eigen::Index k = 0; k < shared; ++k)
        mixture.covariances.push_back(covariances.middleCols(k * d, d));
    return SnapshotPtr(std::make_shared<NormalMixtureSnapshot>(std::move(mixture)));
}

} // namespace hareloom
