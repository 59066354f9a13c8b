// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/language/LanguageSnapshot.h"

#include "core/family/PrecisionField.h"

#include "core/families/language/LanguageCheckpoint.h"
#include "core/writing/StoredTexts.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <typeinfo>

namespace hareloom {
namespace {

using nlohmann::json;

Error refused(const std::string& what)
{
    return invalidFile("found a language snapshot " + what);
}

/// Whether everything that belongs together has the same length and lies in its range.
bool isWhole(const LanguageView& view, const TokenBlocks& blocks, std::int64_t vocabulary)
{
    const auto count = static_cast<std::size_t>(blocks.count());
    const auto isToken = [&](TokenId id) { return id >= 0 && id < vocabulary; };
    return blocks.ids.size() == count * static_cast<std::size_t>(blocks.length) &&
           areWhole(view, blocks.count()) && std::all_of(blocks.ids.begin(), blocks.ids.end(), isToken);
}

} // namespace

SnapshotPtr LanguageSnapshot::withWeights(LanguageWeights weights) const
{
    return std::make_shared<LanguageSnapshot>(m_architecture, std::move(weights), m_generated, m_view,
                                              m_tokenizerFolder);
}

SnapshotPtr LanguageSnapshot::with(GeneratedText generated, LanguageView view) const
{
    return std::make_shared<LanguageSnapshot>(m_architecture, m_weights, std::move(generated),
                                              std::move(view), m_tokenizerFolder);
}

const LanguageSnapshot* asLanguage(const Snapshot& snapshot)
{
    return typeid(snapshot) == typeid(LanguageSnapshot) ? &static_cast<const LanguageSnapshot&>(snapshot)
                                                        : nullptr;
}

bool LanguageSnapshot::isAlike(const Snapshot& other) const
{
    const LanguageSnapshot* language = asLanguage(other);
    return language && language->m_architecture.vocabulary == m_architecture.vocabulary &&
           language->m_generated.blocks->length == m_generated.blocks->length &&
           language->m_view.prompts.size() == m_view.prompts.size();
}

DatasetPtr LanguageSnapshot::keptSample() const
{
    return m_generated.blocks->count() > 0 ? std::make_shared<TokenRows>(m_generated.blocks) : nullptr;
}

Result<void> LanguageSnapshot::writeWeights(const std::string& place) const
{
    return writeLanguageCheckpoint(place, {m_architecture, m_weights}, m_tokenizerFolder);
}

Result<SnapshotPtr> LanguageSnapshot::withWeightsFrom(const std::string& place) const
{
    auto read = readLanguageCheckpoint(place);
    if (!read)
        return read.error();
    if (parameterCount(read->architecture) != parameterCount(m_architecture))
        return invalidFile(place + ": found a model of another size than the session's");
    return withWeights(std::move(read->weights));
}

json LanguageSnapshot::toJson(bool withWeights) const
{
    json object = {{"kind", kKind},
                   {"config", toLanguageConfig(m_architecture)},
                   {"length", m_generated.blocks->length},
                   {"seed", m_generated.seed},
                   {"generated", packed(m_generated.blocks->ids)},
                   {"precision", detail::precisionWord(m_view.precision)}};
    storeTexts(m_view, object);
    if (withWeights && m_weights)
        object["weights"] = json::binary(toSafetensors({m_architecture, m_weights}));
    return object;
}

Result<SnapshotPtr> readLanguageSnapshot(const json& object)
{
    const auto config = object.find("config"), length = object.find("length"), seed = object.find("seed");
    if (config == object.end() || !config->is_string() || length == object.end() ||
        !length->is_number_integer() || seed == object.end() || !seed->is_number_integer())
        return refused("whose architecture, length of blocks or seed is missing");
    auto architecture = parseLanguageConfig(config->get<std::string>(), "the snapshot's architecture");
    if (!architecture)
        return architecture.error();
    auto blocks = std::make_shared<TokenBlocks>();
    blocks->length = length->get<std::int64_t>();
    if (blocks->length < 1 || blocks->length > kMaxBlockLength)
        return refused("with blocks of " + std::to_string(blocks->length) + " tokens");
    LanguageView view;
    if (!unpack(object, "generated", blocks->ids) || !readTexts(object, view) ||
        !detail::readPrecision(object, view.precision) || !isWhole(view, *blocks, architecture->vocabulary))
        return refused("whose texts or numbers are missing, out of range or of different lengths");
    LanguageWeights weights;
    if (const auto found = object.find("weights"); found != object.end()) {
        if (!found->is_binary())
            return refused("whose weights are no bytes");
        auto read = readLanguageWeights(*architecture, found->get_binary());
        if (!read)
            return read.error();
        weights = *std::move(read);
    }
    return SnapshotPtr(std::make_shared<LanguageSnapshot>(*std::move(architecture), std::move(weights),
                                                          GeneratedText{std::move(blocks), seed->get<Seed>()},
                                                          std::move(view)));
}

} // namespace hareloom
