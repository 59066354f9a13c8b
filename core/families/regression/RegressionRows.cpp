// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/regression/RegressionRows.h"

#include <vector>

namespace hareloom {
namespace {

class AnsweredRows final : public Dataset
{
public:
    AnsweredRows(DatasetPtr inputs, std::shared_ptr<const RegressionSnapshot> model, double deviation,
                 Seed noiseSeed)
        : m_inputs(std::move(inputs)),
          m_model(std::move(model)),
          m_deviation(deviation),
          m_noiseSeed(noiseSeed)
    {
    }

    std::int64_t rows() const override { return m_inputs->rows(); }
    int dimension() const override { return m_inputs->dimension() + 1; }

    void read(std::int64_t first, MatrixRef out) const override
    {
        m_inputs->read(first, out.leftCols(m_inputs->dimension()));
        std::vector<double> noise(static_cast<std::size_t>(out.rows()));
        fillNormals(m_noiseSeed, static_cast<std::uint64_t>(first), noise);
        answer(noise, out);
    }
    void gather(std::span<const std::int64_t> indices, MatrixRef out) const override
    {
        m_inputs->gather(indices, out.leftCols(m_inputs->dimension()));
        std::vector<double> noise(indices.size());
        gatherNormals(m_noiseSeed, {reinterpret_cast<const std::uint64_t*>(indices.data()), indices.size()},
                      noise);
        answer(noise, out);
    }

private:
    void answer(const std::vector<double>& noise, MatrixRef out) const
    {
        const Eigen::Index d = m_inputs->dimension();
        m_model->predict(out.leftCols(d), out.col(d));
        out.col(d) += m_deviation * Eigen::Map<const Vector>(noise.data(), out.rows());
    }

    DatasetPtr m_inputs;
    std::shared_ptr<const RegressionSnapshot> m_model;
    double m_deviation;
    Seed m_noiseSeed;
};

} // namespace

DatasetPtr regressionRows(DatasetPtr inputs, std::shared_ptr<const RegressionSnapshot> model,
                          double deviation, Seed noiseSeed)
{
    return std::make_shared<AnsweredRows>(std::move(inputs), std::move(model), deviation, noiseSeed);
}

void FeatureRows::place(const Matrix& whole, MatrixRef out) const
{
    const Eigen::Index d = m_features.inputs(), p = m_features.count();
    m_features.write(whole.leftCols(d), out.leftCols(p));
    out.col(p) = whole.col(d);
}

void FeatureRows::read(std::int64_t first, MatrixRef out) const
{
    Matrix whole(out.rows(), m_all.dimension());
    m_all.read(first, whole);
    place(whole, out);
}

void FeatureRows::gather(std::span<const std::int64_t> indices, MatrixRef out) const
{
    Matrix whole(out.rows(), m_all.dimension());
    m_all.gather(indices, whole);
    place(whole, out);
}

} // namespace hareloom
