// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/diffusion/DiffusionModes.h"

#include "core/metrics/Neighbours.h"

#include <Eigen/Cholesky>

namespace hareloom {
namespace {

constexpr double kReach = 3; // standard deviations

class Components final : public DiffusionModes
{
public:
    explicit Components(const NormalMixture& mixture) : m_means(mixture.means)
    {
        for (int k = 0; k < mixture.components(); ++k)
            m_factors.emplace_back(mixture.covariance(k));
    }

    int count() const override { return static_cast<int>(m_means.rows()); }

    Vector sharesOf(const Matrix& rows) const override
    {
        Vector shares = Vector::Zero(count());
        for (Eigen::Index i = 0; i < rows.rows(); ++i) {
            Eigen::Index nearest = 0;
            if (distancesOf(rows.row(i)).minCoeff(&nearest) <= kReach)
                shares[nearest] += 1;
        }
        return shares / static_cast<double>(rows.rows());
    }

private:
    Vector distancesOf(const Eigen::RowVectorXd& row) const
    {
        Vector distances(count());
        for (Eigen::Index k = 0; k < distances.size(); ++k) {
            const Vector difference = (row - m_means.row(k)).transpose();
            distances[k] = m_factors[static_cast<std::size_t>(k)].matrixL().solve(difference).norm();
        }
        return distances;
    }

    Matrix m_means; // (K, d)
    std::vector<Eigen::LLT<Matrix>> m_factors;
};

class Classes final : public DiffusionModes
{
public:
    explicit Classes(ImageSetPtr images)
        : m_images(std::move(images)), m_rows(m_images->count(), m_images->imageBytes())
    {
        ImageRows(m_images).read(0, m_rows);
    }

    int count() const override { return m_images->classes(); }

    Vector sharesOf(const Matrix& rows) const override
    {
        Vector shares = Vector::Zero(count());
        for (const std::int64_t nearest : nearestRows(rows, m_rows).rows)
            shares[m_images->labels[static_cast<std::size_t>(nearest)]] += 1;
        return shares / static_cast<double>(rows.rows());
    }

private:
    ImageSetPtr m_images;
    Matrix m_rows; // (n, pixels)
};

} // namespace

std::unique_ptr<const DiffusionModes> DiffusionModes::of(const Source& source)
{
    if (const auto mixture = source.normalMixture(); mixture && mixture->components() > 1)
        return std::make_unique<Components>(*mixture);
    if (const ImageSetPtr images = source.images(); images && images->classes() > 1)
        return std::make_unique<Classes>(images);
    return nullptr;
}

} // namespace hareloom
