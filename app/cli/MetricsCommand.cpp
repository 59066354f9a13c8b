// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ExitStatus.h"
#include "core/base/Text.h"
#include "core/store/About.h"
#include "core/store/ChainTables.h"
#include "core/store/Export.h"
#include "core/store/Session.h"

#include <nlohmann/json.hpp>

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

Result<void> writeValues(const MetricsArguments& arguments, const Session& session,
                         std::span<const GenerationPtr> generations, std::ostream& out)
{
    const auto write = arguments.format == "json" ? writeMetricsJson : writeMetricsCsv;
    return write(out, generations, arguments.metrics, chainNames(session.experiment()));
}

Result<void> writeOverChains(const MetricsArguments& arguments, const Session& session,
                             std::span<const GenerationPtr> generations, std::ostream& out)
{
    Result<ChainTables> tables = ChainTables::of(session.experiment(), arguments.metrics);
    if (!tables)
        return tables.error();
    for (const GenerationPtr& generation : generations)
        tables->add(*generation);
    const TableFormat format = arguments.format == "json" ? TableFormat::Json : TableFormat::Csv;
    return arguments.table == "marks" ? tables->writeMarks(out, format) : tables->writeSummary(out, format);
}

/// The table, and what --header puts around it: comment lines above CSV, an object around JSON's array.
Result<void> writeTable(const MetricsArguments& arguments, const Session& session,
                        std::span<const GenerationPtr> generations, std::ostream& out)
{
    const bool isObject = arguments.header && arguments.format == "json";
    if (isObject)
        out << "{\"about\": "
            << aboutOf(session).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
            << ",\n\"rows\": ";
    else if (arguments.header)
        writeAboutLines(out, session);
    Result<void> written = arguments.table == "values" ? writeValues(arguments, session, generations, out)
                                                       : writeOverChains(arguments, session, generations, out);
    if (isObject)
        out << "}\n";
    return written;
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
    // A stream that takes no more is told of once, at the end of the program.
    if (Result<void> written = writeTable(arguments, **session, *generations, console.data);
        !written && console.data)
        return fail(console, written.error());
    return kDone;
}

} // namespace hareloom::cli
