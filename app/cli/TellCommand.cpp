// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ExitStatus.h"
#include "app/cli/Story.h"
#include "core/base/WriteJson.h"
#include "core/recipe/Variants.h"
#include "core/store/Session.h"
#include "core/teller/ToldRunOf.h"
#include "core/training/OpenSource.h"
#include "core/training/SourceRecord.h"

#include <nlohmann/json.hpp>

namespace hareloom::cli {

namespace {

/// What the session remembers of its data; else what they are found to be now, or nothing.
std::vector<std::string> namesOf(const Session& session, const std::vector<Experiment>& variants,
                                 std::size_t v)
{
    if (v < session.sources().size())
        if (const auto remembered = hareloom::namesOf(session.sources()[v]))
            return namesIn(*remembered);
    const auto source = openSource(variants[v]);
    return source ? namesIn(**source) : std::vector<std::string>();
}

Result<Teller> tellerOf(const TellArguments& arguments, const Session& session)
{
    const auto variants = expandVariants(session.experiment());
    if (!variants)
        return variants.error();
    const std::int64_t chains = std::max<std::int64_t>(1, session.experiment().chains);
    const std::int64_t all = chains * std::ssize(*variants);
    if (arguments.chain < 0 || arguments.chain >= all)
        return invalidInput("--chain " + std::to_string(arguments.chain) + ": the session has chains 0 to " +
                            std::to_string(all - 1) + ".");
    const auto v = static_cast<std::size_t>(arguments.chain / chains);
    const Experiment& variant = (*variants)[v];
    Teller teller(toldRunOf(variant, namesOf(session, *variants, v), variants->size() > 1));
    const auto read = session.forEach(
        [&](const GenerationPtr& generation) {
            if (generation->chain == arguments.chain)
                teller.add(generation);
            return Result<void>();
        },
        [&](ChainIndex chain, int) { return chain == arguments.chain ? Detail::Model : Detail::Metrics; });
    if (!read)
        return read.error();
    return teller;
}

} // namespace

int execute(const TellArguments& arguments, Console& console)
{
    const Result<std::unique_ptr<Session>> session = Session::openReadOnly(arguments.session);
    if (!session)
        return fail(console, session.error());
    const Result<Teller> teller = tellerOf(arguments, **session);
    if (!teller)
        return fail(console, teller.error());
    if (!arguments.json) {
        printStory(console.out, *teller);
        return kDone;
    }
    nlohmann::ordered_json summary = nlohmann::ordered_json::array();
    for (const Event& event : teller->summary())
        summary.push_back(sentenceOf(event));
    console.data << jsonText(nlohmann::ordered_json({{"events", eventsJson(*teller)}, {"summary", summary}}),
                             2)
                 << "\n";
    return kDone;
}

} // namespace hareloom::cli
