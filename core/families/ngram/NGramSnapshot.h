// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/families/ngram/NGramModel.h"
#include "core/family/Snapshot.h"

namespace hareloom {

/// The packed tables of a model (NGramPacking.h), a tenth of what it takes to write, and what they are of.
struct NGramCounts
{
    int order = 1;
    std::int64_t vocabulary = 0, length = 1; // tokens; of a block
    std::vector<std::uint8_t> bytes;

    bool operator==(const NGramCounts&) const = default;
};

/// Family ngram. Its sample is not kept: it is made again as fast as it is read.
class NGramSnapshot final : public Snapshot
{
public:
    static constexpr std::string_view kKind = "ngram";

    /// `model`: the tables unpacked, or null; it is not kept alive. `blocks`: how many the texts speak of.
    NGramSnapshot(std::shared_ptr<const NGramCounts> counts, std::weak_ptr<const NGramModel> model,
                  WrittenTexts texts = {}, std::int64_t blocks = 0)
        : m_counts(std::move(counts)), m_model(std::move(model)), m_texts(std::move(texts)), m_blocks(blocks)
    {
    }

    std::string_view kind() const override { return kKind; }
    bool isAlike(const Snapshot& other) const override;
    const NamedValues* realValues() const override { return &m_texts.real; }
    const WrittenTexts* texts() const override { return &m_texts; }
    nlohmann::json toJson(bool withWeights) const override;

    const NGramCounts& counts() const { return *m_counts; }
    /// Unpacked where nobody holds it any more. Errors: Stopped.
    Result<NGramModelPtr> model(const NGramPlan& plan, const StopToken& stop) const;
    /// Finds `model`, which is of these counts, as long as somebody holds it.
    SnapshotPtr with(const NGramModelPtr& model) const;
    SnapshotPtr with(WrittenTexts texts, std::int64_t blocks) const;

private:
    std::shared_ptr<const NGramCounts> m_counts;
    std::weak_ptr<const NGramModel> m_model;
    WrittenTexts m_texts;
    std::int64_t m_blocks;
};

/// Null when it is of another kind.
const NGramSnapshot* asNGram(const Snapshot& snapshot);

/// Errors: InvalidFile.
Result<SnapshotPtr> readNGramSnapshot(const nlohmann::json& object);

} // namespace hareloom
