// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/Stage.h"

#include <QObject>

namespace hareloom::ui {

/// How the stage is looked at: the one owner of StageOptions. Stage, presenter, comparison, filmstrip and
/// figures read it; controls change it. GUI thread.
class StageLook : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    const StageOptions& options() const { return m_options; }

    /// All at once, as for another experiment: says changed() even where nothing is. Another mode has other
    /// axes and other texts: it begins without zoom, at the first line.
    void set(const StageOptions& options);
    void setMode(int mode);
    void setAxesLocked(bool areLocked);
    void setLogScale(bool isLog);
    void setZoom(const ZoomWindow& zoom);
    /// Another quantity has another axis: it is seen whole.
    void setQuantity(const std::string& key);
    /// Read from its first line.
    void setChoice(int choice);
    void setBeforeOnly(bool beforeOnly);
    void setScroll(int lines);

Q_SIGNALS:
    /// After every change of more than zoom and scroll: other views of the same chain follow.
    void changed();
    /// After a change of zoom or scroll alone: only the stage itself looks otherwise.
    void moved();

private:
    void take(StageOptions options);

    StageOptions m_options;
};

/// What other views of the same chain take over: not the part of the stage that is zoomed or scrolled to.
StageOptions wholeView(StageOptions options);

/// How an experiment is looked at first: a source that is all tail on a logarithmic axis, where linear bars
/// would show none of it.
StageOptions firstLook(const Experiment& experiment);

} // namespace hareloom::ui
