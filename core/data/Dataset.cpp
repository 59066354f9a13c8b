// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Dataset.h"

#include <algorithm>
#include <array>

namespace hareloom {
namespace {

class Concatenation final : public Dataset
{
public:
    explicit Concatenation(std::vector<DatasetPtr> parts) : m_parts(std::move(parts))
    {
        m_starts.reserve(m_parts.size() + 1);
        std::int64_t start = 0;
        for (const auto& part : m_parts) {
            m_starts.push_back(start);
            start += part->rows();
        }
        m_starts.push_back(start);
    }

    std::int64_t rows() const override { return m_starts.back(); }
    int dimension() const override { return m_parts.front()->dimension(); }
    std::span<const DatasetPtr> parts() const override { return m_parts; }

    void read(std::int64_t first, MatrixRef out) const override
    {
        const std::int64_t end = first + out.rows();
        for (std::size_t p = partOf(first); first < end; ++p) {
            const std::int64_t count = std::min(end, m_starts[p + 1]) - first;
            m_parts[p]->read(first - m_starts[p], out.middleRows(out.rows() - (end - first), count));
            first += count;
        }
    }

    void gather(std::span<const std::int64_t> indices, MatrixRef out) const override
    {
        std::vector<std::int64_t> local;
        for (std::size_t i = 0; i < indices.size();) {
            const std::size_t p = partOf(indices[i]);
            local.clear();
            std::size_t j = i;
            for (; j < indices.size() && indices[j] < m_starts[p + 1]; ++j)
                local.push_back(indices[j] - m_starts[p]);
            m_parts[p]->gather(
                local, out.middleRows(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j - i)));
            i = j;
        }
    }

private:
    std::size_t partOf(std::int64_t row) const
    {
        const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), row);
        return static_cast<std::size_t>(after - m_starts.begin()) - 1;
    }

    std::vector<DatasetPtr> m_parts;
    std::vector<std::int64_t> m_starts; // first row of each part, then the end
};

/// The same of two parts, which several models in one loop make in every generation: without lists of its
/// own.
class Pair final : public Dataset
{
public:
    Pair(DatasetPtr first, DatasetPtr second)
        : m_parts{std::move(first), std::move(second)}, m_middle(m_parts[0]->rows())
    {
    }

    std::int64_t rows() const override { return m_middle + m_parts[1]->rows(); }
    int dimension() const override { return m_parts[0]->dimension(); }
    std::span<const DatasetPtr> parts() const override { return m_parts; }

    void read(std::int64_t first, MatrixRef out) const override
    {
        const std::int64_t before = std::clamp<std::int64_t>(m_middle - first, 0, out.rows());
        if (before > 0)
            m_parts[0]->read(first, out.topRows(before));
        if (before < out.rows())
            m_parts[1]->read(first + before - m_middle, out.bottomRows(out.rows() - before));
    }

    void gather(std::span<const std::int64_t> indices, MatrixRef out) const override
    {
        const auto middle = std::lower_bound(indices.begin(), indices.end(), m_middle);
        const auto before = static_cast<std::size_t>(middle - indices.begin());
        if (before > 0)
            m_parts[0]->gather(indices.first(before), out.topRows(static_cast<Eigen::Index>(before)));
        if (before == indices.size())
            return;
        std::vector<std::int64_t> local(middle, indices.end());
        for (std::int64_t& index : local)
            index -= m_middle;
        m_parts[1]->gather(local, out.bottomRows(std::ssize(local)));
    }

private:
    std::array<DatasetPtr, 2> m_parts;
    std::int64_t m_middle; // rows of the first part
};

class Selection final : public Dataset
{
public:
    Selection(DatasetPtr data, std::vector<std::int64_t> indices)
        : m_data(std::move(data)), m_indices(std::move(indices))
    {
    }

    std::int64_t rows() const override { return static_cast<std::int64_t>(m_indices.size()); }
    int dimension() const override { return m_data->dimension(); }

    void read(std::int64_t first, MatrixRef out) const override
    {
        m_data->gather(std::span(m_indices).subspan(static_cast<std::size_t>(first),
                                                    static_cast<std::size_t>(out.rows())),
                       out);
    }

    void gather(std::span<const std::int64_t> indices, MatrixRef out) const override
    {
        std::vector<std::int64_t> inner(indices.size());
        std::transform(indices.begin(), indices.end(), inner.begin(),
                       [this](std::int64_t i) { return m_indices[static_cast<std::size_t>(i)]; });
        m_data->gather(inner, out);
    }

private:
    DatasetPtr m_data;
    std::vector<std::int64_t> m_indices;
};

class FirstRows final : public Dataset
{
public:
    FirstRows(DatasetPtr data, std::int64_t count) : m_data(std::move(data)), m_count(count) {}

    std::int64_t rows() const override { return m_count; }
    int dimension() const override { return m_data->dimension(); }
    void read(std::int64_t first, MatrixRef out) const override { m_data->read(first, out); }
    void gather(std::span<const std::int64_t> indices, MatrixRef out) const override
    {
        m_data->gather(indices, out);
    }

private:
    DatasetPtr m_data;
    std::int64_t m_count;
};

} // namespace

DatasetPtr firstRows(const DatasetPtr& data, std::int64_t n)
{
    return n == data->rows() ? data : std::make_shared<FirstRows>(data, n);
}

void Table::read(std::int64_t first, MatrixRef out) const
{
    out = m_values.middleRows(first, out.rows());
}

void Table::gather(std::span<const std::int64_t> indices, MatrixRef out) const
{
    for (Eigen::Index j = 0; j < out.cols(); ++j)
        for (std::size_t i = 0; i < indices.size(); ++i)
            out(static_cast<Eigen::Index>(i), j) = m_values(indices[i], j);
}

DatasetPtr concatenate(std::vector<DatasetPtr> parts)
{
    if (parts.size() == 1)
        return std::move(parts.front());
    if (parts.size() == 2)
        return std::make_shared<Pair>(std::move(parts[0]), std::move(parts[1]));
    return std::make_shared<Concatenation>(std::move(parts));
}

DatasetPtr select(DatasetPtr data, std::vector<std::int64_t> indices)
{
    return std::make_shared<Selection>(std::move(data), std::move(indices));
}

std::shared_ptr<const Matrix> toMatrix(const DatasetPtr& data)
{
    if (const Matrix* matrix = data->matrix())
        return {data, matrix};
    auto copy = std::make_shared<Matrix>(data->rows(), data->dimension());
    data->read(0, *copy);
    return copy;
}

} // namespace hareloom
