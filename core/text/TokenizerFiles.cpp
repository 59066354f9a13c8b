// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/TokenizerFiles.h"

#include "core/base/ReadJson.h"
#include "core/base/Text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <map>

namespace hareloom {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr std::string_view kKnownSpecial[] = {"<s>", "</s>", "<pad>", "<unk>", "<mask>", "<|endoftext|>"};
constexpr std::string_view kOptSpecial = "</s>", kGptSpecial = "<|endoftext|>";

struct Added
{
    std::int64_t id;
    std::string piece;
    bool isSpecial;
};

/// What is read, with what the special pieces are decided from.
struct Draft
{
    std::map<std::int64_t, std::string> pieces;
    std::vector<std::pair<std::string, std::string>> merges;
    std::vector<Added> added;
    bool namesBosInFront = false; // tokenizer.json's way to say it
};

/// The file as a JSON object; an empty object where there is none and it is not `needed`.
Result<json> readObject(const fs::path& path, bool isNeeded)
{
    std::error_code ignored;
    if (!isNeeded && !fs::exists(path, ignored))
        return json::object();
    Result<std::string> text = readWholeFile(path.string(), kMaxTokenizerBytes);
    if (!text)
        return text.error();
    Result<json> object = readJson(*text);
    if (!object)
        return invalidFile(path.string() + ": " + object.error().message +
                           "; fetch the file again, as Hugging Face has it");
    if (!object->is_object())
        return invalidFile(path.string() +
                           ": this is no JSON object; fetch the file again, as Hugging Face has it");
    return object;
}

Result<void> takePiece(const std::string& piece, const json& id, Draft& draft)
{
    if (!id.is_number_unsigned() || id.get<std::uint64_t>() >= kMaxPieces)
        return invalidFile("the piece " + inQuotes(piece) + " has the id " + shortened(id.dump(), 40) +
                           ", which must be a whole number from 0 to " + std::to_string(kMaxPieces - 1));
    if (piece.empty() || piece.size() > kMaxPieceBytes)
        return invalidFile("a piece has " + std::to_string(piece.size()) + " bytes, and must have 1 to " +
                           std::to_string(kMaxPieceBytes));
    const auto [place, isNew] = draft.pieces.emplace(id.get<std::int64_t>(), piece);
    if (!isNew && place->second != piece)
        return invalidFile("the id " + id.dump() + " is given to both " + inQuotes(place->second) + " and " +
                           inQuotes(piece));
    return {};
}

Result<void> takeVocabulary(const json& vocabulary, Draft& draft)
{
    for (const auto& [piece, id] : vocabulary.items())
        if (auto taken = takePiece(piece, id, draft); !taken)
            return taken;
    return {};
}

Result<void> takeMergeLine(std::string_view line, const std::string& where, Draft& draft)
{
    const auto space = line.find(' ');
    const bool isPair = space != std::string_view::npos && space > 0 && space + 1 < line.size() &&
                        line.find(' ', space + 1) == std::string_view::npos;
    if (!isPair)
        return invalidFile(where + ": " + inQuotes(line) +
                           " is no merge: two pieces with a space between them");
    draft.merges.emplace_back(line.substr(0, space), line.substr(space + 1));
    return {};
}

Result<void> takeMergesText(std::string_view text, const std::string& path, Draft& draft)
{
    for (std::int64_t number = 1; !text.empty(); ++number) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (line.empty() || (number == 1 && line.starts_with("#version")))
            continue;
        if (auto taken = takeMergeLine(line, path + ", line " + std::to_string(number), draft); !taken)
            return taken;
    }
    return {};
}

/// "added_tokens" of tokenizer.json: [{"id", "content", "special"}].
void takeAddedList(const json& list, Draft& draft)
{
    if (!list.is_array())
        return;
    for (const json& entry : list)
        if (entry.is_object() && entry.contains("id") && entry["id"].is_number_unsigned() &&
            entry.contains("content") && entry["content"].is_string())
            draft.added.push_back({entry["id"].get<std::int64_t>(), entry["content"].get<std::string>(),
                                   entry.contains("special") && entry["special"] == true});
}

/// "added_tokens_decoder" of tokenizer_config.json: {"1": {"content", "special"}}.
void takeAddedDecoder(const json& decoder, Draft& draft)
{
    if (!decoder.is_object())
        return;
    json list = json::array();
    for (const auto& [key, entry] : decoder.items())
        if (const auto id = parseNumber(key); id && *id >= 0 && *id < 1e9 && entry.is_object()) {
            list.push_back(entry);
            list.back()["id"] = static_cast<std::uint64_t>(*id);
        }
    takeAddedList(list, draft);
}

Error anotherKind(const std::string& path, const std::string& what)
{
    return unsupported(path + ": this tokenizer has " + what +
                       ". Choose one of byte-level BPE, as GPT-2 and OPT have it.");
}

bool isAbsent(const json& object, const char* key)
{
    return !object.contains(key) || object[key].is_null() || object[key] == "" || object[key] == false;
}

/// What a tokenizer.json may ask for and this tokenizer does not do.
Result<void> checkKind(const json& file, const std::string& path)
{
    if (!file.contains("model") || !file["model"].is_object() ||
        file["model"].value("type", json("BPE")) != "BPE")
        return anotherKind(path, "a model that is not BPE");
    for (const char* key :
         {"continuing_subword_prefix", "end_of_word_suffix", "byte_fallback", "ignore_merges"})
        if (!isAbsent(file["model"], key))
            return anotherKind(path, std::string("the option ") + key);
    if (!isAbsent(file, "normalizer"))
        return anotherKind(path, "a normalizer");
    const json words = file.contains("pre_tokenizer") ? file["pre_tokenizer"] : json();
    if (!words.is_object() || words.value("type", json()) != "ByteLevel" ||
        words.value("use_regex", json(true)) != true)
        return anotherKind(path, "another pre-tokenizer than ByteLevel");
    if (!isAbsent(words, "add_prefix_space"))
        return anotherKind(path, "add_prefix_space");
    return {};
}

Result<void> takeMergesList(const json& merges, const std::string& path, Draft& draft)
{
    for (const json& merge : merges) {
        const bool isPair =
            merge.is_array() && merge.size() == 2 && merge[0].is_string() && merge[1].is_string();
        if (isPair)
            draft.merges.emplace_back(merge[0].get<std::string>(), merge[1].get<std::string>());
        else if (!merge.is_string())
            return invalidFile(path + ": found a merge that is not a pair of pieces");
        else if (auto taken = takeMergeLine(merge.get_ref<const std::string&>(), path, draft); !taken)
            return taken;
    }
    return {};
}

/// OPT's tokenizer.json puts a special piece in front by a template: "single": [{"SpecialToken": ...}, ...].
bool templateBegins(const json& processor)
{
    return processor.is_object() && processor.value("type", json()) == "TemplateProcessing" &&
           processor.contains("single") && processor["single"].is_array() && !processor["single"].empty() &&
           processor["single"][0].is_object() && processor["single"][0].contains("SpecialToken");
}

Result<void> takeTokenizerJson(const fs::path& path, Draft& draft)
{
    const Result<json> file = readObject(path, true);
    if (!file)
        return file.error();
    if (auto kind = checkKind(*file, path.string()); !kind)
        return kind;
    const json& model = (*file)["model"];
    if (!model.contains("vocab") || !model["vocab"].is_object() || !model.contains("merges") ||
        !model["merges"].is_array())
        return invalidFile(path.string() + ": found a model without vocab or merges");
    if (auto taken = takeVocabulary(model["vocab"], draft); !taken)
        return invalidFile(path.string() + ": " + taken.error().message);
    takeAddedList(file->value("added_tokens", json()), draft);
    draft.namesBosInFront = templateBegins(file->value("post_processor", json()));
    return takeMergesList(model["merges"], path.string(), draft);
}

Result<void> takeVocabularyFiles(const fs::path& folder, Draft& draft)
{
    const Result<json> vocabulary = readObject(folder / "vocab.json", true);
    if (!vocabulary)
        return vocabulary.error();
    if (auto taken = takeVocabulary(*vocabulary, draft); !taken)
        return invalidFile((folder / "vocab.json").string() + ": " + taken.error().message);
    const Result<json> added = readObject(folder / "added_tokens.json", false);
    if (!added)
        return added.error();
    for (const auto& [piece, id] : added->items())
        if (id.is_number_unsigned())
            draft.added.push_back({id.get<std::int64_t>(), piece, true});
    const std::string path = (folder / "merges.txt").string();
    const Result<std::string> merges = readWholeFile(path, kMaxTokenizerBytes);
    if (!merges)
        return merges.error();
    return takeMergesText(*merges, path, draft);
}

/// Added pieces join the vocabulary; then its ids must be 0, 1, 2, ... without a hole.
Result<TokenizerParts> withoutHoles(Draft& draft)
{
    for (const Added& added : draft.added)
        if (auto taken = takePiece(added.piece, json(static_cast<std::uint64_t>(added.id)), draft); !taken)
            return taken.error();
    TokenizerParts parts;
    for (auto& [id, piece] : draft.pieces) {
        if (id != std::ssize(parts.pieces))
            return invalidFile("there is a piece with the id " + std::to_string(id) + " and none with " +
                               std::to_string(parts.pieces.size()) + "; ids must follow each other from 0");
        parts.pieces.push_back(std::move(piece));
    }
    parts.merges = std::move(draft.merges);
    return parts;
}

/// The three small files that say which pieces are special.
struct Conventions
{
    json tokenizer, map, model;

    /// What a file says of `name`, as "bos_token": a text, or an object with its content.
    std::string pieceOf(const std::string& name) const
    {
        for (const json* file : {&tokenizer, &map}) {
            const json said = file->value(name, json());
            const json content = said.is_object() ? said.value("content", json()) : said;
            if (content.is_string())
                return content.get<std::string>();
        }
        return {};
    }
};

Result<Conventions> readConventions(const fs::path& folder)
{
    Conventions all;
    for (auto [name, to] : {std::pair{"tokenizer_config.json", &all.tokenizer},
                            {"special_tokens_map.json", &all.map},
                            {"config.json", &all.model}}) {
        Result<json> file = readObject(folder / name, false);
        if (!file)
            return file.error();
        *to = std::move(*file);
    }
    if (!isAbsent(all.tokenizer, "add_prefix_space"))
        return anotherKind((folder / "tokenizer_config.json").string(), "add_prefix_space");
    return all;
}

class SpecialPieces
{
public:
    SpecialPieces(const Conventions& conventions, TokenizerParts& parts) : m_said(conventions), m_parts(parts)
    {
        for (std::size_t id = 0; id < parts.pieces.size(); ++id)
            m_ids.emplace(parts.pieces[id], static_cast<int>(id));
    }

    int idOf(std::string_view piece) const
    {
        const auto found = m_ids.find(piece);
        return found == m_ids.end() ? -1 : found->second;
    }

    /// What the tokenizer's files name, else config.json's id, else the vocabulary's usual piece.
    int decide(const std::string& role, int usual) const
    {
        if (const int named = idOf(m_said.pieceOf(role + "_token")); named >= 0)
            return named;
        json id = m_said.model.value(role + "_token_id", json());
        if (id.is_array() && !id.empty()) // several ends of a text: the first counts
            id = json(id.front());
        if (id.is_number_unsigned() && id.get<std::uint64_t>() < m_parts.pieces.size())
            return id.get<int>();
        return usual;
    }

    void mark(int id)
    {
        if (id >= 0)
            m_parts.special.push_back(id);
    }

private:
    const Conventions& m_said;
    TokenizerParts& m_parts;
    std::map<std::string, int, std::less<>> m_ids;
};

void decideSpecials(const Conventions& said, const Draft& draft, TokenizerParts& parts)
{
    SpecialPieces pieces(said, parts);
    const int opt = pieces.idOf(kOptSpecial), usual = opt >= 0 ? opt : pieces.idOf(kGptSpecial);
    parts.bos = pieces.decide("bos", usual);
    parts.eos = pieces.decide("eos", usual);
    parts.pad = pieces.decide("pad", pieces.idOf("<pad>"));
    const json inFront = said.tokenizer.value("add_bos_token", json());
    parts.putsBosInFront =
        parts.bos >= 0 &&
        (inFront.is_boolean() ? inFront.get<bool>() : draft.namesBosInFront || parts.bos == opt);
    for (const int id : {parts.bos, parts.eos, parts.pad, pieces.idOf(said.pieceOf("unk_token"))})
        pieces.mark(id);
    for (const std::string_view known : kKnownSpecial)
        pieces.mark(pieces.idOf(known));
    for (const Added& added : draft.added)
        if (added.isSpecial)
            pieces.mark(static_cast<int>(added.id));
    std::sort(parts.special.begin(), parts.special.end());
    parts.special.erase(std::unique(parts.special.begin(), parts.special.end()), parts.special.end());
}

} // namespace

Result<TokenizerParts> readTokenizerFiles(const std::string& folder)
{
    const fs::path root(folder);
    std::error_code ignored;
    const bool hasVocabulary = fs::exists(root / "vocab.json", ignored),
               hasOne = hasVocabulary || fs::exists(root / "tokenizer.json", ignored);
    if (!hasOne)
        return invalidFile(
            folder +
            ": there is no tokenizer in this folder. Name one with vocab.json and merges.txt, or with "
            "tokenizer.json.");
    Draft draft;
    if (auto taken = hasVocabulary ? takeVocabularyFiles(root, draft)
                                   : takeTokenizerJson(root / "tokenizer.json", draft);
        !taken)
        return taken.error();
    const Result<Conventions> said = readConventions(root);
    if (!said)
        return said.error();
    takeAddedDecoder(said->tokenizer.value("added_tokens_decoder", json()), draft);
    Result<TokenizerParts> parts = withoutHoles(draft);
    if (!parts)
        return invalidFile(folder + ": " + parts.error().message);
    decideSpecials(*said, draft, *parts);
    return parts;
}

void decideSpecialPieces(TokenizerParts& parts)
{
    decideSpecials({json::object(), json::object(), json::object()}, {}, parts);
}

std::vector<NamedText> tokenizerFiles(const TokenizerParts& parts)
{
    std::string vocabulary = "{", merges = "#version: 0.2\n";
    for (std::size_t id = 0; id < parts.pieces.size(); ++id)
        vocabulary += (id == 0 ? "" : ", ") + json(parts.pieces[id]).dump() + ": " + std::to_string(id);
    for (const auto& [left, right] : parts.merges)
        merges += left + ' ' + right + '\n';
    json map = json::object();
    for (const auto& [role, id] : {std::pair{"bos_token", parts.bos},
                                   {"eos_token", parts.eos},
                                   {"unk_token", parts.eos},
                                   {"pad_token", parts.pad}})
        if (id >= 0)
            map[role] = parts.pieces[static_cast<std::size_t>(id)];
    json tokenizer = map;
    tokenizer["tokenizer_class"] = "GPT2Tokenizer";
    tokenizer["add_prefix_space"] = false;
    tokenizer["add_bos_token"] = parts.putsBosInFront;
    tokenizer["errors"] = "replace";
    return {{"vocab.json", vocabulary + "}\n"},
            {"merges.txt", merges},
            {"tokenizer_config.json", tokenizer.dump(2) + "\n"},
            {"special_tokens_map.json", map.dump(2) + "\n"}};
}

} // namespace hareloom
