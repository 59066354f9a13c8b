// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/Holdings.h"
#include "ui/catalogue/FetchJob.h"

#include <QElapsedTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace hareloom::ui {

/// One entry of the catalogue: what it is, its size and licence, what of it is here, and what can be done.
class CatalogueRow : public QWidget
{
    Q_OBJECT
public:
    /// `entry` outlives this.
    explicit CatalogueRow(const CatalogueEntry& entry, QWidget* parent = nullptr);

    const CatalogueEntry& entry() const { return m_entry; }
    bool isFetching() const { return m_job != nullptr; }
    /// Looks at the disk again.
    void refresh();
    /// Gives the button the focus.
    void takeFocus();

Q_SIGNALS:
    /// Everything is there, or no longer.
    void holdingChanged();

private:
    void act();
    void fetch();
    void askToRemove();
    void removeNow();
    void showProgress(const FetchProgress& progress);
    void conclude(const std::optional<Error>& failure);
    void showState();
    void say(const QString& problem);

    const CatalogueEntry& m_entry;
    Holding m_holding;
    FetchJob* m_job = nullptr;
    QElapsedTimer m_time;             // since the job's first bytes
    std::int64_t m_bytesAtStart = -1; // of the job
    QLabel *m_state, *m_problem;
    QProgressBar* m_bar;
    QPushButton* m_button;
};

} // namespace hareloom::ui
