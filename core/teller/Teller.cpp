// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/teller/Teller.h"

#include "core/teller/Summary.h"

#include <algorithm>

namespace hareloom {
namespace {

constexpr std::size_t kMostLow = 6, kMostMiddle = 11; // told so far, for one of that weight to be told
constexpr int kLeastQuiet = 50, kMostQuiet = 2;
constexpr int kQuietShare = 4; // a quarter of the run is long

bool comesBefore(const Event& a, const Event& b)
{
    return a.generation < b.generation;
}

} // namespace

Teller::Teller(ToldRunPtr run) : m_run(std::move(run)), m_marks(m_run), m_spread(m_run)
{
    if (m_run->family->teller)
        m_ofFamily = m_run->family->teller(m_run);
}

std::vector<Event> Teller::add(const GenerationPtr& generation)
{
    if (!generation || (m_last && generation->index <= m_last->index))
        return {};
    std::vector<Event> told;
    hear(*generation, told);
    if (!m_first)
        m_first = generation;
    if (generation->note.empty())
        m_last = generation;
    return chosen(std::move(told));
}

void Teller::hear(const Generation& now, std::vector<Event>& told)
{
    const bool isNext = m_last ? now.index == m_last->index + 1 : now.index == 0;
    m_hasModels = m_hasModels && isNext && (now.snapshot || !now.note.empty());
    m_marks.hear(now, told);
    if (m_hasModels && now.note.empty()) {
        m_spread.hear(now, told);
        if (m_ofFamily)
            m_ofFamily->hear(now, told);
    }
    hearChange(now, told);
    hearEnd(now, told);
    for (const Event& event : told)
        m_lastNews = std::max(m_lastNews, event.generation);
    if (told.empty())
        hearRest(now, told);
}

void Teller::hearChange(const Generation& now, std::vector<Event>& told) const
{
    for (const ToldChange& change : m_run->changes)
        if (change.at == now.index)
            told.push_back({now.chain,
                            now.index,
                            "changed",
                            {},
                            {{"generation", std::int64_t(now.index)}, {"what", change.what}},
                            {},
                            Weight::Most});
}

void Teller::hearEnd(const Generation& now, std::vector<Event>& told)
{
    m_hasEnded = m_hasEnded || std::any_of(told.begin(), told.end(),
                                           [](const Event& event) { return event.isEnd; });
    if (now.note.empty())
        return;
    m_hasEnded = true;
    std::string why = now.note; // the sentence ends it
    while (why.ends_with('.'))
        why.pop_back();
    told.push_back({now.chain, now.index, "ended", {},
                    {{"generation", std::int64_t(now.index)}, {"why", std::move(why)}}, {}, Weight::Most, true});
}

// What lasts is told a few generations late, so the newest ones are not yet called quiet.
void Teller::hearRest(const Generation& now, std::vector<Event>& told)
{
    const int sure = now.index - CollapseCriteria().persistence;
    const int quarter = static_cast<int>(std::min<std::int64_t>(m_run->experiment.generations / kQuietShare, 1 << 20));
    const int wanted = std::max(kLeastQuiet, quarter) << m_quiet;
    if (m_hasEnded || m_quiet >= kMostQuiet || sure - m_lastNews < wanted)
        return;
    ++m_quiet;
    told.push_back({now.chain, sure, "quiet", {},
                    {{"from", std::int64_t(m_lastNews + 1)}, {"generation", std::int64_t(sure)}}, {}, Weight::Low});
    m_lastNews = sure;
}

bool Teller::hasRoomFor(Weight weight) const
{
    switch (weight) {
    case Weight::Low:
        return m_events.size() < kMostLow;
    case Weight::Middle:
        return m_events.size() < kMostMiddle;
    case Weight::High:
        return m_events.size() < kMost;
    case Weight::Most:
        break;
    }
    return true;
}

std::vector<Event> Teller::chosen(std::vector<Event> told)
{
    std::stable_sort(told.begin(), told.end(),
                     [](const Event& a, const Event& b) { return a.weight > b.weight; });
    if (told.size() > kMostOfGeneration)
        told.resize(kMostOfGeneration);
    std::erase_if(told, [this](const Event& event) { return !hasRoomFor(event.weight); });
    std::stable_sort(told.begin(), told.end(), comesBefore);
    for (const Event& event : told)
        m_events.insert(std::upper_bound(m_events.begin(), m_events.end(), event, comesBefore), event);
    return told;
}

std::optional<Event> Teller::earlyEvent() const
{
    return early() ? std::optional(m_marks.eventOf(*m_last, *early(), true)) : std::nullopt;
}

std::optional<Event> Teller::lateEvent() const
{
    return late() ? std::optional(m_marks.eventOf(*m_last, *late(), false)) : std::nullopt;
}

std::vector<Event> mostTelling(std::vector<Event> events, std::size_t most)
{
    std::stable_sort(events.begin(), events.end(),
                     [](const Event& a, const Event& b) { return a.weight > b.weight; });
    events.resize(std::min(events.size(), most));
    std::stable_sort(events.begin(), events.end(), comesBefore);
    return events;
}

std::vector<Event> Teller::summary() const
{
    if (!m_last || m_last->index < 1)
        return {};
    const std::string lost = m_ofFamily && m_hasModels ? m_ofFamily->lostInOrder() : std::string();
    return summaryOf(*m_run, {{m_first, m_last}}, lost);
}

} // namespace hareloom
