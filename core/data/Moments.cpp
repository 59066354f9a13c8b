// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Moments.h"

#include "core/base/BlockArithmetic.h"
#include "core/base/Parallel.h"
#include "core/data/CrossProducts.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace hareloom {
namespace {

constexpr std::int64_t kBlocksATask = 64; // about 0.1 ms of sampling: worth a thread

// Sums that round would give equal numbers a little variance. Whether it may be no more than that: then it is
// worth a look at the numbers.
bool mayBeRounding(double scatter, double mean, std::int64_t count)
{
    const auto n = static_cast<double>(count);
    const double rounding = n * std::numeric_limits<double>::epsilon() * mean;
    return scatter > 0 && scatter <= n * rounding * rounding;
}

// `block` is centred.
void forgetRounding(Moments& moments, const Matrix& block)
{
    for (Eigen::Index j = 0; j < block.cols(); ++j)
        if (mayBeRounding(moments.scatter(j, j), moments.mean[j], moments.count) &&
            (block.col(j).array() == block(0, j)).all()) {
            moments.mean[j] += block(0, j);
            moments.scatter.row(j).setZero();
            moments.scatter.col(j).setZero();
        }
}

ScalarMoments blockMoments(const Dataset& data, std::int64_t first, std::int64_t count, ScalarMoments*)
{
    double buffer[kBlockRows];
    Eigen::Map<Matrix> block(buffer, count, 1);
    data.read(first, block);
    const double mean = sumOf(buffer, count) / static_cast<double>(count);
    const double scatter = squaresAbout(buffer, count, mean);
    if (mayBeRounding(scatter, mean, count) && std::count(buffer, buffer + count, buffer[0]) == count)
        return {count, buffer[0], 0};
    return {count, mean, scatter};
}

Moments blockMoments(const Dataset& data, std::int64_t first, std::int64_t count, Moments*)
{
    Matrix block(count, data.dimension());
    data.read(first, block);
    Moments moments{count, block.colwise().mean().transpose(), {}};
    block.rowwise() -= moments.mean.transpose();
    moments.scatter = crossProducts(block, block);
    forgetRounding(moments, block);
    return moments;
}

template<class M>
Result<M> overBlocks(const Dataset& data, int threads, const StopToken& stop)
{
    const std::int64_t rows = data.rows();
    const std::int64_t blocks = (rows + kBlockRows - 1) / kBlockRows;
    const auto one = [&](std::int64_t b) {
        return blockMoments(data, b * kBlockRows, std::min(kBlockRows, rows - b * kBlockRows),
                            static_cast<M*>(nullptr));
    };
    M total;
    if (threads < 2 || blocks < 2 * kBlocksATask) {
        for (std::int64_t b = 0; b < blocks; ++b) {
            if (b % kBlocksATask == 0 && !stop.proceed())
                return stopped();
            total.append(one(b));
        }
        return total;
    }
    std::vector<M> parts(static_cast<std::size_t>(blocks));
    parallelFor((blocks + kBlocksATask - 1) / kBlocksATask, threads, [&](std::int64_t task) {
        if (!stop.proceed())
            return;
        for (std::int64_t b = task * kBlocksATask; b < std::min(blocks, (task + 1) * kBlocksATask); ++b)
            parts[static_cast<std::size_t>(b)] = one(b);
    });
    if (stop.stopRequested())
        return stopped();
    for (const M& part : parts)
        total.append(part);
    return total;
}

} // namespace

void ScalarMoments::append(const ScalarMoments& other)
{
    if (count == 0) {
        *this = other;
        return;
    }
    const double n = static_cast<double>(count), m = static_cast<double>(other.count);
    const double step = other.mean - mean;
    mean += step * (m / (n + m));
    scatter += other.scatter + step * step * (n * m / (n + m));
    count += other.count;
}

void Moments::append(const Moments& other)
{
    if (count == 0) {
        *this = other;
        return;
    }
    const double n = static_cast<double>(count), m = static_cast<double>(other.count);
    const Vector step = other.mean - mean;
    mean += step * (m / (n + m));
    scatter += other.scatter + step * step.transpose() * (n * m / (n + m));
    count += other.count;
}

ScalarMoments scalarMomentsOf(const Dataset& data, int threads)
{
    return *overBlocks<ScalarMoments>(data, threads, {});
}

Moments momentsOf(const Dataset& data, int threads)
{
    return *overBlocks<Moments>(data, threads, {});
}

Result<ScalarMoments> scalarMomentsOf(const Dataset& data, int threads, const StopToken& stop)
{
    return overBlocks<ScalarMoments>(data, threads, stop);
}

Result<Moments> momentsOf(const Dataset& data, int threads, const StopToken& stop)
{
    return overBlocks<Moments>(data, threads, stop);
}

} // namespace hareloom
