// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/CompareView.h"
#include "ui/filmstrip/Filmstrip.h"
#include "ui/session/RunBefore.h"
#include "ui/window/Actions.h"
#include "ui/window/FilmstripPanel.h"

#include <QPointer>

namespace hareloom::ui {

class StageLook;

/// The window while runs are compared: the comparison takes the place of stage, vital signs and filmstrip,
/// and gives it back as it was.
class ComparisonController : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        const StageScene& scene; // of the window's own run
        const StageLook& look;
        GenerationCursor& cursor;
        const Actions& actions;
        QWidget* window;
        QWidget* page; // that the comparison is shown on
    };

    /// All outlive this.
    explicit ComparisonController(const Parts& parts);

    /// Hidden until a comparison begins; the page puts it beside what `hideMeanwhile` names.
    CompareView* view() { return m_view; }
    /// What a comparison stands in for, and the filmstrip, whose place its own takes.
    void setReplaced(const QList<QWidget*>& hideMeanwhile, Filmstrip* filmstrip);
    void setTheme(const Theme& theme);

    bool isOn() const { return m_isOn; }
    const Comparison& comparison() const { return m_comparison; }
    /// Generations of the longest column.
    int longest() const { return m_comparison.longest(); }
    /// What lies nearest: the variants of the window's run, or the run before it; where there is neither,
    /// says what can be done.
    void compare();
    /// The variants, with the same replicate as the chain on the stage. `shown`: one that has a column for
    /// certain.
    void compareVariants(std::size_t shown = 0);
    /// The run that was on the bench before, and the present one.
    void compareBefore();
    /// Session files beside each other; with `withOwn` beside the window's run.
    void compareFiles(const QStringList& paths, bool withOwn);
    void stop();
    /// Another experiment is on the bench: where variants of the one before were compared, those of this one
    /// are, if it has any.
    void renew();
    /// The ways of looking to choose from while runs are compared.
    QStringList modes() const { return m_view->modes(); }
    /// The actions that can do something now.
    void adaptActions() const;
    /// Takes in new generations of the window's run.
    void refresh();
    std::vector<NamedFigure> figures(int generation) { return m_view->figures(generation); }
    /// Sessions in its columns other than the window's own, each once; they live as long as the comparison
    /// stays as it is.
    std::vector<const LabSession*> others() const;

Q_SIGNALS:
    void said(const QString& sentence);
    /// What can be done instead, and the actions that do it.
    void hinted(const QString& sentence, const QList<QAction*>& remedies);
    /// Begun or ended.
    void switched(bool isOn);
    /// One of the window's own chains should be looked at by itself.
    void chainChosen(hareloom::ChainIndex chain);

private:
    void connectActions();
    void askForFiles();
    void tell(bool isOn);
    int replicate() const;
    bool showsVariants() const;
    void begin();
    void adaptFilmstrip();
    void swapFilmstrips(QWidget* from, QWidget* to);

    const StageScene& m_scene;
    const LabSession& m_session;
    const StageLook& m_look;
    GenerationCursor& m_cursor;
    const Actions& m_actions;
    QWidget* m_window;
    RunBefore m_before;
    Comparison m_comparison;
    CompareView* m_view;
    QList<QWidget*> m_replaced, m_hidden; // m_hidden: those that were to be seen
    Filmstrip* m_ownFilmstrip = nullptr;
    FilmstripPanel* m_panel = nullptr; // with the comparison's filmstrip
    Filmstrip* m_filmstrip = nullptr;
    StageScene* m_filmed = nullptr; // the scene it shows
    int m_filmedCount = 0;
    const Theme* m_theme = &lightTheme();
    QPointer<QWidget> m_focusBefore;
    bool m_isOn = false;
};

} // namespace hareloom::ui
