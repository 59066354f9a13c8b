// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Checkpoints.h"
#include "core/store/Database.h"
#include "core/store/Session.h"
#include "core/store/SessionFormat.h"
#include "core/store/SessionWriter.h"
#include "core/store/WholeChains.h"
#include "core/store/WriterLock.h"

#include <optional>

namespace hareloom {

/// What a Session keeps; private to core/store.
class Session::Impl
{
public:
    /// Without a lock, for reading only.
    Impl(std::string path, SessionDatabase opened, std::optional<WriterLock> lock)
        : m_path(std::move(path)),
          m_lock(std::move(lock)),
          m_database(std::move(opened.database)),
          m_version(opened.version)
    {
    }
    ~Impl();

    Result<void> prepare();
    Result<void> commit();
    /// Writes a row of `meta`. Errors: System.
    Result<void> putMeta(std::string_view key, std::string_view value);

    /// Runs `sql` and writes the experiment and its branches in one step, and goes on with them.
    Result<void> replaceExperiment(const Experiment& experiment, const Forks& forks, const std::string& sql);

    Result<std::vector<int>> lengths() const;
    /// Whole chains: a branch has what it shares, too. `only`: just this one.
    Result<std::unique_ptr<StoredLinks>> links(WantedDetail wanted,
                                               std::optional<std::pair<ChainIndex, int>> only = std::nullopt);
    /// Each generation once, under the chain that keeps it.
    Result<std::unique_ptr<StoredLinks>> keptLinks(WantedDetail wanted,
                                                   std::optional<LinkRange> only = std::nullopt);
    /// A link's generation, with its weights where they are wanted; its problem as an error.
    Result<GenerationPtr> complete(StoredLink link, Detail detail) const;
    Error noSuchGeneration(ChainIndex chain, int index);

    std::string m_path;
    std::optional<WriterLock> m_lock;     // before the database, which is closed first
    std::unique_ptr<Database> m_database; // before all statements: they end first
    std::uint32_t m_version;
    Experiment m_experiment;
    std::vector<std::string> m_younger; // settings that the recorded experiment lacks
    Provenance m_provenance;
    std::vector<SourceRecord> m_sources;
    ChainPlan m_plan;
    MetricTable m_metrics;
    std::optional<Checkpoints> m_checkpoints; // from prepare() on
    std::unique_ptr<SessionWriter> m_writer;  // null: for reading only

private:
    Result<void> writeMetaRow(std::string_view key, std::string_view value);
    /// A row that only programs understand that read this version of the format; none where `text` is empty.
    Result<void> writeWhatIsNew(std::string_view key, const std::string& text, std::uint32_t version);
    Result<void> readMeta();
    Result<void> readNames();
    Result<void> prepareToWrite();
    /// `m_writer` for the plan and the checkpoints as they are now. Errors: those of SessionWriter::make().
    Result<void> makeWriter();
    Result<void> checkWhatIsRecorded();
    Result<void> bringUpToDate();
    Result<void> copyOldLinks();
};

} // namespace hareloom
