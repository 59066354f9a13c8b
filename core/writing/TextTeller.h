// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/FamilyTeller.h"

#include <array>

namespace hareloom {

/// When an answer begins to go in circles, which kinds of topics nobody writes of any more, and how many tokens have
/// gone. Reads texts and metrics: what was not measured is not told.
class TextTeller final : public FamilyTeller
{
public:
    /// A phrase loops that stands this often in one answer.
    static constexpr int kLoop = 3;

    explicit TextTeller(ToldRunPtr run) : m_run(std::move(run)) {}

    void hear(const Generation& now, std::vector<Event>& told) override;
    std::string lostInOrder() const override;

private:
    void hearAnswers(const Generation& now, std::vector<Event>& told);
    void hearTopics(const Generation& now, std::vector<Event>& told);
    void hearTokens(const Generation& now, std::vector<Event>& told);

    ToldRunPtr m_run;
    bool m_isFirst = true, m_hasLooped = false;
    std::vector<double> m_topics; // shares in generation 0, by kind
    std::vector<std::int64_t> m_order;
    double m_tokens = 0; // that generation 0 wrote
    std::size_t m_milestone = 0;
};

/// The phrase that stands most often in a text, as it is written the first time, and how often. Empty where none of
/// four words or more is repeated.
struct LoopingPhrase
{
    std::string phrase;
    int count = 0;
};
LoopingPhrase mostRepeated(std::string_view text);

std::optional<Outcome> textOutcome(const ToldRun& run, const Generation& first, const Generation& last);

} // namespace hareloom
