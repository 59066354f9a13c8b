// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <vector>

QT_BEGIN_NAMESPACE
class QMainWindow;
class QStackedWidget;
class QWidget;
QT_END_NAMESPACE

namespace hareloom::ui {

struct Actions;
struct HelpRegion;
class Documentation;
class Laboratory;
class LabSession;
class LiteratureDialog;
class SweepPage;

/// Help, as a user asks for it: the live window explained (F1), the pages of docs/, the glossary, the keys.
class HelpController : public QObject
{
    Q_OBJECT
public:
    /// All outlive this.
    struct Parts
    {
        const Actions& actions;
        QStackedWidget& pages;
        Laboratory& laboratory;
        QWidget& recipe;
        QWidget& comparison;
        QWidget& lesson;
        QMainWindow& window;
        const LabSession& session;
    };

    explicit HelpController(const Parts& parts);

    /// At a page or one of its headings: "metrics#variance".
    void openDocumentation(const QString& place = {});
    /// At the first work whose question the experiment on the bench asks.
    void openLiterature();

Q_SIGNALS:
    /// The user wants to open an experiment of a work.
    void presetChosen(const QString& id);

private:
    void startTour();
    std::vector<HelpRegion> regions() const;
    std::vector<HelpRegion> regionsOf(SweepPage& page) const;

    Parts m_parts;
    QPointer<Documentation> m_documentation;
    QPointer<LiteratureDialog> m_literature;
};

} // namespace hareloom::ui
