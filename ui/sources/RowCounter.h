// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/CsvPreview.h"

#include <QObject>

#include <memory>

namespace hareloom::ui {

/// Reads a whole table on a thread of its own: how many rows there are, or what is wrong with the first that
/// is not fit. GUI thread.
class RowCounter : public QObject
{
    Q_OBJECT
public:
    explicit RowCounter(QObject* parent = nullptr);
    ~RowCounter() override;

    /// Ends in counted() or refused(); an earlier count that is still under way is stopped and forgotten.
    void count(const std::string& path, const CsvOptions& options, bool numbers);
    void stop();

Q_SIGNALS:
    void counted(qint64 rows);
    void refused(const QString& sentence);

private:
    class Task;
    std::shared_ptr<Task> m_task;
};

} // namespace hareloom::ui
