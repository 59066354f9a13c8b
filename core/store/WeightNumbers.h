// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/family/Generation.h"

#include <string>
#include <vector>

namespace hareloom {

/// The number in the name of a chain's weights: the one that the chain had when it was added. Chains that a
/// session gets later give those of the second variant and the next ones other numbers, and files are not
/// renamed together with a database in one step. Each chain has a number of its own.
class WeightNumbers
{
public:
    /// How many variants and chains of each there were; of two that follow each other one of both has grown.
    struct Shape
    {
        std::int64_t variants = 1, chains = 1;

        bool operator==(const Shape&) const = default;
    };

    WeightNumbers() = default;

    /// Whether no chain's number has changed since it was added.
    bool isPlain() const { return m_shapes.empty(); }
    /// What `before` has become. Notes it where numbers change, and where some have changed already.
    void grow(const Shape& before, const Shape& now);
    /// `chains`: of each variant now.
    std::int64_t of(std::int64_t variant, std::int64_t replicate, std::int64_t chains) const;

    /// As a session's `meta` has it: JSON, [variants, chains] of each shape; empty where isPlain().
    std::string text() const;
    /// `now`: what the experiment says. Errors: InvalidFile, a part of a sentence.
    static Result<WeightNumbers> fromText(const std::string& text, const Shape& now);

private:
    std::vector<Shape> m_shapes; // from the first to the present one
};

} // namespace hareloom
