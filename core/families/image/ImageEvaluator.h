// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/image/ImageNetworks.h"
#include "core/family/FamilyEvaluator.h"

#include <map>
#include <optional>

namespace hareloom {

/// What is measured of image models: generated images against real ones, as generation 0's encoder and a
/// classifier see them. One chain, one thread at a time.
class ImageEvaluator final : public FamilyEvaluator
{
public:
    explicit ImageEvaluator(const References& references);

    /// Trains the classifier, when a metric asks for it. Errors: Stopped, InvalidData, Unsupported.
    Result<void> prepare(const FitContext& context) override;
    std::int64_t rowsWanted(std::int64_t, std::int64_t) const override { return m_real.rows(); }
    /// Leaves in the snapshot its cloud under generation 0's encoder; in generation 0's also the cloud's plane.
    Result<void> look(const Snapshot& first, Measured& measured, const FitContext& context) override;

    double value(std::string_view metric, int index) const override;
    int parts(std::string_view) const override { return m_images->classes(); }
    /// What the classifier takes each row for. After prepare(), where the policy filters by classes or a
    /// metric asks for them.
    std::vector<int> classesOf(MatrixView rows) const override;

private:
    NamedValues sharesOf(const std::vector<int>& classes) const;
    void lookAtClasses(const Matrix& rows);
    void lookAtTerms(const VaeSnapshot& now);
    SnapshotPtr withPlaces(const VaeSnapshot& now) const;

    const Experiment& m_experiment;
    ImageSetPtr m_images;
    Seed m_seed;
    Matrix m_real;   // (r, pixels), what generated images are compared with
    Matrix m_judged; // (t, pixels), on which the model's loss is taken: held-out where there are any
    bool m_wantsClasses = false, m_wantsNeighbours = false, m_wantsTerms = false;
    std::unique_ptr<ImageProbe> m_probe;
    // Made when first needed:
    std::optional<Matrix> m_realFeatures, m_plane;
    NamedValues m_realValues;
    // Of the generation looked at:
    bool m_isFirst = false;
    Matrix m_latents;
    std::vector<int> m_classes;
    NamedValues m_values;
};

} // namespace hareloom
