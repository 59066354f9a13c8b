// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ReadJson.h"
#include "core/recipe/Families.h"
#include "core/store/ChainTables.h"
#include "core/store/Export.h"
#include "core/store/GenerationBlock.h"
#include "core/store/Session.h"
#include "tests/fuzz/targets/Targets.h"

#include <nlohmann/json.hpp>

#include <algorithm>
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

// Generations as a session packs them: the family's name, a line end, a block's body.
void block(Input input)
{
    static const MetricTable names = [] {
        MetricTable table;
        for (const std::string_view name : {"variance", "mean[0]", "survivingStates", "tailMass", "logVariance"})
            (void)table.idOf(MetricName(std::string(name)));
        return table;
    }();
    const auto end = std::find(input.begin(), input.end(), std::uint8_t{'\n'});
    const Family* family = findFamily(std::string(input.begin(), end));
    if (!family || end == input.end())
        return;
    BlockReader reader(input.subspan(static_cast<std::size_t>(end - input.begin()) + 1), names, *family);
    Generation generation;
    while (!reader.isAtEnd()) {
        const auto extras = reader.next(generation, true);
        if (!extras)
            return requireSentence(extras.error());
        ++generation.index;
        if (!generation.snapshot)
            continue;
        PackedWriter again;
        packSnapshot(*generation.snapshot, again);
        require(unpackSnapshot(again.bytes(), *family).ok(), "what is packed can be read");
    }
}

// A generation's model as older sessions and a file of its own keep it: CBOR.
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
