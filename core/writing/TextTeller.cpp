// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/writing/TextTeller.h"

#include "core/metrics/Text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace hareloom {
namespace {

/// Fewer than these shares of generation 0's tokens.
constexpr std::array kMilestones = {0.75, 0.5, 0.25, 0.1};
constexpr std::size_t kLongestPhrase = 80; // bytes that are told

std::vector<double> topicsOf(const Generation& generation, std::size_t kinds)
{
    std::vector<double> shares;
    for (std::size_t j = 0; j < kinds; ++j)
        shares.push_back(generation.metric(partName("topicShare", j)));
    return shares;
}

/// Cut after a word, with an ellipsis.
std::string shortened(std::string phrase)
{
    if (phrase.size() <= kLongestPhrase)
        return phrase;
    const std::size_t blank = phrase.rfind(' ', kLongestPhrase);
    return blank == std::string::npos ? phrase : phrase.substr(0, blank) + " …";
}

} // namespace

LoopingPhrase mostRepeated(std::string_view text)
{
    std::map<int, std::pair<int, RepeatedPhrase>> counts; // by phrase
    for (const RepeatedPhrase& phrase : repeatedPhrases(text)) {
        auto& [count, first] = counts.try_emplace(phrase.phrase, 0, phrase).first->second;
        ++count;
    }
    LoopingPhrase most;
    for (const auto& [number, found] : counts)
        if (found.first > most.count)
            most = {shortened(std::string(text.substr(static_cast<std::size_t>(found.second.begin),
                                                      static_cast<std::size_t>(found.second.end -
                                                                               found.second.begin)))),
                    found.first};
    return most;
}

void TextTeller::hear(const Generation& now, std::vector<Event>& told)
{
    hearAnswers(now, told);
    if (std::exchange(m_isFirst, false)) {
        m_topics = topicsOf(now, m_run->names.size());
        m_tokens = now.metric("survivingTokens");
        return;
    }
    hearTopics(now, told);
    hearTokens(now, told);
}

// Told once, of the first prompt that loops: afterwards most do.
void TextTeller::hearAnswers(const Generation& now, std::vector<Event>& told)
{
    const WrittenTexts* texts = now.snapshot ? now.snapshot->texts() : nullptr;
    for (std::size_t i = 0; texts && !m_hasLooped && i < texts->answers.size(); ++i) {
        const LoopingPhrase loop = mostRepeated(texts->answers[i]);
        if (loop.count < kLoop)
            continue;
        m_hasLooped = true;
        const bool isLearnt = now.index < m_run->experiment.generations;
        told.push_back({now.chain, now.index, "phraseLoops", isLearnt ? "phraseLoops.learnt" : "",
                        {{"generation", std::int64_t(now.index)},
                         {"prompt", std::int64_t(i + 1)},
                         {"phrase", loop.phrase},
                         {"count", std::int64_t(loop.count)}},
                        "repeatedShare", Weight::High});
    }
}

void TextTeller::hearTopics(const Generation& now, std::vector<Event>& told)
{
    const std::vector<double> shares = topicsOf(now, m_topics.size());
    for (std::size_t j = 0; j < shares.size(); ++j) {
        const auto known = std::find(m_order.begin(), m_order.end(), static_cast<std::int64_t>(j));
        if (known != m_order.end() && shares[j] > 0)
            m_order.erase(known);
        else if (known == m_order.end() && shares[j] == 0 && m_topics[j] > 0) {
            m_order.push_back(static_cast<std::int64_t>(j));
            told.push_back({now.chain, now.index, "topicLost", "topicLost.share",
                            {{"generation", std::int64_t(now.index)},
                             {"topic", nameOf(*m_run, static_cast<std::int64_t>(j))},
                             {"percent", 100 * m_topics[j]}},
                            partName("topicShare", j), Weight::High});
        }
    }
}

void TextTeller::hearTokens(const Generation& now, std::vector<Event>& told)
{
    const double tokens = now.metric("survivingTokens");
    bool isPassed = false;
    for (; m_milestone < kMilestones.size() && tokens < kMilestones[m_milestone] * m_tokens; ++m_milestone)
        isPassed = true;
    if (!isPassed)
        return;
    const Habit habit = habitOf(*m_run, now.index);
    told.push_back({now.chain, now.index, "tokensLost", habit.replaces ? "tokensLost.gone" : "",
                    {{"generation", std::int64_t(now.index)}, {"now", tokens}, {"before", m_tokens}},
                    "survivingTokens", Weight::Middle});
}

std::string TextTeller::lostInOrder() const
{
    return listed(*m_run, m_order);
}

std::optional<Outcome> textOutcome(const ToldRun&, const Generation& first, const Generation& last)
{
    const auto of = [&](std::string_view metric, std::string_view key,
                        std::string_view manyKey) -> std::optional<Outcome> {
        const double before = first.metric(metric), after = last.metric(metric);
        if (!std::isfinite(before) || !std::isfinite(after))
            return std::nullopt;
        return Outcome{key, {}, manyKey, metric, before, after};
    };
    const auto repeats = of("repeatedShare", "end.repeats", "end.repeatsMany");
    return repeats ? repeats : of("testPerplexity", "end.perplexity", "end.perplexityMany");
}

} // namespace hareloom
