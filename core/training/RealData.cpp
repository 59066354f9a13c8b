// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/RealData.h"

#include "core/base/SamplingWithoutReplacement.h"
#include "core/data/ReadRows.h"

#include <algorithm>

namespace hareloom {
namespace {

/// The numbers of [0, all) that are not among the ascending `numbers`.
Result<std::vector<std::int64_t>> othersThan(const std::vector<std::int64_t>& numbers, std::int64_t all,
                                             const StopToken& stop)
{
    constexpr std::int64_t kBetweenPolls = 1 << 20;
    std::vector<std::int64_t> others;
    for (std::int64_t i = 0, a = 0; i < all; ++i) {
        if (i % kBetweenPolls == 0 && !stop.proceed())
            return stopped();
        if (a < std::ssize(numbers) && numbers[static_cast<std::size_t>(a)] == i)
            ++a;
        else
            others.push_back(i);
    }
    return others;
}

Result<DatasetPtr> copyOf(const DatasetPtr& rows, const StopToken& stop)
{
    return copyRows(*rows, stop).transform([](Matrix values) -> DatasetPtr {
        return std::make_shared<Table>(std::move(values));
    });
}

Result<RealData> splitTable(const ChainSetup& setup, int replicate, const StopToken& stop)
{
    const std::int64_t all = *setup.source->rowCount(), heldOut = setup.experiment.evaluation.heldOut;
    const DatasetPtr table = setup.source->draw(all, 0);
    const auto aside =
        sampleWithoutReplacement(heldOut, all, setup.seed(replicate, 0, Purpose::HeldOut), stop);
    if (!aside)
        return aside.error();
    const auto rest = othersThan(*aside, heldOut == 0 ? 0 : all, stop);
    if (!rest)
        return rest.error();
    // Images and text stay as they are: as numbers they would take up to eight times the memory.
    const auto kept = [&](const DatasetPtr& rows, std::vector<std::int64_t> which) -> Result<DatasetPtr> {
        const DatasetPtr chosen = select(rows, std::move(which));
        const RowKind kind = setup.source->rowKind();
        return kind == RowKind::Images || kind == RowKind::Text ? Result<DatasetPtr>(chosen)
                                                                : copyOf(chosen, stop);
    };
    const auto left = heldOut == 0 ? Result<DatasetPtr>(table) : kept(table, *rest);
    if (!left)
        return left.error();
    RealData data;
    if (heldOut > 0) {
        auto read = readRows(select(table, *aside), stop);
        if (!read)
            return read.error();
        data.heldOut = *std::move(read);
    }
    const std::int64_t size = std::min(setup.size(0), (*left)->rows());
    auto rows =
        size == (*left)->rows()
            ? left
            : sampleWithoutReplacement(size, (*left)->rows(), setup.seed(replicate, 0, Purpose::RealRows),
                                       stop)
                  .and_then([&](std::vector<std::int64_t> which) { return kept(*left, std::move(which)); });
    if (!rows)
        return rows.error();
    data.rows = *std::move(rows);
    return data;
}

} // namespace

Result<RealData> realData(const ChainSetup& setup, int replicate, const StopToken& stop)
{
    if (setup.source->rowCount())
        return splitTable(setup, replicate, stop);
    const std::int64_t heldOut = setup.experiment.evaluation.heldOut;
    RealData data;
    data.rows = setup.source->draw(setup.size(0), setup.seed(replicate, 0, Purpose::RealRows));
    if (heldOut == 0)
        return data;
    auto read = readRows(setup.source->draw(heldOut, setup.seed(replicate, 0, Purpose::HeldOut)), stop);
    if (!read)
        return read.error();
    data.heldOut = *std::move(read);
    return data;
}

} // namespace hareloom
