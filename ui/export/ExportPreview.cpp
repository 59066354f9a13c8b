// SPDX-License-Identifier: GPL-3.0-or-later
// ExportDialog: what will come of a choice, before anything is written.
#include "ui/export/ExportDialog.h"

#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>

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

void ExportDialog::showPicture()
{
    const ExportChoice now = choice();
    if (!isChart(now.what)) {
        m_picture->setText(
            now.what == ExportWhat::ReportPage
                ? tr("Question, what happened, stage,\ncharts, metrics and settings,\non paper of A4")
            : now.what == ExportWhat::Texts
                ? tr("What each generation writes,\nprompt by prompt")
                : tr("chain, generation, metric, value:\na line each; chains count from 0,\nso that the "
                     "window's chain 1 is 0"));
        return;
    }
    const Figure figure = chosenFigure(m_material.charts.front(), now);
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
