// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace hareloom {

/// (n, d): a row is one observation, a column one variable; columns are contiguous.
using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;
using MatrixRef = Eigen::Ref<Matrix, 0, Eigen::OuterStride<>>;
using MatrixView = Eigen::Ref<const Matrix, 0, Eigen::OuterStride<>>;

class Dataset;
using DatasetPtr = std::shared_ptr<const Dataset>;

/// Rows to look at in one go: a block's columns fit in the first-level cache.
inline constexpr std::int64_t kBlockRows = 1024;

/// Immutable rows (n, d), each finite. They need not be in memory: a model's sample is a function of
/// (model, seed, row) and is computed when read, which is how 10^7 rows a generation cost no memory.
/// Every function may be called from several threads at once.
class Dataset
{
public:
    virtual ~Dataset() = default;

    virtual std::int64_t rows() const = 0;
    virtual int dimension() const = 0;

    /// Writes rows [first, first + out.rows()) to `out` (m, d). The range must lie in [0, rows()).
    virtual void read(std::int64_t first, MatrixRef out) const = 0;

    /// Writes row indices[i] to row i of `out`. Indices lie in [0, rows()), ascending.
    virtual void gather(std::span<const std::int64_t> indices, MatrixRef out) const = 0;

    /// The datasets this one is a plain concatenation of, in order; empty when it is not one.
    virtual std::span<const DatasetPtr> parts() const { return {}; }

    /// The matrix behind this dataset when there is one, else null; lives as long as the dataset.
    virtual const Matrix* matrix() const { return nullptr; }
};

/// All rows in memory.
class Table final : public Dataset
{
public:
    explicit Table(Matrix values) : m_values(std::move(values)) {}

    std::int64_t rows() const override { return m_values.rows(); }
    int dimension() const override { return static_cast<int>(m_values.cols()); }
    void read(std::int64_t first, MatrixRef out) const override;
    void gather(std::span<const std::int64_t> indices, MatrixRef out) const override;
    const Matrix* matrix() const override { return &m_values; }

private:
    Matrix m_values;
};

/// Several datasets of one dimension, one after another. `parts` holds at least one.
DatasetPtr concatenate(std::vector<DatasetPtr> parts);

/// The rows of `data` at the ascending `indices`.
DatasetPtr select(DatasetPtr data, std::vector<std::int64_t> indices);

/// The first n rows of `data`, n <= data->rows().
DatasetPtr firstRows(const DatasetPtr& data, std::int64_t n);

/// All rows in memory, copied only if they are not there yet: (n, d).
std::shared_ptr<const Matrix> toMatrix(const DatasetPtr& data);

} // namespace hareloom
