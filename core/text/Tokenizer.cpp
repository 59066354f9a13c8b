// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/Tokenizer.h"

#include "core/base/Text.h"
#include "core/base/Utf8.h"
#include "core/text/ByteAlphabet.h"
#include "core/text/PreTokenizer.h"
#include "core/text/WordCache.h"

#include <algorithm>
#include <unordered_map>

namespace hareloom {
namespace {

using Ids = std::unordered_map<std::string_view, int>;

Result<Ids> idsOf(const std::vector<std::string>& pieces)
{
    if (pieces.size() > kMaxPieces)
        return invalidFile("the vocabulary has " + std::to_string(pieces.size()) + " pieces, more than the " +
                           std::to_string(kMaxPieces) + " that are read");
    Ids ids;
    for (std::size_t id = 0; id < pieces.size(); ++id)
        if (const auto [place, isNew] = ids.emplace(pieces[id], static_cast<int>(id)); !isNew)
            return invalidFile("the piece " + inQuotes(pieces[id]) + " has the ids " +
                               std::to_string(place->second) + " and " + std::to_string(id) +
                               ", and must have one");
    return ids;
}

Result<std::array<int, 256>> byteIdsOf(const Ids& ids)
{
    std::array<int, 256> byteIds{};
    for (int byte = 0; byte < 256; ++byte) {
        const std::string piece = toByteAlphabet(std::string(1, static_cast<char>(byte)));
        const auto found = ids.find(piece);
        if (found == ids.end())
            return invalidFile("the vocabulary lacks the piece " + inQuotes(piece) + " for the byte " +
                               std::to_string(byte) + ", and a byte-level one must have all 256");
        byteIds[static_cast<std::size_t>(byte)] = found->second;
    }
    return byteIds;
}

Result<std::vector<Merge>> resolved(const std::vector<std::pair<std::string, std::string>>& merges,
                                    const Ids& ids)
{
    std::vector<Merge> all;
    for (const auto& [left, right] : merges) {
        const std::string merged = left + right;
        Merge merge;
        for (auto [piece, id] : {std::pair<const std::string&, int*>{left, &merge.left},
                                 {right, &merge.right},
                                 {merged, &merge.merged}}) {
            const auto found = ids.find(piece);
            if (found == ids.end())
                return invalidFile("merge " + std::to_string(all.size() + 1) + " joins " + inQuotes(left) +
                                   " and " + inQuotes(right) + ", but " + inQuotes(piece) +
                                   " is not in the vocabulary");
            *id = found->second;
        }
        all.push_back(merge);
    }
    return all;
}

void appendWord(std::string_view word, const PairMerges& merges, WordCache& cache,
                PairMerges::Workspace& work, std::vector<int>& ids)
{
    if (word.size() > WordCache::kMostBytes)
        return merges.encode(word, work, ids);
    WordCache::Entry& entry = cache.entryOf(word);
    if (entry.count > 0) {
        ids.insert(ids.end(), entry.known().begin(), entry.known().end());
        return;
    }
    const std::size_t first = ids.size();
    merges.encode(word, work, ids);
    if (const auto found = std::span(ids).subspan(first); found.size() <= WordCache::kMostIds)
        entry.set(found);
}

} // namespace

struct Tokenizer::Resolved
{
    std::array<int, 256> byteIds;
    std::vector<Merge> merges;
};

Tokenizer::Tokenizer(TokenizerParts parts, Resolved resolved)
    : m_parts(std::move(parts)),
      m_isSpecial(m_parts.pieces.size()),
      m_merges(resolved.byteIds, resolved.merges)
{
    for (const int id : m_parts.special)
        m_isSpecial[static_cast<std::size_t>(id)] = true;
    for (std::size_t id = 0; id < m_parts.pieces.size(); ++id)
        m_bytes.push_back(m_isSpecial[id]
                              ? m_parts.pieces[id]
                              : fromByteAlphabet(m_parts.pieces[id]).value_or(m_parts.pieces[id]));
}

Result<TokenizerPtr> Tokenizer::open(const std::string& folder)
{
    Result<TokenizerParts> parts = readTokenizerFiles(folder);
    if (!parts)
        return parts.error();
    Result<TokenizerPtr> tokenizer = make(std::move(*parts));
    if (!tokenizer)
        return Error{tokenizer.error().kind, folder + ": " + tokenizer.error().message};
    return tokenizer;
}

Result<TokenizerPtr> Tokenizer::make(TokenizerParts parts)
{
    const Result<Ids> ids = idsOf(parts.pieces);
    if (!ids)
        return ids.error();
    const Result<std::array<int, 256>> byteIds = byteIdsOf(*ids);
    if (!byteIds)
        return byteIds.error();
    Result<std::vector<Merge>> merges = resolved(parts.merges, *ids);
    if (!merges)
        return merges.error();
    const int size = static_cast<int>(parts.pieces.size());
    for (const int id : {parts.bos, parts.eos, parts.pad})
        if (id >= size)
            return invalidFile("the special id " + std::to_string(id) + " is not below the " +
                               std::to_string(size) + " pieces of the vocabulary");
    std::erase_if(parts.special, [size](int id) { return id < 0 || id >= size; });
    return TokenizerPtr(new Tokenizer(std::move(parts), {*byteIds, std::move(*merges)}));
}

Result<std::vector<int>> Tokenizer::encode(std::string_view utf8, bool withSpecial) const
{
    if (const auto at = invalidUtf8At(utf8))
        return invalidData("the byte at offset " + std::to_string(*at) + " is no UTF-8");
    std::vector<int> ids;
    ids.reserve(utf8.size() / 4 + 2);
    if (withSpecial && m_parts.putsBosInFront)
        ids.push_back(m_parts.bos);
    WordCache cache(utf8.size());
    PairMerges::Workspace work;
    PreTokenizer words(utf8);
    for (std::string_view word = words.next(); !word.empty(); word = words.next()) {
        if (word.size() > kMaxWordBytes)
            return invalidData("the word at offset " + std::to_string(word.data() - utf8.data()) + " has " +
                               std::to_string(word.size()) + " bytes, more than the " +
                               std::to_string(kMaxWordBytes) +
                               " that may follow each other without a space or a change of script");
        appendWord(word, m_merges, cache, work, ids);
    }
    return ids;
}

std::string Tokenizer::decode(std::span<const int> ids, bool withSpecial) const
{
    std::string bytes;
    for (const int id : ids) {
        if (id < 0 || id >= size())
            bytes += "\xEF\xBF\xBD";
        else if (withSpecial || !isSpecial(id))
            bytes += m_bytes[static_cast<std::size_t>(id)];
    }
    return repairedUtf8(bytes);
}

const std::string& Tokenizer::bytesOf(int id) const
{
    static const std::string none;
    return id >= 0 && id < size() ? m_bytes[static_cast<std::size_t>(id)] : none;
}

bool Tokenizer::isSpecial(int id) const
{
    return id >= 0 && id < size() && m_isSpecial[static_cast<std::size_t>(id)];
}

int Tokenizer::idOf(std::string_view piece) const
{
    const auto found = std::find(m_parts.pieces.begin(), m_parts.pieces.end(), piece);
    return found == m_parts.pieces.end() ? -1 : static_cast<int>(found - m_parts.pieces.begin());
}

Result<void> Tokenizer::save(const std::string& folder) const
{
    return writeIntoFolder(folder, files());
}

} // namespace hareloom
