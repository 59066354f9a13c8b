// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/Actions.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;
QT_END_NAMESPACE

namespace hareloom::ui {

/// The row of controls above the stage: run, step, reset, speed, seed, which chain, how to look.
class Transport : public QWidget
{
    Q_OBJECT
public:
    explicit Transport(const Actions& actions, QWidget* parent = nullptr);

    /// One entry for each chain; hidden when there is just one. `step`: to the next that the keys go to, of another
    /// variant where there are several.
    void setChains(const QStringList& names, int step);
    void setChain(int chain);
    /// The stage's ways of looking; hidden when there is just one.
    void setModes(const QStringList& names, int mode);
    /// The one that the run on the bench has: the field shows it unless another is being typed.
    void setSeed(std::uint64_t seed);
    double speed() const;
    /// What the arrow beside Compare opens; not owned.
    void setRuns(QMenu* menu);

Q_SIGNALS:
    void speedChanged(double generationsPerSecond);
    void seedEntered(std::uint64_t seed);
    void chainChosen(int chain);
    void modeChosen(int mode);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QToolButton* addButton(QAction* action);
    QLabel* addLabel(const QString& text, QWidget* buddy);
    void adaptPrimary();
    void makePrimary();
    void makeCompare();
    void makeSpeeds();
    void changeSpeed(int steps);
    void changeChain(int steps);
    void makeSeed();
    void enterSeed();

    const Actions& m_actions;
    QPushButton* m_primary;
    QComboBox* m_speed;
    QLineEdit* m_seed;
    QString m_seedInUse;
    QComboBox* m_chain;
    int m_chainStep = 1;
    QComboBox* m_mode;
    QToolButton* m_compare;
};

} // namespace hareloom::ui
