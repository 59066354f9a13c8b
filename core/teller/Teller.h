// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/FamilyTeller.h"
#include "core/teller/MarkTeller.h"
#include "core/teller/SpreadTeller.h"

#include <memory>
#include <optional>
#include <vector>

namespace hareloom {

/// Tells in true sentences what happens in one chain, as its generations come: the program's one way to say so, for
/// window, reports and command line. A run of a thousand generations is a handful of sentences, the most telling ones.
/// Costs about as much as reading a snapshot once. One thread; same generations, same sentences.
class Teller
{
public:
    static constexpr std::size_t kMostOfGeneration = 2; // that come to be known by one generation
    static constexpr std::size_t kMost = 15;            // of a chain, beside what is always told

    /// `run`: of the chain's variant, with its family.
    explicit Teller(ToldRunPtr run);

    /// The next generation of the chain: from 0 on, in order. Where one comes without its model, only what metrics show
    /// is told from then on, as nobody knows in which generation the rest happened. Returns what is new, also
    /// of some generations before, because what lasts is told when it has lasted.
    std::vector<Event> add(const GenerationPtr& generation);

    /// All of them, by generation.
    const std::vector<Event>& events() const { return m_events; }
    /// What happened, why, and what one might compare it with: at most one sentence each. Nothing before generation 1.
    std::vector<Event> summary() const;

    const ToldRun& run() const { return *m_run; }
    std::optional<CollapseMark> early() const { return m_marks.early(); }
    std::optional<CollapseMark> late() const { return m_marks.late(); }
    /// What a mark that stands says: its generation, its numbers, its threshold.
    std::optional<Event> earlyEvent() const;
    std::optional<Event> lateEvent() const;

private:
    void hear(const Generation& now, std::vector<Event>& told);
    void hearRest(const Generation& now, std::vector<Event>& told);
    void hearChange(const Generation& now, std::vector<Event>& told) const;
    void hearEnd(const Generation& now, std::vector<Event>& told);
    std::vector<Event> chosen(std::vector<Event> told);
    bool hasRoomFor(Weight weight) const;

    ToldRunPtr m_run;
    MarkTeller m_marks;
    SpreadTeller m_spread;
    std::unique_ptr<FamilyTeller> m_ofFamily; // may be null
    std::vector<Event> m_events;
    GenerationPtr m_first, m_last; // that were measured
    bool m_hasModels = true, m_hasEnded = false;
    int m_lastNews = 0, m_quiet = 0; // generation; how often quiet was told
};

/// The most telling ones, in their order.
std::vector<Event> mostTelling(std::vector<Event> events, std::size_t most);

} // namespace hareloom
