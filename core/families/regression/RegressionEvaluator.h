// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/regression/RegressionTruth.h"
#include "core/family/FamilyEvaluator.h"

#include <optional>

namespace hareloom {

/// What is measured of regressions alone. Errors are measured from the best line of evaluation.reference: of
/// the source's exact moments, of all rows of a table, or of held-out rows.
class RegressionEvaluator final : public FamilyEvaluator
{
public:
    explicit RegressionEvaluator(const References& references);

    Result<void> prepare(const FitContext&) override { return {}; }
    std::int64_t rowsWanted(std::int64_t, std::int64_t) const override { return 0; }
    Result<void> look(const Snapshot& first, Measured& measured, const FitContext& context) override;
    double value(std::string_view metric, int index) const override;
    int parts(std::string_view) const override { return m_references.setup->source->dimension(); }

private:
    double testError() const;
    double featureError() const;
    double heldOutError() const;

    References m_references;
    BestLine m_best;
    bool m_isNormalTruth = false; // of inputs around 0: features have a closed form
    SnapshotPtr m_now;
    mutable std::optional<FeatureError> m_featureError;
    mutable std::shared_ptr<const Matrix> m_rows; // of the truth, where nothing is exact
};

} // namespace hareloom
