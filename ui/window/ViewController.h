// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/playback/GenerationCursor.h"
#include "ui/stage/RealRows.h"
#include "ui/window/FanTheory.h"

namespace hareloom::ui {

class StageLook;
struct Actions;
class ComparisonController;
class Laboratory;

/// What the laboratory's views show: which chain, in which of the stage's ways, with which options. Keeps
/// stage, vital signs, filmstrip, comparison and the menus at the same.
class ViewController : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        LabSession& session;
        GenerationCursor& cursor;
        StageScene& scene;
        StageLook& look;
        Actions& actions; // the stage's own are put in
        Laboratory& laboratory;
        ComparisonController& comparison;
    };

    /// All parts outlive this.
    ViewController(const Parts& parts, QObject* parent);

    /// Of the chain on the stage or, while runs are compared, of the longest of them.
    int generationsToShow() const;
    /// The actions of the stage, as far as it can do what they say.
    void adaptActions();
    /// Puts a chain on the stage, at the generation that is shown; a comparison ends.
    void lookAt(ChainIndex chain);
    /// The ways of looking to choose from now, and one of them.
    QStringList modes() const;
    void chooseMode(int mode);
    /// A comparison has begun or ended.
    void adaptToComparison();
    /// The real data of the chain on the stage, once they are known.
    void takeRealData(const RealData& real);

Q_SIGNALS:
    void said(const QString& sentence);

private:
    void connectSession();
    void connectCursor();
    void connectControls();
    void adaptStops();
    void connectTheory();
    void showExperiment();
    void showChains();
    void takeGenerations();
    void offerModes();
    void chooseChain(int chain);
    void planFilmstrip(ChainIndex chain);
    void showForks();

    Parts m_parts;
    QStringList m_offered; // ways of looking
    RealRows m_realRows;
    FanTheory m_fanTheory;
};

} // namespace hareloom::ui
