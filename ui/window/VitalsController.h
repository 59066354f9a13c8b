// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/Figures.h"
#include "ui/filmstrip/Filmstrip.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/session/LabSession.h"
#include "ui/vitals/VitalsColumn.h"

#include <QPointer>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
QT_END_NAMESPACE

namespace hareloom::ui {

struct Actions;
class DataTableDialog;
class EnlargedVital;

/// What is asked of the vital signs, and the data tables of every chart of the window. Its child.
class VitalsController : public QObject
{
    Q_OBJECT
public:
    struct Views
    {
        const LabSession& session;
        GenerationCursor& cursor;
        VitalsColumn& vitals;
        QWidget& stage;
        Filmstrip& filmstrip;
    };

    VitalsController(const Views& views, const Actions& actions, QWidget* window);

    void setTheme(const Theme& theme);

Q_SIGNALS:
    /// To be copied, or written where the user says.
    void copyRequested(const hareloom::ui::Figure& figure);
    void exportRequested(const hareloom::ui::Figure& figure, const QString& name);
    /// As code that makes the chart again; `as`: a CopyAs of CopyController.h.
    void codeRequested(int as, const QString& metric);

private:
    EnlargedVital* enlarge(const std::string& metric);
    void showMenu(std::string metric, const QPoint& at);
    void remove(const std::string& metric);
    void addCopyAs(QMenu& menu, const std::string& metric);
    void showTable(const QWidget* chart);
    void offerTable(QWidget& chart);
    QWidget* chartOf(const std::string& metric) const;
    Figure figureOf(const VitalChart& chart) const;

    Views m_views;
    QList<QAction*> m_copyAs; // the window's
    QWidget* m_window;
    const Theme* m_theme = &lightTheme();
    QPointer<DataTableDialog> m_tables;
    QList<QPointer<EnlargedVital>> m_enlarged;
};

} // namespace hareloom::ui
