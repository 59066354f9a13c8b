// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/address/AddressedExperiment.h"
#include "core/forecast/Estimate.h"
#include "ui/jobs/LatestJob.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Shows what an address would put on the bench, where it leads and what that costs, and asks. Nothing has
/// run when it is shown: the cost is counted.
class AddressDialog : public QDialog
{
    Q_OBJECT
public:
    AddressDialog(const Address& address, const AddressedExperiment& opened, QWidget* parent);

    /// Whether the run is to begin at once; after accept().
    bool runs() const { return m_runs; }

private:
    void showCost(const Result<Estimate>& counted);

    QLabel* m_cost;
    LatestJob<Estimate> m_job;
    bool m_runs = false;
};

/// What differs from the preset, a line for each setting, branch and variant; for people.
QStringList changesOf(const Address& address, const Experiment& opened);
/// "Leads to generation 37 of chain 3, variant Accumulate; shown as: Chains."; empty where it leads nowhere.
QString placeOf(const Address& address, const Experiment& opened);

} // namespace hareloom::ui
