// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/LatestJob.h"
#include "ui/page/Page.h"

#include <QTimer>

#include <atomic>
#include <memory>

namespace hareloom::ui {

/// Makes one page that plays and writes it, beside the GUI thread. The page holds the runs as they are when
/// start() is called. GUI thread.
class PageJob : public QObject
{
    Q_OBJECT
public:
    explicit PageJob(QObject* parent = nullptr);
    /// Stops, and waits for nothing.
    ~PageJob() override;

    /// `path`: is replaced at once or not at all. Not while one isAtWork().
    void start(const PageRequest& request, const QString& path);
    /// ended() follows, with ErrorKind::Stopped unless the file was there already.
    void stop();
    bool isAtWork() const { return m_job.isAtWork(); }

Q_SIGNALS:
    /// In [0, 1], ten times a second.
    void progressed(double share);
    /// Bytes of the file. Errors: Stopped, those of writing it.
    void ended(const hareloom::Result<qint64>& outcome);

private:
    struct Course
    {
        std::atomic<bool> isStopped = false;
        std::atomic<double> share = 0;
    };

    std::shared_ptr<Course> m_course; // shared with the thread
    QTimer m_watch;
    LatestJob<qint64> m_job;
};

} // namespace hareloom::ui
