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

constexpr int kManyVariables = 8;    // from here on rows are mapped together
constexpr std::int64_t kRead = 2048; // numbers that are drawn in one go: they stay in the nearest cache

/// F with F F' = covariance, as mapRows() reads it.
struct Root
{
    std::vector<double> factor;
    bool isTriangle = true; // nothing above the diagonal
};

// Cholesky, or the symmetric root when the covariance is only semi-definite.
Root rootOf(const Matrix& covariance)
{
    const int d = static_cast<int>(covariance.rows());
    const Eigen::LLT<Matrix> factor(covariance);
    if (factor.info() == Eigen::Success)
        return {packedFactor(Matrix(factor.matrixL()).data(), d, true), true};
    const Eigen::SelfAdjointEigenSolver<Matrix> spectrum(covariance);
    const Matrix root = spectrum.eigenvectors() * spectrum.eigenvalues().cwiseMax(0).cwiseSqrt().asDiagonal();
    return {packedFactor(root.data(), d, false), false};
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
        std::vector<double> normals, uniforms;
        inPieces(out.rows(), [&](std::int64_t at, std::int64_t count) {
            const auto from = static_cast<std::uint64_t>(first + at);
            normals.resize(static_cast<std::size_t>(count * dimension()));
            uniforms.resize(static_cast<std::size_t>(count));
            fillNormals(m_normalSeed, from * static_cast<std::uint64_t>(dimension()), normals);
            if (m_cumulative.size() > 1)
                fillUniforms(m_componentSeed, from, uniforms);
            place(normals, uniforms, out.middleRows(at, count));
        });
    }

    void gather(std::span<const std::int64_t> indices, MatrixRef out) const override
    {
        const auto d = static_cast<std::uint64_t>(dimension());
        std::vector<double> normals, uniforms;
        std::vector<std::uint64_t> numbers;
        inPieces(out.rows(), [&](std::int64_t at, std::int64_t count) {
            const auto some = indices.subspan(static_cast<std::size_t>(at), static_cast<std::size_t>(count));
            numbers.clear();
            for (const std::int64_t row : some)
                for (std::uint64_t j = 0; j < d; ++j)
                    numbers.push_back(static_cast<std::uint64_t>(row) * d + j);
            normals.resize(numbers.size());
            uniforms.resize(some.size());
            gatherNormals(m_normalSeed, numbers, normals);
            if (m_cumulative.size() > 1)
                for (std::size_t i = 0; i < some.size(); ++i)
                    uniforms[i] = uniformAt(m_componentSeed, static_cast<std::uint64_t>(some[i]));
            place(normals, uniforms, out.middleRows(at, count));
        });
    }

private:
    /// Of `rows` rows a piece after the other, whose numbers stay in the nearest cache.
    template<class Work>
    void inPieces(std::int64_t rows, const Work& work) const
    {
        const std::int64_t most = std::max<std::int64_t>(4, kRead / dimension());
        for (std::int64_t at = 0; at < rows; at += most)
            work(at, std::min(most, rows - at));
    }

    void place(const std::vector<double>& normals, const std::vector<double>& uniforms, MatrixRef out) const
    {
        const int d = dimension();
        if (d < kManyVariables) {
            placeOneByOne(normals, uniforms, out);
            return;
        }
        Vector mean = Vector::Zero(padded(d));
        if (m_cumulative.size() == 1) {
            mean.head(d) = m_mixture->means.row(0).transpose();
            mapRows(mapOf(m_roots.front(), mean), normals.data(), out.rows(), out.data(), out.outerStride());
            return;
        }
        for (Eigen::Index i = 0; i < out.rows(); ++i) {
            const int k = componentAt(uniforms[static_cast<std::size_t>(i)]);
            mean.head(d) = m_mixture->means.row(k).transpose();
            mapRows(mapOf(rootAt(k), mean), normals.data() + i * d, 1, out.data() + i, out.outerStride());
        }
    }

    void placeOneByOne(const std::vector<double>& normals, const std::vector<double>& uniforms,
                       MatrixRef out) const
    {
        const int d = dimension();
        const double* z = normals.data();
        for (Eigen::Index i = 0; i < out.rows(); ++i, z += d) {
            const int k = componentAt(uniforms[static_cast<std::size_t>(i)]);
            const std::vector<double>& factor = rootAt(k).factor; // by columns of eight
            for (int a = 0; a < d; ++a) {
                double x = m_mixture->means(k, a);
                for (int b = 0; b < d; ++b)
                    x += factor[static_cast<std::size_t>(b * kManyVariables + a)] * z[b];
                out(i, a) = x;
            }
        }
    }

    AffineMap mapOf(const Root& root, const Vector& mean) const
    {
        return {dimension(), root.factor.data(), mean.data(), root.isTriangle};
    }
    const Root& rootAt(int k) const { return m_roots[m_roots.size() == 1 ? 0 : static_cast<std::size_t>(k)]; }

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
