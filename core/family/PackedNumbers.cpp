// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/PackedNumbers.h"

#include <bit>
#include <cstring>

namespace hareloom {

using nlohmann::json;
static_assert(std::endian::native == std::endian::little, "session files are little-endian");

json packed(const double* values, Eigen::Index count)
{
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(count) * sizeof(double));
    std::memcpy(bytes.data(), values, bytes.size());
    return json::binary(std::move(bytes));
}

Eigen::Index Unpacker::size(const char* key)
{
    const auto found = m_object.find(key);
    if (found == m_object.end() || !found->is_number_integer() || found->get<std::int64_t>() < 1 ||
        found->get<std::int64_t>() > (1LL << 40)) {
        m_ok = false;
        return 1;
    }
    return found->get<Eigen::Index>();
}

Matrix Unpacker::matrix(const char* key, Eigen::Index rows, Eigen::Index columns)
{
    const auto found = m_object.find(key);
    if (!m_ok || found == m_object.end() || !found->is_binary() ||
        found->get_binary().size() / sizeof(double) / static_cast<std::size_t>(rows) !=
            static_cast<std::size_t>(columns) ||
        found->get_binary().size() % (sizeof(double) * static_cast<std::size_t>(rows)) != 0) {
        m_ok = false;
        return Matrix::Zero(1, 1);
    }
    Matrix values(rows, columns);
    std::memcpy(values.data(), found->get_binary().data(), found->get_binary().size());
    m_ok = m_ok && values.allFinite();
    return values;
}

} // namespace hareloom
