// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ExitStatus.h"
#include "core/base/Text.h"
#include "core/store/Export.h"
#include "core/store/Session.h"

#include <algorithm>

namespace hareloom::cli {

namespace {

/// Errors: InvalidInput when a wanted metric is not in the session, naming those that are.
Result<void> checkNames(const MetricsArguments& arguments, std::span<const GenerationPtr> generations)
{
    const std::vector<std::string> names = metricNames(generations);
    for (const std::string& wanted : arguments.metrics)
        if (std::none_of(names.begin(), names.end(),
                         [&](const std::string& name) { return isMetric(name, wanted); }))
            return invalidInput(arguments.session + ": the session has no metric '" + wanted + "'; it has " +
                                (names.empty() ? "none yet" : joined(names)) + ".");
    return {};
}

} // namespace

int execute(const MetricsArguments& arguments, Console& console)
{
    const Result<std::unique_ptr<Session>> session = Session::openReadOnly(arguments.session);
    if (!session)
        return fail(console, session.error());
    const Result<std::vector<GenerationPtr>> generations = (*session)->generations();
    if (!generations)
        return fail(console, generations.error());
    if (Result<void> known = checkNames(arguments, *generations); !known)
        return fail(console, known.error());
    const auto write = arguments.format == "json" ? writeMetricsJson : writeMetricsCsv;
    // A stream that takes no more is told of once, at the end of the program.
    if (Result<void> written =
            write(console.data, *generations, arguments.metrics, chainNames((*session)->experiment()));
        !written && console.data)
        return fail(console, written.error());
    return kDone;
}

} // namespace hareloom::cli
