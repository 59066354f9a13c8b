// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/diffusion/DiffusionArchitecture.h"
#include "core/family/Snapshot.h"

#include <vector>

namespace hareloom {

/// What rows are drawn with: all that a training found.
struct DiffusionModel
{
    DiffusionArchitecture architecture;
    std::vector<float> weights; // flat, in the order of layersOf()
    Vector centre, scale;       // (d): the network sees (x - centre) / scale, or 0 where the scale is 0
    double reach = 0;           // of what it sees: no row is drawn further out
};
using DiffusionModelPtr = std::shared_ptr<const DiffusionModel>;

/// What is known of a model by rows that every generation draws from the same noise.
struct DiffusionView
{
    Matrix drawn;           // (m, d): some of these rows
    Matrix nearest;         // (m, d): of each, the nearest row that the model was trained on
    MeanCovariance moments; // of all rows that were looked at
    NamedValues values =
        {}; // copiedShare and its like, for the metrics: beside the training alone, in no session
};

/// Family diffusion. A session keeps all of it.
class DiffusionSnapshot final : public Snapshot
{
public:
    static constexpr std::string_view kKind = "diffusion";

    DiffusionSnapshot(DiffusionModelPtr model, DiffusionView view)
        : m_model(std::move(model)), m_view(std::move(view))
    {
    }

    std::string_view kind() const override { return kKind; }
    bool isFinite() const override;
    bool isAlike(const Snapshot& other) const override;
    std::optional<MeanCovariance> moments() const override { return m_view.moments; }
    nlohmann::json toJson(bool withWeights) const override;

    const DiffusionModelPtr& model() const { return m_model; }
    const DiffusionArchitecture& architecture() const { return m_model->architecture; }
    const DiffusionView& view() const { return m_view; }

private:
    DiffusionModelPtr m_model;
    DiffusionView m_view;
};

/// Null when it is of another kind.
const DiffusionSnapshot* asDiffusion(const Snapshot& snapshot);

/// Errors: InvalidFile.
Result<SnapshotPtr> readDiffusionSnapshot(const nlohmann::json& object);

} // namespace hareloom
