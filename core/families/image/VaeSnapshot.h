// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/image/VaeArchitecture.h"
#include "core/family/NetworkSettings.h"
#include "core/family/Snapshot.h"

#include <span>
#include <vector>

namespace hareloom {

/// What a view draws of an image model, without the library that trained it.
struct VaeView
{
    /// Decoder means of the same latent points in every generation: (m, height, width), 255 is white.
    std::vector<std::uint8_t> wall;
    /// Generated images as generation 0's encoder sees them, on the two axes on which real images vary most:
    /// (c, 2), and each one's class (c), empty when no metric asks for classes. Empty before it was measured.
    std::vector<float> cloud;
    std::vector<std::uint8_t> cloudClasses;
    /// Generation 0 only: these axes as directions among its latent numbers, (latent, 2) with orthonormal
    /// columns. Empty elsewhere, and in sessions of older versions.
    std::vector<float> plane;
    /// Of the real images, as generation 0's encoder and the classifier see them. In generation 0's view
    /// alone.
    NamedValues real = {};
    /// Of the products of its training: "fp32" or "bf16"; empty: not known.
    std::optional<NumberFormat> precision = {};

    bool operator==(const VaeView&) const = default;
};

/// Family image. Its weights may be absent: a session keeps only some, beside it (see Session).
class VaeSnapshot final : public Snapshot
{
public:
    static constexpr std::string_view kKind = "vae";
    using Weights = std::shared_ptr<const std::vector<float>>; // flat, in the order of parametersOf()

    VaeSnapshot(VaeArchitecture architecture, Weights weights, VaeView view)
        : m_architecture(std::move(architecture)), m_weights(std::move(weights)), m_view(std::move(view))
    {
    }

    std::string_view kind() const override { return kKind; }
    bool isComplete() const override { return m_weights != nullptr; }
    /// Also whether the same network made as many pictures.
    bool isAlike(const Snapshot& other) const override;
    const NamedValues* realValues() const override { return &m_view.real; }
    nlohmann::json toJson(bool withWeights) const override;
    std::string weightsName(const std::string& stem) const override { return stem + ".safetensors"; }
    Result<void> writeWeights(const std::string& place) const override;
    Result<SnapshotPtr> withWeightsFrom(const std::string& place) const override;

    const VaeArchitecture& architecture() const { return m_architecture; }
    /// Null when they were not kept.
    const Weights& weights() const { return m_weights; }
    const VaeView& view() const { return m_view; }
    int wallImages() const { return static_cast<int>(std::ssize(m_view.wall) / m_architecture.pixels()); }

    SnapshotPtr withView(VaeView view) const;
    SnapshotPtr withWeights(Weights weights) const;

private:
    VaeArchitecture m_architecture;
    Weights m_weights;
    VaeView m_view;
};

/// Null when it is of another kind.
const VaeSnapshot* asVae(const Snapshot& snapshot);

/// Weights as a safetensors file with PyTorch's names, and back. Errors: InvalidFile (see readSafetensors();
/// other names or shapes, numbers that are not finite).
std::vector<std::uint8_t> weightsFile(const VaeSnapshot& snapshot);
Result<VaeSnapshot::Weights> readWeights(std::span<const std::uint8_t> bytes,
                                         const VaeArchitecture& architecture);

/// Errors: InvalidFile.
Result<SnapshotPtr> readVaeSnapshot(const nlohmann::json& object);

} // namespace hareloom
