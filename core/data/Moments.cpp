// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Moments.h"

#include "core/base/BlockArithmetic.h"
#include "core/base/Parallel.h"

#include <algorithm>
#include <vector>

namespace hareloom {
namespace {

constexpr std::int64_t kBlocksATask = 64; // about 0.1 ms of sampling: worth a thread

ScalarMoments blockMoments(const Dataset& data, std::int64_t first, std::int64_t count, ScalarMoments*)
{
    double buffer[kBlockRows];
    Eigen::Map<Matrix> block(buffer, count, 1);
    data.read(first, block);
    const double mean = sumOf(buffer, count) / static_cast<double>(count);
    return {count, mean, squaresAbout(buffer, count, mean)};
}

Moments blockMoments(const Dataset& data, std::int64_t first, std::int64_t count, Moments*)
{
    Matrix block(count, data.dimension());
    data.read(first, block);
    Moments moments{count, block.colwise().mean().transpose(), {}};
    block.rowwise() -= moments.mean.transpose();
    moments.scatter = block.transpose() * block;
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
