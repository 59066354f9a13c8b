// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/LatestJob.h"
#include "ui/mechanism/Candidates.h"
#include "ui/session/LabSession.h"

#include <QObject>

namespace hareloom::ui {

struct Actions;
struct Theme;
class GenerationCursor;
class StageScene;

/// A person who clicks what survives: the newest model's candidates are shown, and the next generation learns
/// from those that were picked. The picks become settings of that generation, so the session keeps them and
/// runs them again.
class PickController : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        LabSession& session;
        const StageScene& scene; // whose chain it is
        GenerationCursor& cursor;
        const Actions& actions;
        QWidget& window;
    };

    /// All parts outlive this.
    explicit PickController(const Parts& parts);

    void setTheme(const Theme& theme) { m_theme = &theme; }
    void adaptAction() const;
    /// As if they had been clicked. False where it cannot be done, which is said.
    bool learnFrom(const Candidates& candidates, const std::vector<int>& picks);
    /// Returns when the candidates that were asked for are shown.
    void wait() { m_job.wait(); }

Q_SIGNALS:
    void said(const QString& sentence);
    /// The next generation is being made.
    void learning(int generation);

private:
    void ask();
    void show(const Candidates& candidates);

    Parts m_parts;
    const Theme* m_theme;
    LatestJob<Candidates> m_job;
};

} // namespace hareloom::ui
