// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Session.h"
#include "core/store/SessionImpl.h"

#include <algorithm>

namespace hareloom {

namespace {

/// The links of one session against its experiment, told as problems.
class Check
{
public:
    Check(const Experiment& experiment, std::vector<std::string>& problems)
        : m_experiment(experiment), m_problems(problems)
    {
    }

    void chains(const std::vector<GenerationPtr>& generations)
    {
        const Generation* first = nullptr;
        int expected = 0;
        for (std::size_t i = 0; i < generations.size(); ++i) {
            const Generation& generation = *generations[i];
            if (!first || first->chain != generation.chain) {
                first = &generation;
                expected = 0;
            }
            const bool isLast = i + 1 == generations.size() || generations[i + 1]->chain != generation.chain;
            place(generation, expected);
            weights(generation, isLast);
            seed(generation);
            metrics(generation, *first);
            expected = generation.index + 1;
        }
    }

private:
    void problem(const Generation& g, const std::string& what)
    {
        m_problems.push_back("chain " + std::to_string(g.chain) + ", generation " + std::to_string(g.index) +
                             ": " + what);
    }

    void place(const Generation& g, int expected)
    {
        const auto variants =
            static_cast<std::int64_t>(std::max<std::size_t>(1, m_experiment.variants.size()));
        if (g.chain < 0 || g.chain >= variants * m_experiment.chains)
            problem(g,
                    "the experiment has only " + std::to_string(variants * m_experiment.chains) + " chains");
        if (g.index != expected)
            problem(g, "generation " + std::to_string(expected) + " is missing before it");
    }

    // Without generation 0's a chain cannot be measured, without the last it cannot go on.
    void weights(const Generation& g, bool isLast)
    {
        if (g.snapshot && !g.snapshot->isComplete() && (g.index == 0 || isLast))
            problem(g, "its weights are missing beside the session");
    }

    void seed(const Generation& g)
    {
        const auto replicate = static_cast<std::uint64_t>(g.chain % m_experiment.chains);
        const Seed derived =
            deriveSeed(m_experiment.seed, replicate, static_cast<std::uint64_t>(g.index), Purpose::Sample);
        if (g.seed != derived)
            problem(g, "its seed does not follow from the experiment's");
    }

    void metrics(const Generation& g, const Generation& first)
    {
        // A model that collapsed beyond fitting has a note instead.
        if (!g.note.empty())
            return;
        if (g.metrics.empty())
            problem(g, "it has no metrics");
        for (const MetricValue& expected : first.metrics) {
            // Names are shared by all generations that are read together.
            const auto same = [&](const MetricValue& m) { return m.name == expected.name; };
            if (std::none_of(g.metrics.begin(), g.metrics.end(), same))
                problem(g, "the metric " + *expected.name + " is missing");
        }
    }

    const Experiment& m_experiment;
    std::vector<std::string>& m_problems;
};

/// SQLite's own check of the file's pages and indexes; its complaints, or none.
Result<void> checkPages(const Database& database, std::vector<std::string>& problems)
{
    return database.forEachRow("PRAGMA integrity_check(20)", [&problems](const Statement& row) {
        if (row.text(0) != "ok")
            problems.push_back("the file is damaged: " + row.text(0));
    });
}

/// Metrics of generations that are not there.
Result<void> checkOrphans(const Database& database, std::vector<std::string>& problems)
{
    const Result<std::int64_t> orphans =
        database.integer("SELECT count(*) FROM metrics m WHERE NOT EXISTS (SELECT 1 FROM generations g WHERE "
                         "g.chain = m.chain AND g.idx = m.idx)"
                         " OR NOT EXISTS (SELECT 1 FROM metricNames n WHERE n.id = m.name)");
    if (!orphans)
        return orphans.error();
    if (*orphans > 0)
        problems.push_back(std::to_string(*orphans) +
                           " metric values belong to no generation or have no name");
    return {};
}

void shorten(std::vector<std::string>& problems)
{
    const auto most = static_cast<std::size_t>(Session::kMaxProblems);
    if (problems.size() <= most)
        return;
    const std::string rest = "... and " + std::to_string(problems.size() - most) + " more problems";
    problems.resize(most);
    problems.push_back(rest);
}

} // namespace

Result<std::vector<std::string>> Session::verify() const
{
    std::vector<std::string> problems;
    // A damaged file fails the very reading: that is a finding here, not an error.
    const auto note = [&problems](const Error& error) { problems.push_back(error.message); };
    if (Result<void> done = checkPages(*m_impl->m_database, problems); !done)
        note(done.error());
    if (Result<void> done = checkOrphans(*m_impl->m_database, problems); !done)
        note(done.error());
    Result<std::vector<GenerationPtr>> generations = m_impl->read(std::nullopt, &problems);
    if (generations)
        Check(m_impl->m_experiment, problems).chains(*generations);
    else
        note(generations.error());
    shorten(problems);
    return problems;
}

} // namespace hareloom
