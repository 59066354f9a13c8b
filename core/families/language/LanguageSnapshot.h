// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/TokenBlocks.h"
#include "core/families/language/LanguageArchitecture.h"
#include "core/family/NetworkSettings.h"
#include "core/family/Snapshot.h"

#include <string>
#include <vector>

namespace hareloom {

/// What a view shows of a language model, without the library that trained it.
struct LanguageView : WrittenTexts
{
    /// Of its training's matrix products: Fp32 or Bf16; nothing: not known.
    std::optional<NumberFormat> precision = {};

    bool operator==(const LanguageView&) const = default;
};

/// Rows that a language model generated, and the seed it had for them.
struct GeneratedText
{
    TokenBlocksPtr blocks = std::make_shared<TokenBlocks>(); // never null
    Seed seed = 0;
};

/// Family language. What it generated is kept whole, as it takes long to generate again; its weights may be
/// absent: a session keeps only some, beside it (see Checkpoints).
class LanguageSnapshot final : public Snapshot
{
public:
    static constexpr std::string_view kKind = "language";

    /// `tokenizerFolder`: where the files of its tokenizer are, "" when that is not known (any more).
    LanguageSnapshot(LanguageArchitecture architecture, LanguageWeights weights, GeneratedText generated,
                     LanguageView view, std::string tokenizerFolder = {})
        : m_architecture(std::move(architecture)),
          m_weights(std::move(weights)),
          m_generated(std::move(generated)),
          m_view(std::move(view)),
          m_tokenizerFolder(std::move(tokenizerFolder))
    {
    }

    std::string_view kind() const override { return kKind; }
    bool isComplete() const override { return m_weights != nullptr; }
    bool isAlike(const Snapshot& other) const override;
    /// Its text; null before it was written.
    DatasetPtr keptSample() const override;
    const NamedValues* realValues() const override { return &m_view.real; }
    const WrittenTexts* texts() const override { return &m_view; }
    nlohmann::json toJson(bool withWeights) const override;
    std::string weightsName(const std::string& stem) const override { return stem; }
    Result<void> writeWeights(const std::string& place) const override;
    Result<SnapshotPtr> withWeightsFrom(const std::string& place) const override;

    const LanguageArchitecture& architecture() const { return m_architecture; }
    /// Null when they were not kept.
    const LanguageWeights& weights() const { return m_weights; }
    /// Its sample; no blocks before it was made.
    const GeneratedText& generated() const { return m_generated; }
    const LanguageView& view() const { return m_view; }
    const std::string& tokenizerFolder() const { return m_tokenizerFolder; }

    SnapshotPtr withWeights(LanguageWeights weights) const;
    SnapshotPtr with(GeneratedText generated, LanguageView view) const;

private:
    LanguageArchitecture m_architecture;
    LanguageWeights m_weights;
    GeneratedText m_generated;
    LanguageView m_view;
    std::string m_tokenizerFolder;
};

/// Null when it is of another kind.
const LanguageSnapshot* asLanguage(const Snapshot& snapshot);

/// Errors: InvalidFile.
Result<SnapshotPtr> readLanguageSnapshot(const nlohmann::json& object);

} // namespace hareloom
