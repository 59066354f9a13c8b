// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/NormalSources.h"

#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/data/KindParts.h"
#include "core/data/SourceWeights.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hareloom {
namespace {

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
    return covarianceFrom(config.covariance, config.mean.size(), "source.covariance")
        .transform([&config](Matrix covariance) {
            return NormalMixture::single(
                Eigen::Map<const Vector>(config.mean.data(), std::ssize(config.mean)), std::move(covariance));
        });
}

/// As many as there are inputs, the last one repeated. Where none are given they are drawn, the same in every
/// run.
Vector coefficientsFrom(const SourceConfig& config)
{
    constexpr Seed kDrawn = 0x6c696e656172;
    Vector coefficients(config.inputs);
    if (config.coefficients.empty())
        fillNormals(kDrawn, 0, {coefficients.data(), static_cast<std::size_t>(coefficients.size())});
    else
        for (Eigen::Index j = 0; j < coefficients.size(); ++j)
            coefficients[j] =
                config.coefficients[std::min(config.coefficients.size() - 1, static_cast<std::size_t>(j))];
    return coefficients;
}

/// Normal inputs x of mean 0, and y = coefficients . x + noise: together they are normal.
Result<NormalMixture> linearFrom(const SourceConfig& config)
{
    const Eigen::Index d = config.inputs;
    const bool isOne = config.covariance.size() == 1 && config.covariance.front().size() == 1;
    auto inputs =
        covarianceFrom(config.covariance, isOne ? 1 : static_cast<std::size_t>(d), "source.covariance");
    if (!inputs)
        return inputs.error();
    if (std::ssize(config.coefficients) > d)
        return invalidSetting("source.coefficients",
                              "there are " + std::to_string(config.coefficients.size()) +
                                  " coefficients, and source.inputs is " + std::to_string(d) +
                                  ". Give one for each input, or fewer: the last one repeats.");
    if (isOne)
        *inputs = Matrix::Identity(d, d) * (*inputs)(0, 0);
    const Vector coefficients = coefficientsFrom(config), shared = *inputs * coefficients;
    Matrix covariance(d + 1, d + 1);
    covariance << *inputs, shared, shared.transpose(), coefficients.dot(shared) + config.noise * config.noise;
    return NormalMixture::single(Vector::Zero(d + 1), std::move(covariance));
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

/// A maker of sources of class S, whose truth is `From(config)`.
template<class S, Result<NormalMixture> (*From)(const SourceConfig&)>
MadeSource make(const SourceConfig& config, RowKind, const std::string&)
{
    return From(config).and_then([](NormalMixture truth) { return madeOf<S>(std::move(truth)); });
}

constexpr Settings<2> kOfNormal = {"mean", "covariance"};
constexpr Settings<4> kOfLinear = {"inputs", "coefficients", "covariance", "noise"};
constexpr Settings<3> kOfMixture = {"weights", "means", "covariances"};
constexpr Settings<1> kOfEight = {"noise"};

} // namespace

constinit const SourceKind kNormalSource = {
    .name = "normal",
    .title = "Normal",
    .rows = kNumberRows,
    .settings = kOfNormal,
    .truth = Truth::Normal,
    .isUsual = true,
    .make = make<NormalMixtureSource, normalFrom>,
};

constinit const SourceKind kLinearSource = {
    .name = "linear",
    .title = "Linear",
    .rows = kNumberRows,
    .settings = kOfLinear,
    .truth = Truth::Normal,
    .make = make<LinearSource, linearFrom>,
};

constinit const SourceKind kMixtureSource = {
    .name = "mixture",
    .title = "Mixture",
    .rows = kNumberRows,
    .settings = kOfMixture,
    .truth = Truth::Normals,
    .make = make<NormalMixtureSource, mixtureFrom>,
};

constinit const SourceKind kEightGaussiansSource = {
    .name = "eightGaussians",
    .title = "Eight Gaussians",
    .rows = kNumberRows,
    .settings = kOfEight,
    .truth = Truth::Normals,
    .make = make<NormalMixtureSource, eightGaussians>,
};

} // namespace hareloom
