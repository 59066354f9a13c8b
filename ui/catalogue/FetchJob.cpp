// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalogue/FetchJob.h"

#include <exception>

namespace hareloom::ui {

FetchJob::FetchJob(const CatalogueEntry& entry, QObject* parent)
    : QObject(parent), m_thread([this, &entry] { work(entry); })
{
}

FetchJob::~FetchJob()
{
    m_stop.requestStop();
    m_thread.join();
}

void FetchJob::work(const CatalogueEntry& entry)
{
    std::optional<Error> failure;
    try {
        FetchOptions options;
        options.stop = m_stop.token();
        options.onProgress = [this](const FetchProgress& progress) { post(progress); };
        if (auto done = fetchEntry(entry, options); !done)
            failure = done.error();
    } catch (const std::exception& problem) {
        failure = systemError(std::string("The download failed: ") + problem.what());
    }
    QMetaObject::invokeMethod(
        this, [this, failure] { Q_EMIT finished(failure); }, Qt::QueuedConnection);
}

// One message waits at a time, however fast the bytes come.
void FetchJob::post(const FetchProgress& progress)
{
    const std::lock_guard lock(m_mutex);
    const bool isWaiting = m_newest.has_value();
    m_newest = progress;
    if (!isWaiting)
        QMetaObject::invokeMethod(this, &FetchJob::deliver, Qt::QueuedConnection);
}

void FetchJob::deliver()
{
    std::optional<FetchProgress> newest;
    {
        const std::lock_guard lock(m_mutex);
        newest.swap(m_newest);
    }
    if (newest)
        Q_EMIT progressed(*newest);
}

} // namespace hareloom::ui
