// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/Corpus.h"
#include "core/text/GuideGrammar.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// A topic that articles are written about. Its facts are the same in each of them.
struct GuideTopic
{
    std::string key, title; // the name that sentences call it by; the heading
    int kind = 0;           // index into FieldGuide::kinds()
    double share = 0;       // of all articles, by Zipf's law; the shares of all topics sum to 1
    Facts facts;
};

struct GuideArticle
{
    int topic = 0;
    std::string text; // "= Title =", a blank line, the sentences, a blank line
};

/// How much text to write, and which.
struct GuideConfig
{
    std::int64_t articles = 5000; // about 550 bytes each; 10 to 1,000,000
    Seed seed = 1;                // which articles; the world that they tell of is always the same
};

/// An encyclopaedia of an invented world, written by a grammar of our own: parish churches, hares, languages,
/// popes and others, some 500 topics. The world (the topics, their order by frequency and their facts) is one
/// and the same everywhere; articles are functions of (seed, index). Immutable; any thread.
class FieldGuide
{
public:
    /// The guide that ships with the program (resources/fieldguide), made when first asked for.
    static const FieldGuide& standard();

    /// In descending order of share: topic r has a share proportional to 1 / (r + 1) (Zipf's law).
    const std::vector<GuideTopic>& topics() const { return m_topics; }
    const std::vector<GuideKind>& kinds() const { return m_kinds; }

    GuideArticle article(Seed seed, std::uint64_t index) const;
    /// Articles first ... first + count - 1, one after another.
    std::string write(Seed seed, std::uint64_t first, std::int64_t count) const;
    /// `config.articles` articles in all: eight tenths for training, the next tenth for validation, the last
    /// for the test. Errors: InvalidInput.
    Result<Corpus> corpus(const GuideConfig& config, const StopToken& stop = {}) const;

    /// The beginning of a text on a church with a tower of the 14th century, to be gone on with, and its
    /// topic.
    const std::string& prompt() const { return m_prompt; }
    int promptTopic() const { return m_promptTopic; }

private:
    explicit FieldGuide(std::vector<GuideKind> kinds);
    Facts bind(const GuideKind& kind, const Facts& given, Rng& rng);
    void addTopics(int kind, Rng& rng);
    void orderTopics(Rng& rng);
    bool isNew(const std::string& name) const;

    std::vector<GuideKind> m_kinds;
    std::vector<GuideTopic> m_topics;
    std::vector<double> m_cumulated;  // shares
    std::vector<std::string> m_names; // sorted: names that belong to the world
    std::string m_prompt;
    int m_promptTopic = 0;
};

} // namespace hareloom
