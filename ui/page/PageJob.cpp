// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/PageJob.h"

#include "ui/export/WriteFile.h"
#include "ui/session/SessionCopy.h"

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr int kWatchMs = 100;

/// A request that another thread can answer: columns name their session by its place in `sessions`.
struct CopiedRequest
{
    PageRequest request;
    std::vector<SessionCopy> sessions;
    std::vector<std::size_t> places; // of each column
};

CopiedRequest copyOf(const PageRequest& request)
{
    CopiedRequest copy{request, {}, {}};
    std::vector<const LabSession*> known;
    for (const PageColumn& column : request.columns) {
        const auto found = std::find(known.begin(), known.end(), column.session);
        copy.places.push_back(static_cast<std::size_t>(found - known.begin()));
        if (found != known.end())
            continue;
        known.push_back(column.session);
        copy.sessions.emplace_back(*column.session);
    }
    return copy;
}

Result<Page> pageOf(const CopiedRequest& copy, const PageProgress& goesOn)
{
    std::vector<std::unique_ptr<LabSession>> sessions;
    for (const SessionCopy& each : copy.sessions) {
        auto session = each.open();
        if (!session)
            return session.error();
        sessions.push_back(std::move(*session));
    }
    PageRequest request = copy.request;
    for (std::size_t c = 0; c < request.columns.size(); ++c)
        request.columns[c].session = sessions[copy.places[c]].get();
    return makePage(request, goesOn);
}

} // namespace

PageJob::PageJob(QObject* parent)
    : QObject(parent), m_job("The page could not be made", [this](const Result<qint64>& outcome) {
          m_watch.stop();
          Q_EMIT ended(outcome);
      })
{
    m_watch.setInterval(kWatchMs);
    connect(&m_watch, &QTimer::timeout, this, [this] { Q_EMIT progressed(m_course->share); });
}

PageJob::~PageJob()
{
    stop();
}

void PageJob::start(const PageRequest& request, const QString& path)
{
    m_course = std::make_shared<Course>();
    m_watch.start();
    m_job.start([copy = copyOf(request), path, course = m_course](const StopToken&) -> Result<qint64> {
        const auto page = pageOf(copy, [&](double share) {
            course->share = share;
            return !course->isStopped;
        });
        if (!page)
            return page.error();
        const QByteArray html = pageHtml(*page);
        if (course->isStopped)
            return stopped();
        if (const auto written = writeBytes(html, path); !written)
            return written.error();
        return html.size();
    });
}

void PageJob::stop()
{
    if (m_course)
        m_course->isStopped = true;
}

} // namespace hareloom::ui
