// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/CsvPreview.h"
#include "ui/jobs/LatestJob.h"

#include <QObject>

namespace hareloom::ui {

/// Reads a whole table on a thread of its own: how many rows there are, or what is wrong with the first that
/// is not fit. GUI thread.
class RowCounter : public QObject
{
    Q_OBJECT
public:
    explicit RowCounter(QObject* parent = nullptr);

    /// Ends in counted() or refused(); an earlier count that is still under way is stopped and forgotten.
    void count(const std::string& path, const CsvOptions& options, bool numbers);
    void stop() { m_job.cancel(); }

Q_SIGNALS:
    void counted(const CsvCount& count);
    void refused(const QString& sentence);

private:
    LatestJob<CsvCount> m_job;
};

} // namespace hareloom::ui
