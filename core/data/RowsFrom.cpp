// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/RowsFrom.h"

namespace hareloom {
namespace {

class LaterRows final : public Dataset
{
public:
    LaterRows(DatasetPtr data, std::int64_t first) : m_data(std::move(data)), m_first(first) {}

    std::int64_t rows() const override { return m_data->rows() - m_first; }
    int dimension() const override { return m_data->dimension(); }
    void read(std::int64_t first, MatrixRef out) const override { m_data->read(m_first + first, out); }
    void gather(std::span<const std::int64_t> indices, MatrixRef out) const override
    {
        std::vector<std::int64_t> moved(indices.begin(), indices.end());
        for (std::int64_t& index : moved)
            index += m_first;
        m_data->gather(moved, out);
    }

private:
    DatasetPtr m_data;
    std::int64_t m_first;
};

} // namespace

DatasetPtr rowsFrom(const DatasetPtr& data, std::int64_t first)
{
    return first == 0 ? data : std::make_shared<LaterRows>(data, first);
}

} // namespace hareloom
