// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mechanism/StepLoader.h"
#include "ui/mechanism/StepView.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/stage/StageScene.h"
#include "ui/theme/ThemeControl.h"

#include <QPointer>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace hareloom::ui {

struct Actions;
class Laboratory;

/// "Show one step slowly": from the generation that is shown to the next one, over the stage or the presentation. Where
/// the next one is not made yet, it is made first; at the end of a chain the last step is shown.
class MechanismController : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        LabSession& session;
        StageScene& scene;
        GenerationCursor& cursor;
        const ThemeControl& themes;
        const Actions& actions;
        Laboratory& laboratory;
        QStackedWidget& pages;
    };

    /// All parts outlive this.
    MechanismController(const Parts& parts, QObject* parent);

    /// The action, as far as there is a step to show.
    void adaptAction();
    /// Ends what is shown or awaited: something else takes the stage.
    void forget();
    /// The step that is shown; null while there is none.
    StepView* view() const { return m_view; }

Q_SIGNALS:
    void said(const QString& sentence);

private:
    void toggle();
    void begin(int generation);
    void present(const SlowStep& step);
    void end();
    void goOnWaiting();

    Parts m_parts;
    StepLoader m_loader;
    QPointer<StepView> m_view;
    int m_awaited = -1; // the generation that is being made for a step; -1: none
    std::size_t m_madeBefore = 0; // generations of all chains when the last one was asked for
    bool m_hasAsked = false;
};

} // namespace hareloom::ui
