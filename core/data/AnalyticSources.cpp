// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/AnalyticSources.h"

#include "core/base/Refusal.h"
#include "core/data/RankWords.h"
#include "core/data/SourceKinds.h"

#include "core/base/Text.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hareloom {
namespace {

constexpr std::size_t kMostNameBytes = 60; // as refusals and axes show

class NormalMixtureSource : public Source
{
public:
    explicit NormalMixtureSource(NormalMixture truth)
        : m_truth(std::make_shared<NormalMixture>(std::move(truth)))
    {
    }
    int dimension() const override { return m_truth->dimension(); }
    DatasetPtr draw(std::int64_t n, Seed seed) const override { return sampleOf(m_truth, n, seed); }
    std::shared_ptr<const NormalMixture> normalMixture() const override { return m_truth; }
    std::optional<double> quantile(double below, double above) const override
    {
        return dimension() == 1 ? std::optional(marginalQuantile(*m_truth, 0, below, above)) : std::nullopt;
    }

private:
    std::shared_ptr<const NormalMixture> m_truth;
};

/// Inputs and their response, in the last variable.
class LinearSource final : public NormalMixtureSource
{
public:
    using NormalMixtureSource::NormalMixtureSource;
    std::vector<std::string> variableNames() const override
    {
        std::vector<std::string> names = Source::variableNames();
        if (names.size() == 2)
            names.front() = "x";
        names.back() = "y";
        return names;
    }
};

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

Result<Matrix> covarianceFrom(const std::vector<std::vector<double>>& rows, std::size_t d,
                              const std::string& path)
{
    const std::string size = std::to_string(d) + " x " + std::to_string(d);
    if (rows.size() != d)
        return invalidInput(path + ": the number of rows is " + std::to_string(rows.size()) +
                            ". The matrix must be " + size + ", as the mean has it.");
    Matrix covariance(d, d);
    for (std::size_t i = 0; i < d; ++i) {
        if (rows[i].size() != d)
            return invalidInput(path + "[" + std::to_string(i) + "]: the row's length is " +
                                std::to_string(rows[i].size()) + ". The matrix must be " + size + ".");
        for (std::size_t j = 0; j < d; ++j)
            covariance(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = rows[i][j];
    }
    if (!covariance.isApprox(covariance.transpose(), 1e-12))
        return invalidInput(path + ": the matrix is not symmetric, as a covariance must be.");
    const double lowest =
        Eigen::SelfAdjointEigenSolver<Matrix>(covariance, Eigen::EigenvaluesOnly).eigenvalues().minCoeff();
    if (lowest < -1e-12 * covariance.trace() || covariance.trace() <= 0)
        return invalidInput(path + ": the matrix is no covariance, because its smallest eigenvalue is " +
                            shortNumber(lowest) + ". It must be positive semi-definite and not zero.");
    return covariance;
}

Result<NormalMixture> normalFrom(const SourceConfig& config)
{
    if (config.mean.empty())
        return invalidSetting("source.mean", "there are no numbers. Give one for each variable.");
    auto covariance = covarianceFrom(config.covariance, config.mean.size(), "source.covariance");
    if (!covariance)
        return covariance.error();
    return NormalMixture::single(Eigen::Map<const Vector>(config.mean.data(), std::ssize(config.mean)),
                                 std::move(*covariance));
}

/// As many as there are inputs, the last one repeated. Where none are given they are drawn, the same in every run.
Vector coefficientsFrom(const SourceConfig& config)
{
    constexpr Seed kDrawn = 0x6c696e656172;
    Vector coefficients(config.inputs);
    if (config.coefficients.empty())
        fillNormals(kDrawn, 0, {coefficients.data(), static_cast<std::size_t>(coefficients.size())});
    else
        for (Eigen::Index j = 0; j < coefficients.size(); ++j)
            coefficients[j] = config.coefficients[std::min(config.coefficients.size() - 1, static_cast<std::size_t>(j))];
    return coefficients;
}

/// Normal inputs x of mean 0, and y = coefficients . x + noise: together they are normal.
Result<NormalMixture> linearFrom(const SourceConfig& config)
{
    const Eigen::Index d = config.inputs;
    const bool isOne = config.covariance.size() == 1 && config.covariance.front().size() == 1;
    auto inputs = covarianceFrom(config.covariance, isOne ? 1 : static_cast<std::size_t>(d), "source.covariance");
    if (!inputs)
        return inputs.error();
    if (std::ssize(config.coefficients) > d)
        return invalidSetting("source.coefficients", "there are " + std::to_string(config.coefficients.size()) +
                                                         " coefficients, and source.inputs is " + std::to_string(d) +
                                                         ". Give one for each input, or fewer: the last one repeats.");
    if (isOne)
        *inputs = Matrix::Identity(d, d) * (*inputs)(0, 0);
    const Vector coefficients = coefficientsFrom(config), shared = *inputs * coefficients;
    Matrix covariance(d + 1, d + 1);
    covariance << *inputs, shared, shared.transpose(), coefficients.dot(shared) + config.noise * config.noise;
    return NormalMixture::single(Vector::Zero(d + 1), std::move(covariance));
}

Result<Vector> weightsFrom(const SourceConfig& config)
{
    const Vector weights = Eigen::Map<const Vector>(config.weights.data(), std::ssize(config.weights));
    if (weights.size() == 0 || weights.minCoeff() < 0 || weights.sum() <= 0)
        return invalidSetting("source.weights",
                              "there must be one weight or more, none below 0 and one of them above.");
    return Vector(weights / weights.sum());
}

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

Result<NormalMixture> mixtureFrom(const SourceConfig& config)
{
    auto weights = weightsFrom(config);
    if (!weights)
        return weights.error();
    const std::size_t components = config.weights.size();
    if (config.means.size() != components)
        return invalidSetting("source.means", "the number of means is " +
                                                  std::to_string(config.means.size()) + ". It must be " +
                                                  std::to_string(components) + ", one for each weight.");
    const std::size_t d = config.means.front().size();
    if (d == 0)
        return invalidInput("source.means[0]: there are no numbers. Give one for each variable.");
    NormalMixture truth{*weights, Matrix(components, d), {}};
    for (std::size_t k = 0; k < components; ++k) {
        if (config.means[k].size() != d)
            return invalidInput("source.means[" + std::to_string(k) + "]: the mean's dimension is " +
                                std::to_string(config.means[k].size()) + ", and the first mean's is " +
                                std::to_string(d) + ". All must be the same.");
        truth.means.row(static_cast<Eigen::Index>(k)) =
            Eigen::Map<const Eigen::RowVectorXd>(config.means[k].data(), static_cast<Eigen::Index>(d));
    }
    if (config.covariances.size() != 1 && config.covariances.size() != components)
        return invalidSetting("source.covariances",
                              "the number of matrices is " + std::to_string(config.covariances.size()) +
                                  ". It must be 1, which all share, or " + std::to_string(components) +
                                  ", one for each weight.");
    for (std::size_t k = 0; k < config.covariances.size(); ++k) {
        auto covariance =
            covarianceFrom(config.covariances[k], d, "source.covariances[" + std::to_string(k) + "]");
        if (!covariance)
            return covariance.error();
        truth.covariances.push_back(std::move(*covariance));
    }
    return truth;
}

// Eight blobs on a circle of radius 2: the usual test of whether a generative model keeps all its modes.
Result<NormalMixture> eightGaussians(const SourceConfig& config)
{
    if (config.noise <= 0)
        return refusedSetting("source.noise", shortNumber(config.noise), "be more than 0 for eightGaussians");
    NormalMixture truth{
        Vector::Constant(8, 1.0 / 8), Matrix(8, 2), {Matrix::Identity(2, 2) * config.noise * config.noise}};
    for (int k = 0; k < 8; ++k)
        truth.means.row(k) << 2 * std::cos(k * std::numbers::pi / 4), 2 * std::sin(k * std::numbers::pi / 4);
    return truth;
}

} // namespace

Result<std::shared_ptr<const Source>> makeNormalSource(const SourceConfig& config)
{
    const bool isLinear = config.kind == "linear";
    auto truth = isLinear                        ? linearFrom(config)
                 : config.kind == "normal"       ? normalFrom(config)
                 : config.kind == kMixtureSource ? mixtureFrom(config)
                                                 : eightGaussians(config);
    if (!truth)
        return truth.error();
    if (isLinear)
        return std::shared_ptr<const Source>(std::make_shared<LinearSource>(std::move(*truth)));
    return std::shared_ptr<const Source>(std::make_shared<NormalMixtureSource>(std::move(*truth)));
}

Result<std::shared_ptr<const Source>> makeCategoricalSource(const SourceConfig& config)
{
    if (config.kind == "zipf")
        return std::shared_ptr<const Source>(
            std::make_shared<ZipfSource>(config.states, config.exponent));
    auto weights = weightsFrom(config);
    if (!weights)
        return weights.error();
    if (auto named = checkNames(config); !named)
        return named.error();
    if (!config.names.empty())
        return std::shared_ptr<const Source>(
            std::make_shared<NamedStates>(std::move(*weights), config.names));
    return std::shared_ptr<const Source>(std::make_shared<CategoricalSource>(std::move(*weights)));
}

} // namespace hareloom
