// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/PageDialog.h"
#include "ui/playback/GenerationCursor.h"

#include <QObject>

namespace hareloom::ui {

struct Actions;
class ComparisonController;
class StageScene;

/// Writes what the window shows as a page that plays. GUI thread.
class PageController : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        const LabSession& session;
        const GenerationCursor& cursor;
        const StageScene& scene;
        const ComparisonController& comparison;
        QWidget& window;
    };

    /// All outlive this.
    PageController(const Parts& parts, const Actions& actions);

private:
    void ask();
    std::vector<PageChoice> choices() const;
    PageRequest ofComparison() const;
    PageRequest ofRun(std::vector<PageColumn> columns) const;

    Parts m_parts;
};

} // namespace hareloom::ui
