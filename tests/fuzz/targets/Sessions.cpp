// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ReadJson.h"
#include "core/recipe/Families.h"
#include "core/store/ChainTables.h"
#include "core/store/Export.h"
#include "core/store/Session.h"
#include "tests/fuzz/targets/Targets.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <sstream>

namespace hareloom::fuzz {

namespace {

void readAll(const Session& session)
{
    if (const auto problems = session.verify(); !problems)
        requireSentence(problems.error());
    const auto generations = session.generations();
    if (!generations)
        return requireSentence(generations.error());
    std::ostringstream values, tables;
    (void)writeMetricsJson(values, *generations, {}, chainNames(session.experiment()));
    require(nlohmann::json::accept(values.str()), "metrics as JSON are JSON");
    auto overChains = ChainTables::of(session.experiment(), {});
    if (!overChains)
        return requireSentence(overChains.error());
    for (const GenerationPtr& generation : *generations)
        overChains->add(*generation);
    (void)overChains->writeMarks(tables, TableFormat::Json);
    require(nlohmann::json::accept(tables.str()), "tables as JSON are JSON");
}

} // namespace

void session(Input input)
{
    static const InputFolder folder;
    const std::string path = folder.write("fuzz.hareloom", input);
    const auto session = Session::openReadOnly(path);
    if (session)
        readAll(**session);
    else
        requireSentence(session.error());
}

// A generation's model as a session keeps it: CBOR.
void snapshot(Input input)
{
    const auto read = readCbor(input);
    if (!read)
        return requireSentence(read.error());
    const auto snapshot = snapshotFromJson(*read);
    if (!snapshot)
        return requireSentence(snapshot.error());
    require(snapshotFromJson(toJson(**snapshot)).ok(), "what is written can be read");
}

} // namespace hareloom::fuzz
