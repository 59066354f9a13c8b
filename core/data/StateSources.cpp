// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/StateSources.h"

#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/data/KindParts.h"
#include "core/data/RankWords.h"
#include "core/data/SourceWeights.h"

#include <algorithm>

namespace hareloom {
namespace {

constexpr std::size_t kMostNameBytes = 60; // as refusals and axes show

class CategoricalSource : public Source
{
public:
    explicit CategoricalSource(Vector weights)
        : m_truth(std::make_shared<Categorical>(Categorical{weights / weights.sum()}))
    {
    }
    int dimension() const override { return 1; }
    RowKind rowKind() const override { return RowKind::States; }
    DatasetPtr draw(std::int64_t n, Seed seed) const override { return sampleOf(m_truth, n, seed); }
    std::shared_ptr<const Categorical> categorical() const override { return m_truth; }
    std::vector<std::string> variableNames() const override { return {"state"}; }
    std::int64_t stateCount() const override { return m_truth->states(); }

private:
    std::shared_ptr<const Categorical> m_truth;
};

/// Kinds that the experiment names.
class NamedStates final : public CategoricalSource
{
public:
    NamedStates(Vector weights, std::vector<std::string> names)
        : CategoricalSource(std::move(weights)), m_names(std::move(names))
    {
    }
    std::string stateName(std::int64_t state) const override
    {
        return m_names.at(static_cast<std::size_t>(state));
    }

private:
    std::vector<std::string> m_names;
};

/// A vocabulary: its states are called by words.
class ZipfSource final : public CategoricalSource
{
public:
    ZipfSource(std::int64_t states, double exponent)
        : CategoricalSource(Vector::LinSpaced(states, 1, static_cast<double>(states)).array().pow(-exponent))
    {
    }
    std::string stateName(std::int64_t state) const override { return wordOfRank(state); }
};

/// None, or one for each weight, which people can read and tell apart.
Result<void> checkNames(const SourceConfig& config)
{
    const auto& names = config.names;
    if (names.empty())
        return {};
    if (names.size() != config.weights.size())
        return invalidSetting("source.names", "the number of names is " + std::to_string(names.size()) +
                                                  ". It must be " + std::to_string(config.weights.size()) +
                                                  ", one for each weight, or none.");
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string path = "source.names[" + std::to_string(i) + "]";
        const bool isPlain =
            !names[i].empty() && printable(names[i]) == names[i] && trimmed(names[i]) == names[i];
        if (!isPlain || names[i].size() > kMostNameBytes)
            return refusedSetting(path, inQuotes(names[i]),
                                  "be a plain text of 1 to " + std::to_string(kMostNameBytes) +
                                      " bytes, without blanks at its ends");
        if (std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i), names[i]) !=
            names.begin() + static_cast<std::ptrdiff_t>(i))
            return refusedSetting(path, inQuotes(names[i]), "be another name than those before it");
    }
    return {};
}

MadeSource makeZipf(const SourceConfig& config, RowKind, const std::string&)
{
    return madeOf<ZipfSource>(config.states, config.exponent);
}

MadeSource makeCategories(const SourceConfig& config, RowKind, const std::string&)
{
    return weightsFrom(config).and_then([&config](Vector weights) {
        return checkNames(config).and_then([&]() -> MadeSource {
            return config.names.empty() ? madeOf<CategoricalSource>(std::move(weights))
                                        : madeOf<NamedStates>(std::move(weights), config.names);
        });
    });
}

constexpr Settings<2> kOfZipf = {"states", "exponent"};
constexpr Settings<2> kOfCategories = {"weights", "names"};

} // namespace

Result<Vector> weightsFrom(const SourceConfig& config)
{
    const Vector weights = Eigen::Map<const Vector>(config.weights.data(), std::ssize(config.weights));
    if (weights.size() == 0 || weights.minCoeff() < 0 || weights.sum() <= 0)
        return invalidSetting("source.weights",
                              "there must be one weight or more, none below 0 and one of them above.");
    return Vector(weights / weights.sum());
}

constinit const SourceKind kZipfSource = {
    .name = "zipf",
    .title = "Zipf's law",
    .rows = kStateRows,
    .settings = kOfZipf,
    .truth = Truth::States,
    .isUsual = true,
    .isAllTail = true,
    .make = makeZipf,
};

constinit const SourceKind kCategoriesSource = {
    .name = "categories",
    .title = "Categories",
    .rows = kStateRows,
    .settings = kOfCategories,
    .truth = Truth::States,
    .namesStates = true,
    .make = makeCategories,
};

} // namespace hareloom
