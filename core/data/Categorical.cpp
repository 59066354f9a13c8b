// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Categorical.h"

#include <cmath>
#include <limits>
#include <vector>

namespace hareloom {
namespace {

/// Walker's alias method in Vose's form (IEEE TSE 17(9), 1991): a uniform number picks a column and a side.
class AliasTable
{
public:
    explicit AliasTable(const Vector& probabilities)
        : m_keep(static_cast<std::size_t>(probabilities.size()), 1.0), m_alias(m_keep.size())
    {
        const auto k = m_keep.size();
        std::vector<double> scaled(k);
        std::vector<std::size_t> small, large;
        const double scale = static_cast<double>(k) / probabilities.sum();
        for (std::size_t i = 0; i < k; ++i) {
            m_alias[i] = i;
            scaled[i] = probabilities[static_cast<Eigen::Index>(i)] * scale;
            (scaled[i] < 1 ? small : large).push_back(i);
        }
        while (!small.empty() && !large.empty()) {
            const std::size_t poor = small.back(), rich = large.back();
            small.pop_back();
            m_keep[poor] = scaled[poor];
            m_alias[poor] = rich;
            scaled[rich] -= 1 - scaled[poor];
            if (scaled[rich] < 1) {
                large.pop_back();
                small.push_back(rich);
            }
        }
        forbidExtinct(small, probabilities);
    }

    std::size_t at(double uniform) const
    {
        const double place = uniform * static_cast<double>(m_keep.size());
        const auto column = static_cast<std::size_t>(place);
        return place - static_cast<double>(column) < m_keep[column] ? column : m_alias[column];
    }

private:
    // Columns left over by rounding keep all their mass; one of an extinct state must never be drawn.
    void forbidExtinct(const std::vector<std::size_t>& left, const Vector& probabilities)
    {
        Eigen::Index living = 0;
        probabilities.maxCoeff(&living);
        for (const std::size_t i : left)
            if (probabilities[static_cast<Eigen::Index>(i)] <= 0) {
                m_keep[i] = 0;
                m_alias[i] = static_cast<std::size_t>(living);
            }
    }

    std::vector<double> m_keep;
    std::vector<std::size_t> m_alias;
};

class CategoricalRows final : public Dataset
{
public:
    CategoricalRows(const Categorical& distribution, std::int64_t n, Seed seed)
        : m_table(distribution.probabilities), m_rows(n), m_seed(seed)
    {
    }

    std::int64_t rows() const override { return m_rows; }
    int dimension() const override { return 1; }

    void read(std::int64_t first, MatrixRef out) const override
    {
        double* x = out.data();
        fillUniforms(m_seed, static_cast<std::uint64_t>(first), {x, static_cast<std::size_t>(out.rows())});
        for (Eigen::Index i = 0; i < out.rows(); ++i)
            x[i] = static_cast<double>(m_table.at(x[i]));
    }

    void gather(std::span<const std::int64_t> indices, MatrixRef out) const override
    {
        for (std::size_t i = 0; i < indices.size(); ++i)
            out(static_cast<Eigen::Index>(i), 0) =
                static_cast<double>(m_table.at(uniformAt(m_seed, static_cast<std::uint64_t>(indices[i]))));
    }

private:
    AliasTable m_table;
    std::int64_t m_rows;
    Seed m_seed;
};

} // namespace

Vector logProbability(const Categorical& distribution, MatrixView rows)
{
    const Vector& p = distribution.probabilities;
    Vector values(rows.rows());
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
        const auto state = static_cast<Eigen::Index>(rows(i, 0));
        const bool known = state >= 0 && state < p.size();
        values[i] = known ? std::log(p[state]) : -std::numeric_limits<double>::infinity();
    }
    return values;
}

DatasetPtr sampleOf(std::shared_ptr<const Categorical> distribution, std::int64_t n, Seed seed)
{
    return std::make_shared<CategoricalRows>(*distribution, n, seed);
}

} // namespace hareloom
