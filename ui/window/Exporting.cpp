// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/ExportDialog.h"
#include "ui/export/MetricsCsv.h"
#include "ui/export/RunCharts.h"
#include "ui/window/Comparing.h"
#include "ui/window/MainWindow.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr std::size_t kMostCharts = 12;

} // namespace

void MainWindow::connectExport()
{
    const Actions& a = m_actions;
    connect(a.exportStage, &QAction::triggered, this, [this] { showExport(ExportWhat::CurrentChart); });
    connect(a.exportVitals, &QAction::triggered, this, [this] { showExport(ExportWhat::EveryChart); });
    connect(a.exportMetrics, &QAction::triggered, this, [this] { showExport(ExportWhat::WholeTable); });
    connect(a.copyStage, &QAction::triggered, this, [this] {
        copyFigure(m_comparing->isOn() ? m_comparing->figures(m_cursor.shown()).front().figure
                                       : stageFigure(m_cursor.shown()));
    });
    connect(a.copyVitals, &QAction::triggered, this, [this] { copyFigure(vitalsFigure()); });
}

void MainWindow::showExport(ExportWhat what)
{
    if (!m_scene.stage() && !m_comparing->isOn())
        return;
    askExport(exportMaterial(m_cursor.shown()), what);
}

void MainWindow::exportChart(const Figure& figure, const QString& name)
{
    ExportMaterial material = exportMaterial(m_cursor.shown());
    material.charts = {{name, figure}};
    material.at = {};
    askExport(std::move(material), ExportWhat::CurrentChart);
}

void MainWindow::askExport(ExportMaterial material, ExportWhat what)
{
    auto* dialog = new ExportDialog(std::move(material), what, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("export"));
    dialog->open();
}

ExportMaterial MainWindow::exportMaterial(int shown)
{
    const ChainIndex chain = m_scene.chain();
    const auto charts = RunCharts::of(m_session, theoryOf, kMostCharts, m_scene.realData().variableNames);
    ExportMaterial material;
    material.generations = generationsToShow();
    material.at = [this](int generation) { return exportMaterial(generation); };
    const Experiment& experiment = m_session.experiment();
    material.values.title = QString::fromStdString(experiment.title);
    if (m_session.variants().size() > 1)
        material.values.variant = QString::fromStdString(m_session.experimentOf(chain).title);
    material.values.chain = chain;
    material.values.generation = shown;
    material.values.seed = experiment.seed;
    if (m_comparing->isOn()) {
        material.charts = m_comparing->figures(shown);
    } else {
        const Figure stage = stageFigure(shown);
        material.charts.push_back({tr("stage"), stage});
        for (std::size_t i = 0; i < charts->count(); ++i)
            material.charts.push_back({charts->name(i), charts->figure(i, shown, chain, stage.size)});
    }
    if (m_scene.stage())
        material.report = reportMaker(chain, shown);
    MetricsChoice choice;
    choice.chain = chain;
    for (int i = 0; i < m_vitals->chartCount(); ++i)
        choice.metrics.push_back(m_vitals->chartAt(static_cast<std::size_t>(i)).series->metric());
    material.shownTable = [this, choice] { return metricsCsv(m_session, choice); };
    material.table = [this] { return metricsCsv(m_session); };
    if (m_scene.stage() && m_scene.face().writesTexts())
        material.texts = [this, chain](TextFormat format) { return textsOf(m_session, chain, format); };
    return material;
}

std::function<Report()> MainWindow::reportMaker(ChainIndex chain, int shown)
{
    return [this, chain, shown] {
        // In a comparison the cursor may stand beyond this chain.
        const int last = m_session.history().count(chain) - 1;
        QList<int> generations{0, std::min(shown, last), last};
        std::sort(generations.begin(), generations.end());
        generations.erase(std::unique(generations.begin(), generations.end()), generations.end());
        if (generations.size() < 3)
            generations = usualGenerations(m_session.history().count(chain));
        ReportRequest request{m_session, chain, generations, m_look.options(), theoryOf, markCollapse, {}};
        if (const auto made = readProvenance(m_session.recordingPath()))
            request.made = *made;
        return makeReport(request);
    };
}

void MainWindow::copyFigure(const Figure& figure)
{
    if (m_scene.stage() || m_comparing->isOn())
        QGuiApplication::clipboard()->setMimeData(clipboardFigure(figure));
}

Figure MainWindow::stageFigure(int shown)
{
    Figure figure;
    setOrigin(figure, m_session, m_scene.chain());
    figure.size = QSizeF(std::clamp(m_stage->width(), 880, 1280), std::clamp(m_stage->height(), 440, 720));
    figure.paint = [this, shown, options = m_look.options()](QPainter& painter, const QRectF& area,
                                                             const Theme& theme) {
        m_scene.paint(painter, area, shown, options, theme);
    };
    return figure;
}

Figure MainWindow::vitalsFigure()
{
    Figure figure;
    setOrigin(figure, m_session);
    figure.size = QSizeF(480, 180 * std::max(1, m_vitals->chartCount()));
    figure.paint = [this](QPainter& painter, const QRectF& area, const Theme& theme) {
        m_vitals->paintCharts(painter, area, theme);
    };
    return figure;
}

} // namespace hareloom::ui
