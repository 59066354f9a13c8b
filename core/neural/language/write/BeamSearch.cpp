// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/language/write/BeamSearch.h"

#include <algorithm>
#include <cmath>

namespace hareloom::neural {
namespace {

constexpr float kOutOfTheRun = -1e9F; // what the rules add to those that may not win

float lengthFactor(std::int64_t length, double penalty)
{
    return static_cast<float>(std::pow(static_cast<double>(length), penalty));
}

} // namespace

BeamSearch::BeamSearch(const GenerationConfig& config, std::span<const TokenId> prompt, TokenId eos)
    : m_config(config),
      m_eos(eos),
      m_promptLength(std::ssize(prompt)),
      m_length(m_promptLength),
      m_running(static_cast<std::size_t>(config.beams), {prompt.begin(), prompt.end()}),
      m_last(m_running),
      m_scores(m_running.size(), kOutOfTheRun),
      m_parents(m_running.size(), 0),
      m_finished(m_running.size(), {m_running.front(), kOutOfTheRun, false}),
      m_top(2 * config.beams)
{
    // All begin the same: one of them counts.
    m_scores.front() = 0;
}

void BeamSearch::advance(const std::vector<const float*>& rows, std::int64_t vocabulary)
{
    m_top.clear();
    for (std::size_t i = 0; i < rows.size(); ++i)
        m_top.offer(rows[i], vocabulary, m_scores[i], static_cast<std::int64_t>(i) * vocabulary);
    advance(m_top.entries(), vocabulary);
}

void BeamSearch::advance(std::span<const TopList::Entry> best, std::int64_t vocabulary)
{
    std::vector<Candidate> all;
    const bool isLast = m_length + 1 >= m_promptLength + m_config.maxNewTokens;
    for (const auto& [score, place] : best) {
        const auto token = static_cast<TokenId>(place % vocabulary);
        all.push_back({static_cast<int>(place / vocabulary), token, score, token == m_eos || isLast});
    }
    m_last.swap(m_running);
    keepRunning(all);
    keepFinished(all);
    ++m_length;
    judge(std::all_of(all.begin(), all.end(), [](const Candidate& c) { return c.ends; }));
}

void BeamSearch::keepRunning(const std::vector<Candidate>& all)
{
    std::vector<std::pair<float, const Candidate*>> order;
    for (const Candidate& c : all)
        order.emplace_back(c.score + (c.ends ? kOutOfTheRun : 0.0F), &c);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; i < m_running.size(); ++i) {
        const Candidate& c = *order[i].second;
        m_scores[i] = order[i].first;
        m_parents[i] = c.parent;
        m_running[i] = m_last[static_cast<std::size_t>(c.parent)];
        m_running[i].push_back(c.token);
    }
}

void BeamSearch::keepFinished(const std::vector<Candidate>& all)
{
    const float factor = lengthFactor(m_length + 1 - m_promptLength, m_config.lengthPenalty);
    const bool isFull = m_config.earlyStopping == EarlyStopping::Yes && allDone();
    struct Entry
    {
        float score;
        const Hypothesis* old;      // or
        const Candidate* candidate; // one of these
        bool isDone;
    };
    std::vector<Entry> entries;
    for (const Hypothesis& h : m_finished)
        entries.push_back({h.score, &h, nullptr, h.isDone});
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool counts = all[i].ends && i < m_running.size();
        float score = all[i].score / factor;
        for (const bool isOut : {isFull, !m_canImprove, !counts})
            score += isOut ? kOutOfTheRun : 0.0F;
        entries.push_back({score, nullptr, &all[i], counts});
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.score > b.score; });
    std::vector<Hypothesis> kept;
    for (std::size_t i = 0; i < m_finished.size(); ++i) {
        const Entry& e = entries[i];
        kept.push_back(
            {e.old ? e.old->text : m_last[static_cast<std::size_t>(e.candidate->parent)], e.score, e.isDone});
        if (!e.old)
            kept.back().text.push_back(e.candidate->token);
    }
    m_finished = std::move(kept);
}

bool BeamSearch::allDone() const
{
    return std::all_of(m_finished.begin(), m_finished.end(), [](const Hypothesis& h) { return h.isDone; });
}

void BeamSearch::judge(bool allEnd)
{
    const bool looksAhead = m_config.earlyStopping == EarlyStopping::Never && m_config.lengthPenalty > 0;
    const std::int64_t length = looksAhead ? m_config.maxNewTokens : m_length - m_promptLength;
    const float best = m_scores.front() / lengthFactor(length, m_config.lengthPenalty);
    float worst = m_finished.front().score;
    for (const Hypothesis& h : m_finished)
        worst = std::min(worst, h.score);
    const bool beatsOne = std::any_of(m_finished.begin(), m_finished.end(), [&](const Hypothesis& h) {
        return best > (h.isDone ? worst : kOutOfTheRun);
    });
    m_canImprove = m_canImprove && beatsOne;
    m_isOver = !m_canImprove || (allDone() && m_config.earlyStopping == EarlyStopping::Yes) || allEnd;
}

std::vector<GeneratedSequence> BeamSearch::results() const
{
    std::vector<GeneratedSequence> best;
    for (std::int64_t i = 0; i < m_config.returnSequences; ++i) {
        const Hypothesis& h = m_finished[static_cast<std::size_t>(i)];
        best.push_back({{h.text.begin() + m_promptLength, h.text.end()}, h.score});
    }
    return best;
}

} // namespace hareloom::neural
