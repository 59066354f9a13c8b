// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/Filtering.h"

#include "core/family/MeasureSnapshot.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom {
namespace {

constexpr std::int64_t kJudgedRows = 10'000; // real rows that set the threshold
constexpr double kWrongShare = 0.01;

Error tooFew(std::int64_t kept, std::int64_t wanted, std::int64_t seen)
{
    return invalidData("the filter let only " + std::to_string(kept) + " of " + std::to_string(seen) +
                       " generated rows pass, and " + std::to_string(wanted) + " were wanted");
}

/// The family has a density, so the snapshot knows it; see Family::hasDensity.
Vector densities(const Snapshot& model, const Matrix& rows, const StopToken& stop)
{
    auto known = logDensityOf(model, rows, stop);
    return known ? *std::move(known)
                 : Vector::Constant(rows.rows(), -std::numeric_limits<double>::infinity());
}

} // namespace

Verifier::Verifier(const Filter& filter, SnapshotPtr first, const DatasetPtr& realRows, const StopToken& stop)
    : m_filter(filter), m_first(std::move(first))
{
    if (m_first->categorical()) { // generation 0 gives every state that occurs a probability, and no other
        m_threshold = std::numeric_limits<double>::lowest();
        return;
    }
    Matrix rows(std::min(kJudgedRows, realRows->rows()), realRows->dimension());
    realRows->read(0, rows);
    Vector found = densities(*m_first, rows, stop);
    auto* lowest = found.data() + static_cast<Eigen::Index>(kWrongShare * static_cast<double>(found.size()));
    std::nth_element(found.data(), lowest, found.data() + found.size());
    m_threshold = *lowest;
}

Result<DatasetPtr> Verifier::keep(const DatasetPtr& stream, std::int64_t n, Seed seed,
                                  const StopToken& stop) const
{
    Matrix kept(n, stream->dimension());
    std::int64_t count = 0;
    double luck[kBlockRows];
    for (std::int64_t first = 0; first < stream->rows() && count < n; first += kBlockRows) {
        if (!stop.proceed())
            return stopped();
        Matrix block(std::min(kBlockRows, stream->rows() - first), stream->dimension());
        stream->read(first, block);
        fillUniforms(seed, static_cast<std::uint64_t>(first), {luck, static_cast<std::size_t>(block.rows())});
        const Vector found = densities(*m_first, block, stop);
        for (Eigen::Index i = 0; i < block.rows() && count < n; ++i)
            if (luck[i] < (found[i] >= m_threshold ? m_filter.keepRight : m_filter.keepWrong))
                kept.row(count++) = block.row(i);
    }
    if (stop.stopRequested()) // the last densities may be none
        return stopped();
    if (count < n)
        return tooFew(count, n, stream->rows());
    return DatasetPtr(std::make_shared<Table>(std::move(kept)));
}

Result<DatasetPtr> keepClasses(const DatasetPtr& stream, std::int64_t n, const std::vector<double>& chances,
                               const std::function<std::vector<int>(MatrixView)>& classesOf, Seed seed,
                               const StopToken& stop)
{
    constexpr std::int64_t kBlock = 256; // as image models decode them
    std::vector<std::int64_t> kept;
    double luck[kBlock];
    Matrix block;
    for (std::int64_t first = 0; first < stream->rows() && std::ssize(kept) < n; first += kBlock) {
        if (!stop.proceed())
            return stopped();
        block.resize(std::min(kBlock, stream->rows() - first), stream->dimension());
        stream->read(first, block);
        fillUniforms(seed, static_cast<std::uint64_t>(first), {luck, static_cast<std::size_t>(block.rows())});
        const std::vector<int> classes = classesOf(block);
        for (std::size_t i = 0; i < classes.size() && std::ssize(kept) < n; ++i) {
            const auto c = static_cast<std::size_t>(classes[i]);
            if (c < chances.size() && luck[i] < chances[c])
                kept.push_back(first + static_cast<std::int64_t>(i));
        }
    }
    if (std::ssize(kept) < n)
        return tooFew(std::ssize(kept), n, stream->rows());
    return select(stream, std::move(kept));
}

} // namespace hareloom
