// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Dataset.h"

#include <nlohmann/json.hpp>

namespace hareloom {

/// Numbers as little-endian binary doubles, as snapshots keep them.
nlohmann::json packed(const double* values, Eigen::Index count);

/// Reads packed numbers out of an object, and remembers that something was missing, of the wrong size or not
/// finite.
class Unpacker
{
public:
    /// `object` outlives this.
    explicit Unpacker(const nlohmann::json& object) : m_object(object) {}

    /// A whole number from 1 to 2^40; 1 where it is none.
    Eigen::Index size(const char* key);
    /// (rows, columns), column by column; (1, 1) of 0 where it is none.
    Matrix matrix(const char* key, Eigen::Index rows, Eigen::Index columns);
    bool ok() const { return m_ok; }

private:
    const nlohmann::json& m_object;
    bool m_ok = true;
};

} // namespace hareloom
