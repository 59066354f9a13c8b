// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Variants.h"
#include "core/store/ForksText.h"
#include "core/store/Recorded.h"
#include "core/store/SessionImpl.h"
#include "core/store/SourcesText.h"

#include <string>

namespace hareloom {

namespace {

/// The chains of a variant lie together: with more of each, those of the second variant and later get other
/// numbers. By way of negative numbers, because some of the new ones are old ones of others.
std::string renumbering(std::int64_t variants, std::int64_t before, std::int64_t now)
{
    std::string sql;
    for (std::int64_t v = 1; v < variants; ++v) {
        const std::string first = std::to_string(v * before), end = std::to_string((v + 1) * before),
                          shift = std::to_string(v * (now - before));
        sql += "UPDATE blocks SET place = -(place + (" + shift + " << 32)) - 1 WHERE place >= (" + first +
               " << 32) AND place < (" + end + " << 32); UPDATE lastSnapshots SET chain = -(chain + " +
               shift + ") - 1 WHERE chain >= " + first + " AND chain < " + end + ";";
    }
    return sql + "UPDATE blocks SET place = -place - 1 WHERE place < 0; "
                 "UPDATE lastSnapshots SET chain = -chain - 1 WHERE chain < 0;";
}

Error tooFew(const char* what, std::int64_t has, std::int64_t asked)
{
    return invalidInput(std::string("--") + what + " " + std::to_string(asked) +
                        ": the session's experiment has " + std::to_string(has) +
                        " already; a session can only be extended. Run the experiment anew "
                        "with another --out for fewer.");
}

} // namespace

Result<void> Session::extend(std::int64_t generations, std::int64_t chains)
{
    const Experiment& before = m_impl->m_experiment;
    if (generations < before.generations)
        return tooFew("generations", before.generations, generations);
    if (chains < before.chains)
        return tooFew("chains", before.chains, chains);
    const auto variants = static_cast<std::int64_t>(before.variants.size());
    Experiment longer = before;
    longer.generations = generations;
    longer.chains = chains;
    if (const auto valid = expandVariants(longer); !valid)
        return valid.error();
    if (toText(longer) == toText(before))
        return {};
    return m_impl->replaceExperiment(longer, m_impl->m_plan.forks(),
                                     renumbering(variants, before.chains, chains));
}

Result<void> Session::addBranch(std::size_t from, const SettingsChange& change, const std::string& title)
{
    if (!m_impl->m_writer)
        return invalidInput(path() + ": the session was opened for reading only.");
    const auto wider = withBranch(m_impl->m_experiment, from, change, title);
    if (!wider)
        return wider.error();
    const auto variants = expandVariants(*wider);
    if (!variants)
        return variants.error();
    Forks forks = m_impl->m_plan.forks(); // what is there stays as it is kept
    forks.push_back(forksOf(*variants).back());
    std::vector<SourceRecord> sources = m_impl->m_sources;
    if (Result<void> done = m_impl->replaceExperiment(*wider, forks, {}); !done || sources.empty())
        return done;
    sources.push_back(sources.at(forks.back()->from));
    m_impl->m_sources = sources;
    return m_impl->putMeta("sources", textOfSources(sources));
}

Result<void> Session::Impl::writeWhatIsNew(std::string_view key, const std::string& text,
                                           std::uint32_t version)
{
    if (text.empty())
        return {};
    const std::string sql = "PRAGMA user_version = " + std::to_string(version);
    return writeMetaRow(key, text).and_then([&] { return m_database->execute(sql.c_str()); });
}

Result<void> Session::Impl::replaceExperiment(const Experiment& experiment, const Forks& forks,
                                              const std::string& sql)
{
    WeightNumbers weights = m_plan.weightNumbers();
    if (m_plan.isOfNetworks())
        weights.grow(m_plan.shape(), {std::max<std::int64_t>(1, std::ssize(experiment.variants)),
                                      std::max<std::int64_t>(1, experiment.chains)});
    Result<void> done =
        commit()
            .and_then([this] { return m_database->execute("BEGIN IMMEDIATE"); })
            .and_then([&] { return m_database->execute(sql.c_str()); })
            .and_then([&] { return writeMetaRow("experiment", toText(experiment)); })
            .and_then([&] { return writeWhatIsNew("branches", textOfForks(forks), kBranchedVersion); })
            .and_then([&] { return writeWhatIsNew("weightNumbers", weights.text(), kRenumberedVersion); })
            .and_then([this] { return m_database->execute("COMMIT"); });
    if (!done) {
        m_database->rollBack();
        return done;
    }
    const std::string folder = m_experiment.baseFolder;
    m_experiment = experiment;
    m_experiment.baseFolder = folder;
    m_younger.clear(); // every setting is written now
    m_plan = ChainPlan(m_experiment, m_plan.snapshotEvery(), forks, std::move(weights));
    m_checkpoints.emplace(m_path, m_plan);
    if (!m_sources.empty() && m_sources.size() != m_plan.variants().size())
        m_sources.clear();
    return makeWriter();
}

} // namespace hareloom
