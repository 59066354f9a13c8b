// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/WorksheetFile.h"
#include "ui/jobs/LatestJob.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Asks for which lesson, for whom and with what, and writes it. A key takes as long as its runs, which go on
/// beside the window.
class WorksheetDialog : public QDialog
{
    Q_OBJECT
public:
    /// `lesson`: the one that is offered first; empty: the first there is.
    explicit WorksheetDialog(const std::string& lesson, QWidget* parent = nullptr);

    WorksheetWish wish() const;
    /// Writes into `path`, HTML or, unless it ends so, PDF; saved() or a sentence in the dialog follows.
    void write(const QString& path);

Q_SIGNALS:
    void saved(const QString& path);

private:
    void ask();
    void take(const Result<std::shared_ptr<const WorksheetSource>>& source);

    QComboBox* m_lesson;
    QLineEdit* m_name;
    QCheckBox *m_key, *m_notes;
    QLabel* m_state;
    QPushButton* m_save;
    QString m_path;
    LatestJob<std::shared_ptr<const WorksheetSource>> m_job;
};

} // namespace hareloom::ui
