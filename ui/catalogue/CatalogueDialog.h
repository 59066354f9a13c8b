// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/Entry.h"

#include <QDialog>

#include <span>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace hareloom::ui {

class CatalogueRow;

/// What can be fetched once and used offline afterwards. Closed, its downloads go on; destroyed, they stop
/// and keep what has arrived.
class CatalogueDialog : public QDialog
{
    Q_OBJECT
public:
    /// `entries` outlive this.
    explicit CatalogueDialog(std::span<const CatalogueEntry> entries = catalogueEntries(),
                             QWidget* parent = nullptr);

    /// Shows it for whoever wants to look.
    void browse();
    /// Shows it because an experiment lacks `entry`; once that is there, offers to run.
    void offer(const CatalogueEntry& entry, const QString& experiment);
    const QList<CatalogueRow*>& rows() const { return m_rows; }

Q_SIGNALS:
    /// The experiment that lacked something is to be run.
    void runRequested();

private:
    void showAgain();
    void adapt();

    QList<CatalogueRow*> m_rows;
    const CatalogueEntry* m_wanted = nullptr;
    QString m_experiment; // that wants it
    QLabel* m_reason;
    QPushButton* m_run;
};

} // namespace hareloom::ui
