// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/language/LanguageSnapshot.h"

#include "core/family/PrecisionField.h"

#include "core/families/language/LanguageCheckpoint.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <typeinfo>

namespace hareloom {
namespace {

using nlohmann::json;

constexpr std::int64_t kMaxLength = 1 << 20;

template<class T>
json packed(const std::vector<T>& values)
{
    std::vector<std::uint8_t> bytes(values.size() * sizeof(T));
    if (!bytes.empty())
        std::memcpy(bytes.data(), values.data(), bytes.size());
    return json::binary(std::move(bytes));
}

template<class T>
bool unpack(const json& object, const char* key, std::vector<T>& into)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_binary() || found->get_binary().size() % sizeof(T) != 0)
        return false;
    into.resize(found->get_binary().size() / sizeof(T));
    if (!into.empty())
        std::memcpy(into.data(), found->get_binary().data(), found->get_binary().size());
    return true;
}

bool texts(const json& object, const char* key, std::vector<std::string>& into)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_array())
        return false;
    for (const json& text : *found) {
        if (!text.is_string())
            return false;
        into.push_back(text.get<std::string>());
    }
    return true;
}

Error refused(const std::string& what)
{
    return invalidFile("found a language snapshot " + what);
}

bool viewFrom(const json& object, LanguageView& view)
{
    return texts(object, "prompts", view.prompts) && texts(object, "answers", view.answers) &&
           texts(object, "passages", view.passages) && texts(object, "passagePrompts", view.passagePrompts) &&
           texts(object, "kindNames", view.kindNames) && unpack(object, "firstNats", view.firstNats) &&
           unpack(object, "kinds", view.kinds) && readRealValues(object, view.real) &&
           detail::readPrecision(object, view.precision);
}

/// Whether everything that belongs together has the same length and lies in its range.
bool isWhole(const LanguageView& view, const TokenBlocks& blocks, std::int64_t vocabulary)
{
    const auto count = static_cast<std::size_t>(blocks.count());
    const auto isToken = [&](TokenId id) { return id >= 0 && id < vocabulary; };
    const auto isKind = [&](std::uint8_t k) {
        return k == LanguageView::kNoKind || k < view.kindNames.size();
    };
    return blocks.ids.size() == count * static_cast<std::size_t>(blocks.length) &&
           view.answers.size() == view.prompts.size() && view.passagePrompts.size() == view.passages.size() &&
           view.passages.size() <= count && (view.firstNats.empty() || view.firstNats.size() == count) &&
           (view.kinds.empty() || view.kinds.size() == count) &&
           std::all_of(blocks.ids.begin(), blocks.ids.end(), isToken) &&
           std::all_of(view.kinds.begin(), view.kinds.end(), isKind) &&
           std::none_of(view.firstNats.begin(), view.firstNats.end(),
                        [](float nats) { return std::isnan(nats); });
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
    const LanguageView& view = m_view;
    json object = {{"kind", kKind},
                   {"config", toLanguageConfig(m_architecture)},
                   {"length", m_generated.blocks->length},
                   {"seed", m_generated.seed},
                   {"generated", packed(m_generated.blocks->ids)},
                   {"prompts", view.prompts},
                   {"answers", view.answers},
                   {"passages", view.passages},
                   {"passagePrompts", view.passagePrompts},
                   {"firstNats", packed(view.firstNats)},
                   {"kinds", packed(view.kinds)},
                   {"kindNames", view.kindNames},
                   {"precision", detail::precisionWord(view.precision)}};
    if (!view.real.empty())
        object["real"] = view.real;
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
    if (blocks->length < 1 || blocks->length > kMaxLength)
        return refused("with blocks of " + std::to_string(blocks->length) + " tokens");
    LanguageView view;
    if (!unpack(object, "generated", blocks->ids) || !viewFrom(object, view) ||
        !isWhole(view, *blocks, architecture->vocabulary))
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
