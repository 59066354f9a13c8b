// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/DeviceChoice.h"
#include "ui/jobs/BackgroundJobs.h"
#include "ui/recipe/Recipe.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Where networks train: the machine's, not the experiment's, so kept in the preferences. Seen only for
/// families that train networks. What devices there are it asks when it is first seen, on another thread.
class DeviceRow : public QWidget
{
    Q_OBJECT
public:
    /// `recipe` outlives this.
    explicit DeviceRow(Recipe& recipe, QWidget* parent = nullptr);

    QComboBox* box() const { return m_box; }
    /// What the automatic choice comes to, or why the chosen device cannot be used.
    QString noteText() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void ask();
    void offer(const QStringList& names, const QStringList& descriptions);
    void note(const Result<DeviceChoice>& chosen);

    Recipe& m_recipe;
    QComboBox* m_box;
    QLabel* m_note;
    BackgroundJobs m_jobs; // last: its jobs are over before anything else goes
};

} // namespace hareloom::ui
