// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recipe/RecipeDrawer.h"
#include "ui/settings/Preferences.h"
#include "ui/window/Comparing.h"
#include "ui/window/MainWindow.h"
#include "ui/window/MessageBar.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>

namespace hareloom::ui {

void MainWindow::connectComparing()
{
    m_comparing->setReplaced({m_stage, m_vitals}, m_filmstrip);
    connect(m_comparing, &Comparing::said, this, &MainWindow::say);
    connect(m_comparing, &Comparing::hinted, m_messages, &MessageBar::sayForAWhile);
    connect(m_comparing, &Comparing::fileRequested, this, &MainWindow::askForComparison);
    connect(m_comparing, &Comparing::switched, this, [this](bool isOn) {
        m_actions.compare->setChecked(isOn);
        if (isOn)
            m_messages->dismiss();
        m_actions.leaveComparison->setEnabled(isOn);
        m_cursor.setCount(generationsToShow());
        // There is no room for both; the recipe's button says which it is.
        m_actions.recipe->setEnabled(!isOn);
        m_drawer->setVisible(!isOn && m_actions.recipe->isChecked());
        adaptActions();
    });
    connect(m_actions.compareWith, &QAction::triggered, this, &MainWindow::askForComparison);
    connect(m_actions.leaveComparison, &QAction::triggered, m_comparing, &Comparing::stop);
    connect(m_actions.compare, &QAction::triggered, this, [this](bool on) {
        if (on)
            m_comparing->compareVariants(m_scene.chain());
        else
            m_comparing->stop();
        m_actions.compare->setChecked(m_comparing->isOn());
    });
}

void MainWindow::askForComparison()
{
    const QStringList paths =
        QFileDialog::getOpenFileNames(this, tr("Compare with sessions"), Preferences::startFolder(),
                                      tr("Sessions (*.hareloom);;All files (*)"));
    if (paths.isEmpty())
        return;
    Preferences::setLastFolder(QFileInfo(paths.front()).absolutePath());
    m_comparing->compareFiles(paths, true, m_scene.chain());
}

int MainWindow::generationsToShow() const
{
    return m_comparing->isOn() ? m_comparing->longest() : m_session.history().count(m_scene.chain());
}

} // namespace hareloom::ui
