// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Story.h"

#include "core/base/Text.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <set>

namespace hareloom::cli {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMostOfSeveral = 5; // events of each of several variants

/// A reason that holds for several events stands once.
void printEvents(std::ostream& out, const std::vector<Event>& events)
{
    std::set<std::string> reasons;
    for (const Event& event : events) {
        out << "  " << sentenceOf(event);
        if (const std::string why = reasonOf(event); !why.empty() && reasons.insert(why).second)
            out << ' ' << why;
        out << '\n';
    }
}

void printSummary(std::ostream& out, const std::vector<Event>& summary)
{
    const char* separator = "  In short: ";
    for (const Event& event : summary) {
        out << separator << sentenceOf(event);
        separator = " ";
    }
    if (!summary.empty())
        out << '\n';
}

Json valueOf(const Argument& argument)
{
    if (const auto* count = std::get_if<std::int64_t>(&argument))
        return *count;
    if (const auto* number = std::get_if<double>(&argument))
        return std::isfinite(*number) ? Json(*number) : Json();
    return std::get<std::string>(argument);
}

Json eventJson(const Event& event)
{
    Json values = Json::object();
    for (const auto& [name, argument] : event.arguments)
        if (name != "generation")
            values[std::string(name)] = valueOf(argument);
    return {{"chain", event.chain},
            {"generation", event.generation},
            {"event", event.key},
            {"sentence", sentenceOf(event)},
            {"because", reasonOf(event)},
            {"metric", event.metric},
            {"values", values}};
}

} // namespace

Result<void> tellSession(RunTeller& teller, const Session& session)
{
    const auto lengths = session.chainLengths();
    if (!lengths)
        return lengths.error();
    return session.forEach(
        [&teller](const GenerationPtr& generation) {
            teller.add(generation);
            return Result<void>();
        },
        [&](ChainIndex chain, int index) {
            const bool isToldOf = chain % teller.chains() == 0;
            const bool isEnd = index == 0 || index == (*lengths)[static_cast<std::size_t>(chain)] - 1;
            return isToldOf || isEnd ? Detail::Model : Detail::Metrics;
        });
}

void printStory(std::ostream& out, const Teller& teller)
{
    const auto summary = teller.summary();
    if (teller.events().empty() && summary.empty())
        return;
    out << "What happened\n";
    printEvents(out, teller.events());
    printSummary(out, summary);
}

void printStory(std::ostream& out, const RunTeller& teller)
{
    const char* separator = "\n";
    for (std::size_t v = 0; v < teller.variants(); ++v) {
        const auto summary = teller.summary(v);
        if (teller.of(v).events().empty() && summary.empty())
            continue;
        out << separator << "What happened";
        separator = "";
        const std::string& title = teller.of(v).run().experiment.title;
        if (teller.variants() > 1 && !title.empty())
            out << ": " << printable(title);
        const auto chain = static_cast<std::int64_t>(v) * teller.chains();
        if (teller.chains() > 1)
            out << " (events of chain " << chain << ")";
        out << '\n';
        printEvents(out, teller.variants() > 1 ? mostTelling(teller.of(v).events(), kMostOfSeveral)
                                               : teller.of(v).events());
        printSummary(out, summary);
    }
    if (const auto answer = teller.contrast()) {
        const std::string why = reasonOf(*answer);
        out << "Side by side\n  " << printable(sentenceOf(*answer) + (why.empty() ? "" : ' ' + why)) << '\n';
    }
}

Json eventsJson(const Teller& teller)
{
    Json events = Json::array();
    for (const Event& event : teller.events())
        events.push_back(eventJson(event));
    return events;
}

Json eventsJson(const RunTeller& teller)
{
    Json events = Json::array();
    for (std::size_t v = 0; v < teller.variants(); ++v)
        for (Json& event : eventsJson(teller.of(v)))
            events.push_back(std::move(event));
    return events;
}

Json summaryJson(const RunTeller& teller)
{
    Json summaries = Json::array();
    for (std::size_t v = 0; v < teller.variants(); ++v) {
        Json sentences = Json::array();
        for (const Event& event : teller.summary(v))
            sentences.push_back(sentenceOf(event));
        summaries.push_back({{"variant", teller.of(v).run().experiment.title}, {"sentences", sentences}});
    }
    return summaries;
}

} // namespace hareloom::cli
