// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/LabSession.h"
#include "ui/theme/Theme.h"

#include <memory>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace hareloom::ui {

struct Actions;
class ExportController;
class RunGuard;
class SweepPage;
class SweepSession;

/// A sweep as a page of the window, made when it is first shown. A point of it goes to the bench, and the way
/// back stays open until something else is opened.
class SweepController : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        LabSession& bench;
        const RunGuard& guard;
        const Actions& actions;
        QStackedWidget& pages;
        ExportController& exports;
    };

    /// All parts outlive this.
    SweepController(const Parts& parts, QObject* parent);
    ~SweepController() override;

    /// What is on the bench was opened: where it has a sweep, its page is shown, else the sweep before is
    /// forgotten. `folder`: that the sweep is kept in; empty where it came from an experiment.
    void takeUp(const QString& folder);
    /// Runs the sweep as soon as its points are checked, unless it came from a folder: those who open one
    /// want to see what is there.
    void run();
    bool isShown() const;
    void show();
    /// For a room: the picture fills the page while it is shown.
    void setPresented(bool on);
    void setTheme(const Theme& theme);
    /// Null until a sweep was opened.
    SweepPage* page() { return m_page; }
    SweepSession* session() { return m_session.get(); }

Q_SIGNALS:
    /// The page has come.
    void shown();
    /// Of the point that is on the bench.
    void runRequested();

private:
    void make();
    void ask();
    void openPoint(std::int64_t point);
    void exportSweep();
    Experiment experimentAlone() const;
    void adaptAction();

    Parts m_parts;
    const Theme* m_theme = &lightTheme();
    std::unique_ptr<SweepSession> m_session;
    SweepPage* m_page = nullptr;
    bool m_runsOncePlanned = false, m_isOpen = false, m_isKept = false;
};

} // namespace hareloom::ui
