// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/FieldGuide.h"

#include "core/base/EmbeddedText.h"
#include "core/base/Refusal.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <stdexcept>

namespace hareloom {

namespace {

constexpr Seed kWorld = 0x4861726531; // never to be changed: base models know this world
constexpr int kPromptRank = 5;
constexpr int kLeastSentences = 4, kMoreSentences = 4;
constexpr int kMostTries = 10'000;
constexpr std::int64_t kMostArticles = 1'000'000;

std::vector<GuideKind> readKinds()
{
    std::vector<GuideKind> kinds;
    for (const EmbeddedText& file : embeddedFieldGuide()) {
        Result<GuideKind> kind = parseGuideKind(file.text, std::string(file.id) + ".txt");
        if (!kind)
            throw std::logic_error(kind.error().message);
        kinds.push_back(std::move(*kind));
    }
    return kinds;
}

/// `count` different numbers below n in random order; count <= n.
std::vector<std::size_t> picked(std::size_t n, std::size_t count, Rng& rng)
{
    std::vector<std::size_t> all(n);
    std::iota(all.begin(), all.end(), std::size_t{0});
    for (std::size_t i = 0; i < count; ++i)
        std::swap(all[i], all[i + rng.below(n - i)]);
    all.resize(count);
    return all;
}

} // namespace

const FieldGuide& FieldGuide::standard()
{
    static const FieldGuide guide(readKinds());
    return guide;
}

FieldGuide::FieldGuide(std::vector<GuideKind> kinds) : m_kinds(std::move(kinds))
{
    for (int kind = 0; kind < static_cast<int>(m_kinds.size()); ++kind) {
        Rng rng(childSeed(kWorld, static_cast<std::uint64_t>(kind)));
        addTopics(kind, rng);
    }
    Rng rng(childSeed(kWorld, 1000));
    orderTopics(rng);
}

bool FieldGuide::isNew(const std::string& name) const
{
    return !std::binary_search(m_names.begin(), m_names.end(), name);
}

Facts FieldGuide::bind(const GuideKind& kind, const Facts& given, Rng& rng)
{
    const auto accept = [this](const std::string& name) { return isNew(name); };
    Facts facts = given;
    for (const auto& [name, text] : kind.facts) {
        const auto alternatives = alternativesOf(text);
        const std::string value = expand(alternatives[rng.below(alternatives.size())], facts, rng, accept);
        facts.emplace(name, value);
    }
    if (!facts.contains("key"))
        facts["key"] = expand(kind.key, facts, rng, accept);
    return facts;
}

void FieldGuide::addTopics(int kind, Rng& rng)
{
    const GuideKind& grammar = m_kinds[static_cast<std::size_t>(kind)];
    for (int i = 0; i < grammar.topics; ++i) {
        const bool isGiven = i < static_cast<int>(grammar.given.size());
        Facts facts;
        int tries = 0;
        do
            facts = bind(grammar, isGiven ? grammar.given[static_cast<std::size_t>(i)] : Facts(), rng);
        while (!isNew(facts["key"]) && ++tries < kMostTries);
        if (tries == kMostTries)
            throw std::logic_error("the field guide's grammar: too few names for " + grammar.name);
        if (isGiven && !grammar.prompt.empty() && i == 0) {
            m_prompt = grammar.prompt;
            m_promptTopic = static_cast<int>(m_topics.size());
        }
        std::set<std::string> names(m_names.begin(), m_names.end());
        for (const auto& [fact, value] : facts) // a place of one topic is the place of no other
            if (fact == "key" || (value.size() > 3 && value[0] >= 'A' && value[0] <= 'Z'))
                names.insert(value);
        m_names.assign(names.begin(), names.end());
        std::string title = expand(grammar.title, facts, rng, [](const std::string&) { return true; });
        m_topics.push_back({facts["key"], std::move(title), kind, 0, std::move(facts)});
    }
}

void FieldGuide::orderTopics(Rng& rng)
{
    const std::string prompt = m_topics[static_cast<std::size_t>(m_promptTopic)].key;
    std::vector<GuideTopic> ordered;
    for (const std::size_t i : picked(m_topics.size(), m_topics.size(), rng))
        ordered.push_back(std::move(m_topics[i]));
    const auto found = std::find_if(ordered.begin(), ordered.end(),
                                    [&prompt](const GuideTopic& topic) { return topic.key == prompt; });
    std::iter_swap(found, ordered.begin() + kPromptRank);
    m_promptTopic = kPromptRank;
    m_topics = std::move(ordered);
    double sum = 0;
    for (std::size_t rank = 0; rank < m_topics.size(); ++rank)
        sum += 1.0 / static_cast<double>(rank + 1);
    double below = 0;
    for (std::size_t rank = 0; rank < m_topics.size(); ++rank) {
        m_topics[rank].share = 1.0 / static_cast<double>(rank + 1) / sum;
        m_cumulated.push_back(below += m_topics[rank].share);
    }
}

GuideArticle FieldGuide::article(Seed seed, std::uint64_t index) const
{
    Rng rng(childSeed(seed, index));
    const auto drawn =
        std::upper_bound(m_cumulated.begin(), m_cumulated.end(), rng.uniform()) - m_cumulated.begin();
    GuideArticle article;
    article.topic = static_cast<int>(std::min<std::ptrdiff_t>(drawn, std::ssize(m_topics) - 1));
    const GuideTopic& topic = m_topics[static_cast<std::size_t>(article.topic)];
    const GuideKind& kind = m_kinds[static_cast<std::size_t>(topic.kind)];
    const auto accept = [this](const std::string& name) { return isNew(name); };
    const auto write = [&](const std::string& pattern) {
        article.text += capitalised(expand(pattern, topic.facts, rng, accept)) + ' ';
    };
    article.text = "= " + topic.title + " =\n\n";
    write(kind.openings[rng.below(kind.openings.size())]);
    for (const std::size_t i :
         picked(kind.sentences.size(), kLeastSentences + rng.below(kMoreSentences), rng))
        write(kind.sentences[i]);
    article.text.back() = '\n';
    article.text += '\n';
    return article;
}

std::string FieldGuide::write(Seed seed, std::uint64_t first, std::int64_t count) const
{
    std::string text;
    for (std::int64_t i = 0; i < count; ++i)
        text += article(seed, first + static_cast<std::uint64_t>(i)).text;
    return text;
}

Result<Corpus> FieldGuide::corpus(const GuideConfig& config, const StopToken& stop) const
{
    if (config.articles < 10 || config.articles > kMostArticles)
        return invalidInput(
            mustBe("articles", std::to_string(config.articles), lieBetween(10, kMostArticles)));
    Corpus corpus{"the field guide", {}, {}, {}};
    const std::int64_t tenth = config.articles / 10;
    for (std::int64_t i = 0; i < config.articles; ++i) {
        if (!stop.proceed())
            return stopped();
        std::string& part = i < config.articles - 2 * tenth ? corpus.train
                            : i < config.articles - tenth   ? corpus.valid
                                                            : corpus.test;
        part += article(config.seed, static_cast<std::uint64_t>(i)).text;
    }
    return corpus;
}

} // namespace hareloom
