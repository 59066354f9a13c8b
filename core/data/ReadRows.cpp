// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/ReadRows.h"

#include <algorithm>

namespace hareloom {

Result<Matrix> copyRows(const Dataset& data, const StopToken& stop)
{
    constexpr std::int64_t kNumbersAtOnce = 64 * kBlockRows;
    const std::int64_t rows = data.rows(), piece = std::max(kBlockRows, kNumbersAtOnce / data.dimension());
    Matrix copy(rows, data.dimension());
    for (std::int64_t first = 0; first < rows; first += piece) {
        if (!stop.proceed())
            return stopped();
        data.read(first, copy.middleRows(first, std::min(piece, rows - first)));
    }
    return copy;
}

Result<std::shared_ptr<const Matrix>> readRows(const DatasetPtr& data, const StopToken& stop)
{
    if (data->matrix())
        return toMatrix(data);
    return copyRows(*data, stop).transform([](Matrix values) {
        return std::shared_ptr<const Matrix>(std::make_shared<Matrix>(std::move(values)));
    });
}

} // namespace hareloom
