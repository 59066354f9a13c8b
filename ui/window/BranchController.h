// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/LabSession.h"
#include "ui/theme/Theme.h"

namespace hareloom::ui {

struct Actions;
class GenerationCursor;
class StageScene;

/// "What if from here on": a branch of the chain on the stage, from the generation that is shown, with other
/// settings.
class BranchController : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        LabSession& session;
        const StageScene& scene; // whose chain branches
        GenerationCursor& cursor;
        const Actions& actions;
        QWidget& window;
    };

    /// All parts outlive this.
    explicit BranchController(const Parts& parts);

    void setTheme(const Theme& theme) { m_theme = &theme; }
    void adaptAction() const;
    /// Goes on from the generation before `change` with other settings. False where it cannot, which is said.
    bool branch(const SettingsChange& change);

Q_SIGNALS:
    void said(const QString& sentence);
    /// What was said is no longer so: another generation is shown.
    void withdrawn(const QString& sentence);
    /// This variant is the new one, and should run; `at`: its first generation of its own.
    void branched(std::size_t variant, int at);

private:
    void ask();
    void refuse(const QString& why);
    void withdraw();
    std::size_t variant() const;

    Parts m_parts;
    const Theme* m_theme = &lightTheme();
    QString m_refusal; // while it stands
};

} // namespace hareloom::ui
