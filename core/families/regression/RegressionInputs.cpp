// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/regression/RegressionInputs.h"

#include "core/data/Moments.h"
#include "core/data/RowByRow.h"
#include "core/data/Source.h"
#include "core/data/SourceKinds.h"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>

#include <cmath>
#include <vector>

namespace hareloom {
namespace {

/// F with F F' = covariance, also where that is singular.
Matrix rootOf(const Matrix& covariance)
{
    const Eigen::LLT<Matrix> factor(covariance);
    if (factor.info() == Eigen::Success)
        return factor.matrixL();
    const Eigen::SelfAdjointEigenSolver<Matrix> spectrum(covariance);
    return spectrum.eigenvectors() * spectrum.eigenvalues().cwiseMax(0).cwiseSqrt().asDiagonal();
}

/// Input j of row r takes normal number r of stream j: a column is filled in one go.
class NormalInputRows final : public Dataset
{
public:
    NormalInputRows(Vector mean, Matrix root, std::int64_t n, Seed seed)
        : m_mean(std::move(mean)),
          m_root(std::move(root)),
          m_rows(n),
          m_isPlain(m_root.isIdentity(0) && m_mean.isZero(0))
    {
        for (Eigen::Index j = 0; j < m_mean.size(); ++j)
            m_seeds.push_back(childSeed(seed, static_cast<std::uint64_t>(j)));
    }

    std::int64_t rows() const override { return m_rows; }
    int dimension() const override { return static_cast<int>(m_mean.size()); }

    void read(std::int64_t first, MatrixRef out) const override
    {
        const auto n = static_cast<std::size_t>(out.rows());
        for (Eigen::Index j = 0; j < out.cols(); ++j)
            fillNormals(m_seeds[static_cast<std::size_t>(j)], static_cast<std::uint64_t>(first),
                        {out.col(j).data(), n});
        place(out);
    }
    void gather(std::span<const std::int64_t> indices, MatrixRef out) const override
    {
        const std::span numbers(reinterpret_cast<const std::uint64_t*>(indices.data()), indices.size());
        for (Eigen::Index j = 0; j < out.cols(); ++j)
            gatherNormals(m_seeds[static_cast<std::size_t>(j)], numbers, {out.col(j).data(), indices.size()});
        place(out);
    }

private:
    // In place, a few rows at a time: what is overwritten is still in the nearest cache.
    void place(MatrixRef out) const
    {
        if (m_isPlain)
            return;
        const Eigen::Index d = out.cols();
        for (Eigen::Index first = 0; first < out.rows(); first += kBlockRows) {
            const Eigen::Index count = std::min<Eigen::Index>(kBlockRows, out.rows() - first);
            const Matrix z = out.middleRows(first, count);
            for (Eigen::Index a = 0; a < d; ++a) {
                auto column = out.col(a).segment(first, count);
                column.setConstant(m_mean[a]);
                for (Eigen::Index b = 0; b < d; ++b)
                    if (m_root(a, b) != 0)
                        column += m_root(a, b) * z.col(b);
            }
        }
    }

    Vector m_mean;
    Matrix m_root;
    std::int64_t m_rows;
    bool m_isPlain;
    std::vector<Seed> m_seeds;
};

class NormalInputs final : public RegressionInputs
{
public:
    explicit NormalInputs(const MeanCovariance& moments)
        : RegressionInputs(moments), m_root(rootOf(moments.covariance))
    {
    }
    DatasetPtr draw(std::int64_t n, Seed seed) const override
    {
        return std::make_shared<NormalInputRows>(moments().mean, m_root, n, seed);
    }

private:
    Matrix m_root;
};

/// Rows of a table, each as often as chance has it.
class PickedRows final : public RowByRow
{
public:
    PickedRows(std::shared_ptr<const Matrix> table, std::int64_t n, Seed seed)
        : RowByRow(static_cast<int>(table->cols()), n), m_table(std::move(table)), m_seed(seed)
    {
    }

private:
    void place(std::uint64_t row, MatrixRef out, Eigen::Index i) const override
    {
        const auto last = m_table->rows() - 1;
        const auto pick = static_cast<Eigen::Index>(uniformAt(m_seed, row) * static_cast<double>(last + 1));
        out.row(i) = m_table->row(std::min(last, pick));
    }

    std::shared_ptr<const Matrix> m_table;
    Seed m_seed;
};

class TableInputs final : public RegressionInputs
{
public:
    TableInputs(MeanCovariance moments, Matrix inputs)
        : RegressionInputs(std::move(moments)), m_inputs(std::make_shared<Matrix>(std::move(inputs)))
    {
    }
    DatasetPtr draw(std::int64_t n, Seed seed) const override
    {
        return std::make_shared<PickedRows>(m_inputs, n, seed);
    }

private:
    std::shared_ptr<const Matrix> m_inputs;
};

/// The first variables of a source's rows.
class InputColumns final : public Dataset
{
public:
    explicit InputColumns(DatasetPtr rows) : m_all(std::move(rows)) {}
    std::int64_t rows() const override { return m_all->rows(); }
    int dimension() const override { return m_all->dimension() - 1; }
    void read(std::int64_t first, MatrixRef out) const override
    {
        Matrix whole(out.rows(), m_all->dimension());
        m_all->read(first, whole);
        out = whole.leftCols(out.cols());
    }
    void gather(std::span<const std::int64_t> indices, MatrixRef out) const override
    {
        Matrix whole(out.rows(), m_all->dimension());
        m_all->gather(indices, whole);
        out = whole.leftCols(out.cols());
    }

private:
    DatasetPtr m_all;
};

class SourceInputs final : public RegressionInputs
{
public:
    SourceInputs(MeanCovariance moments, std::shared_ptr<const Source> source)
        : RegressionInputs(std::move(moments)), m_source(std::move(source))
    {
    }
    DatasetPtr draw(std::int64_t n, Seed seed) const override
    {
        return std::make_shared<InputColumns>(m_source->draw(n, seed));
    }

private:
    std::shared_ptr<const Source> m_source;
};

MeanCovariance firstOf(const Vector& mean, const Matrix& covariance)
{
    const Eigen::Index d = mean.size() - 1;
    return {mean.head(d), covariance.topLeftCorner(d, d)};
}

} // namespace

RegressionInputsPtr inputsOf(const Experiment& experiment, const DataShape& shape)
{
    const Eigen::Index d = shape.dimension - 1;
    if (shape.realRows && isTable(experiment.source)) {
        const auto rows = toMatrix(shape.realRows);
        const Moments moments = momentsOf(*shape.realRows, 1);
        return std::make_shared<TableInputs>(
            firstOf(moments.mean, moments.scatter / static_cast<double>(moments.count)), rows->leftCols(d));
    }
    if (!isTable(experiment.source))
        if (const auto made = makeSource(experiment.source, RowKind::Numbers, experiment.baseFolder);
            made && (*made)->dimension() == shape.dimension) {
            const auto moments = (*made)->moments();
            const auto normal = (*made)->normalMixture();
            if (moments && normal && normal->components() == 1)
                return std::make_shared<NormalInputs>(firstOf(moments->mean, moments->covariance));
            if (moments)
                return std::make_shared<SourceInputs>(firstOf(moments->mean, moments->covariance), *made);
        }
    return std::make_shared<NormalInputs>(MeanCovariance{Vector::Zero(d), Matrix::Identity(d, d)});
}

} // namespace hareloom
