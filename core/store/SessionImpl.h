// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Checkpoints.h"
#include "core/store/Database.h"
#include "core/store/Session.h"

#include <map>
#include <optional>
#include <unordered_map>

namespace hareloom {

/// What a Session keeps; private to core/store.
class Session::Impl
{
public:
    Impl(std::string path, std::unique_ptr<Database> database, bool readOnly)
        : m_path(std::move(path)), m_database(std::move(database)), m_readOnly(readOnly)
    {
    }
    ~Impl();

    Result<void> prepare();
    Result<void> append(const Generation& generation);
    Result<void> commit();
    /// In the order of (chain, index); all, or one. With `problems`, a damaged snapshot is reported there and
    /// left out instead of ending the reading.
    Result<std::vector<GenerationPtr>> read(std::optional<std::pair<ChainIndex, int>> only = std::nullopt,
                                            std::vector<std::string>* problems = nullptr);
    Error noSuchGeneration(ChainIndex chain, int index);

    std::string m_path;
    std::unique_ptr<Database> m_database; // before the statements: they end first
    bool m_readOnly;
    Experiment m_experiment;
    Provenance m_provenance;
    std::optional<Checkpoints> m_checkpoints; // from prepare() on

private:
    Result<void> readMeta();
    Result<void> readNames();
    Result<void> begin();
    Result<std::int64_t> nameId(const std::string& name);
    Result<void> insert(const Generation& generation);
    Result<void> insertMetrics(const Generation& generation);
    Error undo(const Error& cause);
    Result<std::vector<GenerationPtr>> readRows(Statement& rows, Statement& metrics,
                                                std::vector<std::string>* problems);
    Result<void> readMetrics(Statement& metrics, Generation& generation, bool& hasRow);

    std::optional<Statement> m_insertGeneration, m_insertMetric, m_insertName;
    std::unordered_map<std::string, std::int64_t> m_nameIds;
    std::map<std::int64_t, MetricName> m_names;
};

} // namespace hareloom
