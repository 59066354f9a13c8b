// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/download/Fetch.h"

#include <QObject>

#include <mutex>
#include <optional>
#include <thread>

namespace hareloom::ui {

/// Fetches one entry of the catalogue on a thread of its own. Constructed, asked and destroyed on the GUI
/// thread, where its signals arrive.
class FetchJob : public QObject
{
    Q_OBJECT
public:
    /// `entry` outlives this. Starts at once.
    FetchJob(const CatalogueEntry& entry, QObject* parent);
    /// Stops and waits: a fraction of a second.
    ~FetchJob() override;

    void requestStop() { m_stop.requestStop(); }

Q_SIGNALS:
    /// The newest state; those between may be left out.
    void progressed(const hareloom::FetchProgress& progress);
    /// Empty: everything is there. The reason may be a stop.
    void finished(const std::optional<hareloom::Error>& failure);

private:
    void work(const CatalogueEntry& entry);
    void post(const FetchProgress& progress);
    void deliver();

    StopSource m_stop;
    std::mutex m_mutex;
    std::optional<FetchProgress> m_newest; // not delivered yet
    std::thread m_thread;
};

} // namespace hareloom::ui
