// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/TextSource.h"

#include "core/base/SamplingWithoutReplacement.h"
#include "core/data/SourceKinds.h"
#include "core/text/Corpus.h"
#include "core/text/FactReader.h"
#include "core/text/FieldGuide.h"
#include "core/text/PackagedTexts.h"
#include "core/text/Tokenizer.h"
#include "core/text/TopicReader.h"
#include "core/text/UnitVocabulary.h"

#include <map>
#include <mutex>
#include <tuple>

namespace hareloom {
namespace {

/// Articles that the program's own base model has never seen: it was made from those of seed 1.
constexpr Seed kGuideSeed = 2;

class TextSource final : public Source
{
public:
    explicit TextSource(TextSetPtr text) : m_text(std::move(text)) {}

    int dimension() const override { return static_cast<int>(m_text->training->length); }
    RowKind rowKind() const override { return RowKind::Text; }
    std::optional<std::int64_t> rowCount() const override { return m_text->training->count(); }
    DatasetPtr draw(std::int64_t n, Seed seed) const override
    {
        const auto all = std::make_shared<TokenRows>(m_text->training);
        return n == all->rows() ? DatasetPtr(all)
                                : select(all, sampleWithoutReplacement(n, all->rows(), seed));
    }
    std::vector<std::string> variableNames() const override
    {
        std::vector<std::string> names;
        for (int j = 1; j <= dimension(); ++j)
            names.push_back("token " + std::to_string(j));
        return names;
    }
    TextSetPtr text() const override { return m_text; }
    std::string readAs() const override { return m_text->readAs; }

private:
    TextSetPtr m_text;
};

Result<VocabularyPtr> vocabularyOf(const std::string& training, const TextCut& cut)
{
    if (cut.units != TextUnits::Pieces)
        return UnitVocabulary::make(cut.units, training);
    return Tokenizer::open(cut.tokenizerFolder).transform([](VocabularyPtr tokenizer) { return tokenizer; });
}

Result<TokenBlocksPtr> blocks(const Vocabulary& tokenizer, const std::string& text, std::int64_t length)
{
    const auto ids = encodeLines(tokenizer, text);
    if (!ids)
        return ids.error();
    auto made = std::make_shared<TokenBlocks>();
    made->length = length;
    made->ids = blocksOf(*ids, static_cast<int>(length));
    return TokenBlocksPtr(made);
}

Result<std::shared_ptr<TextSet>> textSet(Corpus corpus, const TextCut& cut, std::int64_t length)
{
    auto set = std::make_shared<TextSet>();
    auto tokenizer = vocabularyOf(corpus.train, cut);
    if (!tokenizer)
        return tokenizer.error();
    set->tokenizer = *tokenizer;
    set->tokenizerFolder = cut.tokenizerFolder;
    for (auto [part, into] :
         {std::pair(&corpus.train, &set->training), std::pair(&corpus.valid, &set->validation),
          std::pair(&corpus.test, &set->test)}) {
        auto made = blocks(**tokenizer, *part, length);
        if (!made)
            return made.error();
        *into = std::move(*made);
    }
    if (set->training->count() < 2)
        return invalidData(corpus.name + ": the text fills " + std::to_string(set->training->count()) +
                           " blocks of " + std::to_string(length) +
                           " tokens. It must fill two: give more text, or make source.blockTokens smaller.");
    set->readAs = std::move(corpus.readAs);
    set->paragraphWith = [train = std::move(corpus.train)](std::string_view phrase) -> std::string {
        const std::size_t at = phrase.empty() ? std::string::npos : train.find(phrase);
        if (at == std::string::npos)
            return {};
        const std::size_t end = train.find('\n', at);
        return train.substr(at, end == std::string::npos ? end : end - at);
    };
    return set;
}

void addTopics(TextSet& set)
{
    const FieldGuide& guide = FieldGuide::standard();
    for (const GuideTopic& topic : guide.topics()) {
        set.topicNames.push_back(topic.title);
        set.topicKinds.push_back(topic.kind);
    }
    for (const GuideKind& kind : guide.kinds())
        set.kindNames.push_back(kind.name);
    set.about = [reader = std::make_shared<TopicReader>(guide)](std::string_view text) {
        const TopicReading read = reader->read(text);
        return TextSet::About{read.topic, read.kind};
    };
    set.facts = [reader = std::make_shared<FactReader>(guide)](std::string_view text) { return reader->read(text); };
}

Result<TextSetPtr> readTextSet(const SourceConfig& config, const TextCut& cut, const std::string& path)
{
    const SourceKind& kind = kindOf(config);
    auto corpus = kind.supply == Supply::Own
                      ? openCorpus(path)
                      : FieldGuide::standard().corpus({.articles = config.articles, .seed = kGuideSeed});
    return std::move(corpus)
        .and_then([&](Corpus whole) { return textSet(std::move(whole), cut, config.blockTokens); })
        .transform([&kind](const std::shared_ptr<TextSet>& set) {
            if (kind.knowsTopics)
                addTopics(*set);
            return TextSetPtr(set);
        });
}

} // namespace

Result<std::shared_ptr<const Source>> makeTextSource(const SourceConfig& config, const TextCut& cut,
                                                     const std::string& baseFolder)
{
    using Key = std::tuple<std::string, std::string, TextUnits, std::string, std::int64_t, std::int64_t>;
    static std::mutex mutex;
    static std::map<Key, std::weak_ptr<const TextSet>> open;
    const auto found = kindOf(config).supply == Supply::Own
                           ? textPlace(config.path, baseFolder, "source.path")
                           : Result<std::string>(std::string());
    if (!found)
        return found.error();
    const std::string& path = *found;
    const Key key(config.kind, path, cut.units, cut.tokenizerFolder, config.articles, config.blockTokens);
    const std::lock_guard lock(mutex);
    TextSetPtr set = open[key].lock();
    if (!set) {
        auto read = readTextSet(config, cut, path);
        if (!read)
            return read.error();
        set = *std::move(read);
        open[key] = set;
    }
    return std::shared_ptr<const Source>(std::make_shared<TextSource>(std::move(set)));
}

} // namespace hareloom
