// SPDX-License-Identifier: GPL-3.0-or-later
// ExportDialog: what will come of a choice, before anything is written.
#include "ui/export/ExportDialog.h"

#include "ui/export/FigureAxes.h"
#include "ui/export/FigureLook.h"
#include "ui/export/PanelChooser.h"
#include "ui/language/EngineSentence.h"

#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QTabWidget>

#include <algorithm>

namespace hareloom::ui {

// A name in a line, cut in its middle where it is too long, and then how many of them are there already.
QString ExportDialog::namesOf(const QStringList& paths) const
{
    const qsizetype shown = paths.size() > kNamesShown ? kNamesShown - 1 : paths.size();
    const int room = std::max(m_folder->minimumWidth(), m_names->isVisible() ? m_names->width() : 0);
    QStringList lines;
    for (const QString& path : paths.mid(0, shown))
        lines << m_names->fontMetrics().elidedText(QFileInfo(path).fileName(), Qt::ElideMiddle, room);
    if (paths.size() > shown)
        lines << tr("… and %1 more").arg(paths.size() - shown);
    const auto there = std::count_if(paths.begin(), paths.end(),
                                     [](const QString& path) { return QFileInfo::exists(path); });
    if (there > 0)
        lines << (paths.size() == 1       ? tr("It is there already.")
                  : there == paths.size() ? tr("They are there already.")
                  : there == 1            ? tr("One of these is there already.")
                                          : tr("%1 of these are there already.").arg(there));
    return lines.join(QLatin1Char('\n'));
}

void ExportDialog::makeTabs()
{
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_look, tr("Loo&k"));
    m_tabs->addTab(m_axes, tr("A&xes"));
    m_tabs->addTab(m_panels, tr("&Panels"));
}

bool ExportDialog::hasAxes() const
{
    return m_material.charts.front().figure.checkAxes != nullptr;
}

void ExportDialog::adaptTabs(ExportWhat what)
{
    m_tabs->setVisible(isChart(what));
    m_tabs->setTabVisible(m_tabs->indexOf(m_axes), what == ExportWhat::CurrentChart && hasAxes());
    m_tabs->setTabVisible(m_tabs->indexOf(m_panels), what == ExportWhat::Sheet);
    if (what != ExportWhat::Sheet)
        return;
    if (m_material.panels.empty())
        m_material.panels = panelsOf(m_material); // of other generations, too: it takes a moment
    QStringList names;
    for (const NamedFigure& panel : m_material.panels)
        names << panel.name;
    m_panels->setCharts(names);
}

QString ExportDialog::problemOf(const ExportChoice& choice) const
{
    if (!isChart(choice.what))
        return {};
    const QSizeF pixels = choice.size * choice.dpi / 96;
    if (choice.format == ExportFormat::Png && pixels.width() * pixels.height() > kMostPixels)
        return tr("This many pixels are too many for one picture; at most 100 million are allowed.");
    if (choice.what == ExportWhat::CurrentChart && hasAxes())
        if (const auto axes = m_axes->wishes(); !axes)
            return engineSentence(axes.error().message);
    const auto figures = chosenFigures(m_material, choice);
    return figures ? QString() : engineSentence(figures.error().message);
}

void ExportDialog::showPicture()
{
    const ExportChoice now = choice();
    if (!isChart(now.what)) {
        m_picture->setText(
            now.what == ExportWhat::ReportPage
                ? tr("Question and story, what happened,\nstage, charts, metrics, settings\nand sources")
            : now.what == ExportWhat::Texts
                ? tr("What each generation writes,\nprompt by prompt")
                : tr("chain, generation, metric, value:\na line each; chains count from 0,\nso that the "
                     "window's chain 1 is 0"));
        return;
    }
    const auto figures = chosenFigures(m_material, now);
    if (!figures) {
        m_picture->setText(tr("Nothing can be drawn so."));
        return;
    }
    const Figure figure = chosenFigure(figures->front(), now);
    FigureOptions options = now.look;
    const double ratio = devicePixelRatioF();
    options.scale = ratio * std::min((m_picture->width() - 2) / now.size.width(),
                                     (m_picture->height() - 2) / now.size.height());
    QImage image = renderFigure(figure, options);
    image.setDevicePixelRatio(ratio);
    m_picture->setPixmap(QPixmap::fromImage(image));
}

// Names have as much room as the words beside them leave.
void ExportDialog::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    showNames();
}

void ExportDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    showNames();
}

void ExportDialog::showNames()
{
    if (const auto paths = exportPaths(m_material, choice()))
        m_names->setText(namesOf(*paths));
}

} // namespace hareloom::ui
