// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/RowCounter.h"

#include <QThreadPool>

#include <mutex>

namespace hareloom::ui {

/// Shared with the reading thread: after abandon() it reports to nobody.
class RowCounter::Task : public std::enable_shared_from_this<Task>
{
public:
    explicit Task(RowCounter* listener) : m_listener(listener) {}

    StopToken token() const { return m_stop.token(); }

    void abandon()
    {
        m_stop.requestStop();
        const std::lock_guard lock(m_mutex);
        m_listener = nullptr;
    }

    void report(const Result<std::int64_t>& result)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_listener)
            return;
        QMetaObject::invokeMethod(
            m_listener,
            [listener = m_listener, self = shared_from_this(), result] {
                if (listener->m_task != self)
                    return;
                if (result)
                    Q_EMIT listener->counted(*result);
                else
                    Q_EMIT listener->refused(QString::fromStdString(result.error().message));
            },
            Qt::QueuedConnection);
    }

private:
    StopSource m_stop;
    std::mutex m_mutex;
    RowCounter* m_listener;
};

RowCounter::RowCounter(QObject* parent) : QObject(parent) {}

RowCounter::~RowCounter()
{
    stop();
}

void RowCounter::stop()
{
    if (m_task)
        m_task->abandon();
    m_task.reset();
}

void RowCounter::count(const std::string& path, const CsvOptions& options, bool numbers)
{
    stop();
    m_task = std::make_shared<Task>(this);
    QThreadPool::globalInstance()->start([path, options, numbers, task = m_task] {
        try {
            task->report(countCsvRows(path, options, numbers, task->token()));
        } catch (const std::exception& problem) {
            task->report(systemError(std::string("The table could not be read: ") + problem.what()));
        }
    });
}

} // namespace hareloom::ui
