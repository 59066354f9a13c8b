// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/ngram/NGramSnapshot.h"

#include "core/families/ngram/NGramPacking.h"
#include "core/families/ngram/NGramSettings.h"
#include "core/metrics/Text.h"
#include "core/writing/StoredTexts.h"

#include <typeinfo>

namespace hareloom {
namespace {

using nlohmann::json;

Error refused(const std::string& what)
{
    return invalidFile("found an n-gram snapshot " + what);
}

/// A whole number in [low, high]; nothing where there is none.
std::optional<std::int64_t> wholeAt(const json& object, const char* key, std::int64_t low, std::int64_t high)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_integer())
        return std::nullopt;
    const auto number = found->get<std::int64_t>();
    return number >= low && number <= high ? std::optional(number) : std::nullopt;
}

} // namespace

const NGramSnapshot* asNGram(const Snapshot& snapshot)
{
    return typeid(snapshot) == typeid(NGramSnapshot) ? &static_cast<const NGramSnapshot&>(snapshot) : nullptr;
}

bool NGramSnapshot::isAlike(const Snapshot& other) const
{
    const NGramSnapshot* ngram = asNGram(other);
    return ngram && ngram->m_counts->vocabulary == m_counts->vocabulary &&
           ngram->m_counts->length == m_counts->length &&
           ngram->m_texts.prompts.size() == m_texts.prompts.size();
}

Result<NGramModelPtr> NGramSnapshot::model(const NGramPlan& plan, const StopToken& stop) const
{
    if (NGramModelPtr held = m_model.lock())
        return held;
    return unpacked(m_counts->bytes, m_counts->order, m_counts->vocabulary, stop)
        .and_then([&](NGramTables tables) { return NGramModel::make(std::move(tables), plan, stop); });
}

SnapshotPtr NGramSnapshot::with(const NGramModelPtr& model) const
{
    return std::make_shared<NGramSnapshot>(m_counts, model, m_texts, m_blocks);
}

SnapshotPtr NGramSnapshot::with(WrittenTexts texts, std::int64_t blocks) const
{
    return std::make_shared<NGramSnapshot>(m_counts, m_model, std::move(texts), blocks);
}

json NGramSnapshot::toJson(bool) const
{
    json object = {{"kind", kKind},
                   {"order", m_counts->order},
                   {"vocabulary", m_counts->vocabulary},
                   {"length", m_counts->length},
                   {"counts", json::binary(m_counts->bytes)},
                   {"blocks", m_blocks}};
    storeTexts(m_texts, object);
    return object;
}

Result<SnapshotPtr> readNGramSnapshot(const json& object)
{
    const auto order = wholeAt(object, "order", 1, kMaxOrder);
    const auto vocabulary = wholeAt(object, "vocabulary", 1, std::int64_t{kMostTokenId} + 1);
    const auto length = wholeAt(object, "length", 1, kMaxBlockLength);
    const auto blocks = wholeAt(object, "blocks", 0, std::int64_t{1} << 40);
    const auto bytes = object.find("counts");
    if (!order || !vocabulary || !length || !blocks || bytes == object.end() || !bytes->is_binary())
        return refused("whose order, sizes or counts are missing or out of range");
    auto counts = std::make_shared<NGramCounts>();
    *counts = {static_cast<int>(*order), *vocabulary, *length, bytes->get_binary()};
    if (const auto tables = unpacked(counts->bytes, counts->order, counts->vocabulary); !tables)
        return tables.error();
    WrittenTexts texts;
    if (!readTexts(object, texts) || !areWhole(texts, *blocks))
        return refused("whose texts or numbers are missing, out of range or of different lengths");
    return SnapshotPtr(std::make_shared<NGramSnapshot>(std::move(counts), std::weak_ptr<const NGramModel>(),
                                                       std::move(texts), *blocks));
}

} // namespace hareloom
