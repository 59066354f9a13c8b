// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/diffusion/DiffusionModes.h"
#include "core/family/FamilyEvaluator.h"

#include <memory>

namespace hareloom {

/// What is measured of diffusion models: whether they copy what they learned from, what that has in entropy,
/// and which of the real data's modes they still draw. One chain, one thread at a time.
class DiffusionEvaluator final : public FamilyEvaluator
{
public:
    explicit DiffusionEvaluator(const References& references);

    Result<void> prepare(const FitContext&) override { return {}; }
    std::int64_t rowsWanted(std::int64_t fittedRows, std::int64_t sampleRows) const override;
    Result<void> look(const Snapshot& first, Measured& measured, const FitContext& context) override;

    double value(std::string_view metric, int index) const override;
    int parts(std::string_view metric) const override;

private:
    int m_dimension;
    std::unique_ptr<const DiffusionModes> m_modes; // null: not asked for
    NamedValues m_values;
};

} // namespace hareloom
