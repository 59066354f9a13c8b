// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/Snapshot.h"

#include "core/families/image/VaeSnapshot.h"
#include "core/families/language/LanguageSnapshot.h"

#include <nlohmann/json.hpp>

#include <bit>
#include <cstring>
#include <typeinfo>

namespace hareloom {
namespace {

using nlohmann::json;
static_assert(std::endian::native == std::endian::little, "session files are little-endian");

json pack(const double* values, Eigen::Index count)
{
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(count) * sizeof(double));
    std::memcpy(bytes.data(), values, bytes.size());
    return json::binary(std::move(bytes));
}

/// Reads numbers out of a snapshot, and remembers that something was missing or of the wrong size.
class Unpacker
{
public:
    explicit Unpacker(const json& object) : m_object(object) {}

    Eigen::Index size(const char* key)
    {
        const auto found = m_object.find(key);
        if (found == m_object.end() || !found->is_number_integer() || found->get<std::int64_t>() < 1 ||
            found->get<std::int64_t>() > (1LL << 40)) {
            m_ok = false;
            return 1;
        }
        return found->get<Eigen::Index>();
    }

    Matrix matrix(const char* key, Eigen::Index rows, Eigen::Index columns)
    {
        const auto found = m_object.find(key);
        if (!m_ok || found == m_object.end() || !found->is_binary() ||
            found->get_binary().size() / sizeof(double) / static_cast<std::size_t>(rows) !=
                static_cast<std::size_t>(columns) ||
            found->get_binary().size() % (sizeof(double) * static_cast<std::size_t>(rows)) != 0) {
            m_ok = false;
            return Matrix::Zero(1, 1);
        }
        Matrix values(rows, columns);
        std::memcpy(values.data(), found->get_binary().data(), found->get_binary().size());
        m_ok = m_ok && values.allFinite();
        return values;
    }

    bool ok() const { return m_ok; }

private:
    const json& m_object;
    bool m_ok = true;
};

json mixtureJson(const NormalMixture& mixture)
{
    const Eigen::Index d = mixture.dimension(), shared = std::ssize(mixture.covariances);
    Matrix covariances(d, d * shared);
    for (Eigen::Index k = 0; k < shared; ++k)
        covariances.middleCols(k * d, d) = mixture.covariances[static_cast<std::size_t>(k)];
    return {{"kind", NormalMixtureSnapshot::kKind},
            {"components", mixture.components()},
            {"dimension", d},
            {"covarianceCount", shared},
            {"weights", pack(mixture.weights.data(), mixture.weights.size())},
            {"means", pack(mixture.means.data(), mixture.means.size())},
            {"covariances", pack(covariances.data(), covariances.size())}};
}

Result<SnapshotPtr> mixtureFrom(const json& object)
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

Result<SnapshotPtr> categoricalFrom(const json& object)
{
    Unpacker unpack(object);
    const Eigen::Index states = unpack.size("states");
    Categorical distribution{unpack.matrix("probabilities", states, 1)};
    if (!unpack.ok() || distribution.probabilities.minCoeff() < 0)
        return invalidFile(
            "found a categorical snapshot whose probabilities are missing, of the wrong size or negative");
    return SnapshotPtr(std::make_shared<CategoricalSnapshot>(std::move(distribution)));
}

} // namespace

// Exact types, so no dynamic_cast: a chain asks several times a generation.
const NormalMixture* asNormalMixture(const Snapshot& snapshot)
{
    return typeid(snapshot) == typeid(NormalMixtureSnapshot)
               ? &static_cast<const NormalMixtureSnapshot&>(snapshot).mixture()
               : nullptr;
}

const Categorical* asCategorical(const Snapshot& snapshot)
{
    return typeid(snapshot) == typeid(CategoricalSnapshot)
               ? &static_cast<const CategoricalSnapshot&>(snapshot).distribution()
               : nullptr;
}

json toJson(const Snapshot& snapshot)
{
    if (const NormalMixture* mixture = asNormalMixture(snapshot))
        return mixtureJson(*mixture);
    if (const VaeSnapshot* vae = asVae(snapshot))
        return detail::vaeJson(*vae);
    if (const LanguageSnapshot* language = asLanguage(snapshot))
        return detail::languageJson(*language);
    const Vector& p = dynamic_cast<const CategoricalSnapshot&>(snapshot).distribution().probabilities;
    return {{"kind", CategoricalSnapshot::kKind},
            {"states", p.size()},
            {"probabilities", pack(p.data(), p.size())}};
}

json toJsonWithoutWeights(const Snapshot& snapshot)
{
    if (const VaeSnapshot* vae = asVae(snapshot))
        return toJson(*vae->withWeights(nullptr));
    if (const LanguageSnapshot* language = asLanguage(snapshot))
        return toJson(*language->withWeights(nullptr));
    return toJson(snapshot);
}

Result<SnapshotPtr> snapshotFromJson(const json& object)
{
    const std::string kind = object.is_object() && object.contains("kind") && object["kind"].is_string()
                                 ? object["kind"].get<std::string>()
                                 : "";
    if (kind == NormalMixtureSnapshot::kKind)
        return mixtureFrom(object);
    if (kind == CategoricalSnapshot::kKind)
        return categoricalFrom(object);
    if (kind == VaeSnapshot::kKind)
        return detail::vaeFrom(object);
    if (kind == LanguageSnapshot::kKind)
        return detail::languageFrom(object);
    return invalidFile("found a snapshot of kind \"" + kind +
                       "\", allowed: normalMixture, categorical, vae, language");
}

} // namespace hareloom
