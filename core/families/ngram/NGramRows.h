// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rng.h"
#include "core/data/Dataset.h"
#include "core/families/ngram/NGramModel.h"

namespace hareloom {

/// Blocks that an n-gram model writes, made when they are read: token j of row r is drawn by number r length
/// + j of the stream `seed`.
class NGramRows final : public Dataset
{
public:
    using Starts = std::vector<NGramTables::State>;

    /// Row r begins after the context starts[r modulo their number]; there is at least one.
    NGramRows(NGramModelPtr model, std::shared_ptr<const Starts> starts, std::int64_t rows,
              std::int64_t length, Seed seed)
        : m_model(std::move(model)), m_starts(std::move(starts)), m_rows(rows), m_length(length), m_seed(seed)
    {
    }

    std::int64_t rows() const override { return m_rows; }
    int dimension() const override { return static_cast<int>(m_length); }
    void read(std::int64_t first, MatrixRef out) const override;
    void gather(std::span<const std::int64_t> indices, MatrixRef out) const override;

private:
    template<class RowOf>
    void write(const RowOf& rowOf, MatrixRef out) const;

    NGramModelPtr m_model;
    std::shared_ptr<const Starts> m_starts;
    std::int64_t m_rows, m_length;
    Seed m_seed;
};

} // namespace hareloom
