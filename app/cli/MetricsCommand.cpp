// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ExitStatus.h"
#include "core/base/Text.h"
#include "core/base/WriteJson.h"
#include "core/store/About.h"
#include "core/store/ChainTables.h"
#include "core/store/Export.h"
#include "core/store/MetricsStream.h"
#include "core/store/Session.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>

namespace hareloom::cli {

namespace {

/// Errors: InvalidInput when a wanted metric is not in the session, naming those that are.
Result<void> checkNames(const MetricsArguments& arguments, const Session& session)
{
    const std::vector<std::string> names = session.metricNames();
    for (const std::string& wanted : arguments.metrics)
        if (std::none_of(names.begin(), names.end(),
                         [&](const std::string& name) { return isMetric(name, wanted); }))
            return invalidInput(arguments.session + ": the session has no metric '" + wanted + "'; it has " +
                                (names.empty() ? "none yet" : joined(names)) + ".");
    return {};
}

/// Hands over every generation with its metrics alone, one at a time.
Result<void> readMetrics(const Session& session, const std::function<Result<void>(const Generation&)>& take)
{
    return session.forEach([&take](const GenerationPtr& generation) { return take(*generation); },
                           [](ChainIndex, int) { return Detail::Metrics; });
}

Result<void> writeValues(const MetricsArguments& arguments, const Session& session, std::ostream& out)
{
    MetricsStream stream(out, arguments.format == "json" ? MetricsFormat::Json : MetricsFormat::Csv,
                         arguments.metrics, chainNames(session.experiment()));
    return stream.begin()
        .and_then([&] { return readMetrics(session, [&](const Generation& g) { return stream.add(g); }); })
        .and_then([&] { return stream.end(); });
}

Result<void> writeOverChains(const MetricsArguments& arguments, const Session& session, std::ostream& out)
{
    Result<ChainTables> tables = ChainTables::of(session.experiment(), arguments.metrics);
    if (!tables)
        return tables.error();
    const auto add = [&](const Generation& generation) {
        tables->add(generation);
        return Result<void>();
    };
    if (Result<void> read = readMetrics(session, add); !read)
        return read;
    const TableFormat format = arguments.format == "json" ? TableFormat::Json : TableFormat::Csv;
    if (arguments.table == "differences")
        return tables->writeDifferences(out, format);
    return arguments.table == "marks" ? tables->writeMarks(out, format) : tables->writeSummary(out, format);
}

/// The table, and what --header puts around it: comment lines above CSV, an object around JSON's array.
Result<void> writeTable(const MetricsArguments& arguments, const Session& session, std::ostream& out)
{
    const bool isObject = arguments.header && arguments.format == "json";
    if (isObject)
        out << "{\"about\": "
            << jsonText(aboutOf(session))
            << ",\n\"rows\": ";
    else if (arguments.header)
        writeAboutLines(out, session);
    Result<void> written = arguments.table == "values" ? writeValues(arguments, session, out)
                                                       : writeOverChains(arguments, session, out);
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
    if (Result<void> known = checkNames(arguments, **session); !known)
        return fail(console, known.error());
    // A stream that takes no more is told of once, at the end of the program.
    if (Result<void> written = writeTable(arguments, **session, console.data); !written && console.data)
        return fail(console, written.error());
    return kDone;
}

} // namespace hareloom::cli
