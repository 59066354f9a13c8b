// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/BlockArithmetic.h"
#include "core/data/NormalMixture.h"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>

namespace hareloom {
namespace {

constexpr int kBetweenPolls = 1 << 18; // components: some milliseconds

constexpr int kTogether = 8;              // variables whose sums fit into registers
constexpr int kManyVariables = kTogether; // from here on that is faster than one after another

/// F with F F' = covariance.
struct Root
{
    Matrix factor;
    bool isTriangle = true; // nothing above the diagonal
};

// Cholesky, or the symmetric root when the covariance is only semi-definite.
Root rootOf(const Matrix& covariance)
{
    const Eigen::LLT<Matrix> factor(covariance);
    if (factor.info() == Eigen::Success)
        return {factor.matrixL(), true};
    const Eigen::SelfAdjointEigenSolver<Matrix> spectrum(covariance);
    return {spectrum.eigenvectors() * spectrum.eigenvalues().cwiseMax(0).cwiseSqrt().asDiagonal(), false};
}

/// One variable, one component: the fast lane of the Gaussian chains.
class NormalRows final : public Dataset
{
public:
    NormalRows(double mean, double deviation, std::int64_t n, Seed seed)
        : m_mean(mean), m_deviation(deviation), m_rows(n), m_seed(seed)
    {
    }

    std::int64_t rows() const override { return m_rows; }
    int dimension() const override { return 1; }

    void read(std::int64_t first, MatrixRef out) const override
    {
        fillNormals(m_seed, static_cast<std::uint64_t>(first),
                    {out.data(), static_cast<std::size_t>(out.rows())});
        scale(out);
    }

    void gather(std::span<const std::int64_t> indices, MatrixRef out) const override
    {
        const std::span unsignedIndices(reinterpret_cast<const std::uint64_t*>(indices.data()),
                                        indices.size());
        gatherNormals(m_seed, unsignedIndices, {out.data(), static_cast<std::size_t>(out.rows())});
        scale(out);
    }

private:
    void scale(MatrixRef out) const { scaleAndShift(out.data(), out.rows(), m_deviation, m_mean); }

    double m_mean, m_deviation;
    std::int64_t m_rows;
    Seed m_seed;
};

/// Row r takes its component from uniform number r and its place from normals r*d ... r*d + d-1.
class MixtureRows final : public Dataset
{
public:
    MixtureRows(std::shared_ptr<const NormalMixture> mixture, std::int64_t n, Seed seed,
                double covarianceScale, const StopToken& stop)
        : m_mixture(std::move(mixture)), m_rows(n), m_componentSeed(childSeed(seed, 0)), m_normalSeed(seed)
    {
        m_roots.reserve(m_mixture->covariances.size());
        for (const auto& covariance : m_mixture->covariances)
            if (std::ssize(m_roots) % kBetweenPolls != 0 || stop.proceed())
                m_roots.push_back(rootOf(covariance * covarianceScale));
        m_cumulative.reserve(static_cast<std::size_t>(m_mixture->components()));
        double sum = 0;
        for (int k = 0; k < m_mixture->components() && (k % kBetweenPolls != 0 || stop.proceed()); ++k)
            m_cumulative.push_back(sum += m_mixture->weights[k]);
    }

    std::int64_t rows() const override { return m_rows; }
    int dimension() const override { return m_mixture->dimension(); }

    void read(std::int64_t first, MatrixRef out) const override
    {
        const auto d = static_cast<std::uint64_t>(dimension());
        const auto n = static_cast<std::size_t>(out.rows());
        std::vector<double> normals(n * d), uniforms(n);
        fillNormals(m_normalSeed, static_cast<std::uint64_t>(first) * d, normals);
        if (m_cumulative.size() > 1)
            fillUniforms(m_componentSeed, static_cast<std::uint64_t>(first), uniforms);
        place(normals, uniforms, out);
    }

    void gather(std::span<const std::int64_t> indices, MatrixRef out) const override
    {
        const auto d = static_cast<std::uint64_t>(dimension());
        std::vector<double> normals(indices.size() * d), uniforms(indices.size());
        std::vector<std::uint64_t> numbers;
        numbers.reserve(normals.size());
        for (const std::int64_t row : indices)
            for (std::uint64_t j = 0; j < d; ++j)
                numbers.push_back(static_cast<std::uint64_t>(row) * d + j);
        gatherNormals(m_normalSeed, numbers, normals);
        if (m_cumulative.size() > 1)
            for (std::size_t i = 0; i < indices.size(); ++i)
                uniforms[i] = uniformAt(m_componentSeed, static_cast<std::uint64_t>(indices[i]));
        place(normals, uniforms, out);
    }

private:
    void place(const std::vector<double>& normals, const std::vector<double>& uniforms, MatrixRef out) const
    {
        const int d = dimension();
        const double* z = normals.data();
        std::vector<double> placed(static_cast<std::size_t>(d));
        for (Eigen::Index i = 0; i < out.rows(); ++i, z += d) {
            const int k = componentAt(uniforms[static_cast<std::size_t>(i)]);
            const Root& root = m_roots[m_roots.size() == 1 ? 0 : static_cast<std::size_t>(k)];
            if (d >= kManyVariables) {
                placeByColumns(k, root, z, placed);
                for (int a = 0; a < d; ++a)
                    out(i, a) = placed[static_cast<std::size_t>(a)];
                continue;
            }
            for (int a = 0; a < d; ++a) {
                double x = m_mixture->means(k, a);
                for (int b = 0; b < d; ++b)
                    x += root.factor(a, b) * z[b];
                out(i, a) = x;
            }
        }
    }

    /// The same sums in the same order, for eight variables at once: along the columns in which the root is
    /// stored, and without the zeros above a triangle's diagonal.
    void placeByColumns(int k, const Root& root, const double* z, std::vector<double>& placed) const
    {
        using Some = Eigen::Array<double, kTogether, 1>;
        const auto d = static_cast<Eigen::Index>(placed.size());
        const double* const factor = root.factor.data();
        Eigen::Index a = 0;
        for (; a + kTogether <= d; a += kTogether) {
            Some sums;
            for (Eigen::Index i = 0; i < kTogether; ++i)
                sums[i] = m_mixture->means(k, a + i);
            const Eigen::Index end = root.isTriangle ? a + kTogether : d;
            for (Eigen::Index b = 0; b < end; ++b)
                sums += Eigen::Map<const Some>(factor + b * d + a) * z[b];
            Eigen::Map<Some>(placed.data() + a) = sums;
        }
        for (; a < d; ++a) {
            double x = m_mixture->means(k, a);
            for (Eigen::Index b = 0; b < d; ++b)
                x += factor[b * d + a] * z[b];
            placed[static_cast<std::size_t>(a)] = x;
        }
    }

    int componentAt(double u) const
    {
        const auto found =
            std::upper_bound(m_cumulative.begin(), m_cumulative.end(), u * m_cumulative.back());
        return static_cast<int>(
            std::min<std::ptrdiff_t>(found - m_cumulative.begin(), std::ssize(m_cumulative) - 1));
    }

    std::shared_ptr<const NormalMixture> m_mixture;
    std::int64_t m_rows;
    Seed m_componentSeed, m_normalSeed;
    std::vector<Root> m_roots;
    std::vector<double> m_cumulative;
};

} // namespace

DatasetPtr sampleOf(const std::shared_ptr<const NormalMixture>& mixture, std::int64_t n, Seed seed,
                    double covarianceScale)
{
    return *sampleOf(mixture, n, seed, covarianceScale, {});
}

Result<DatasetPtr> sampleOf(const std::shared_ptr<const NormalMixture>& mixture, std::int64_t n, Seed seed,
                            double covarianceScale, const StopToken& stop)
{
    if (mixture->components() == 1 && mixture->dimension() == 1) {
        const double deviation = std::sqrt(mixture->covariances.front()(0, 0) * covarianceScale);
        return DatasetPtr(std::make_shared<NormalRows>(mixture->means(0, 0), deviation, n, seed));
    }
    DatasetPtr rows = std::make_shared<MixtureRows>(mixture, n, seed, covarianceScale, stop);
    return stop.stopRequested() ? Result<DatasetPtr>(stopped()) : Result<DatasetPtr>(std::move(rows));
}

} // namespace hareloom
