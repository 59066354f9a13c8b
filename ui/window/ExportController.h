// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/ExportPlan.h"
#include "ui/export/MetricsCsv.h"
#include "ui/export/Report.h"
#include "ui/playback/GenerationCursor.h"

namespace hareloom::ui {

struct Actions;
class ComparisonController;
class Laboratory;
class StageLook;
class ViewController;

/// Copies charts and writes them, the metrics and the report: all as the window shows them.
class ExportController : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        const LabSession& session;
        const GenerationCursor& cursor;
        StageScene& scene;
        const StageLook& look;
        Laboratory& laboratory;
        ComparisonController& comparison;
        const ViewController& view;
        QWidget& window;
    };

    /// All outlive this.
    ExportController(const Parts& parts, const Actions& actions);

    /// To the clipboard.
    void copyFigure(const Figure& figure);
    /// Asks where and how to write one chart, called `name`.
    void exportChart(const Figure& figure, const QString& name);
    /// The same of what is no view of the run on the bench.
    void exportOther(ExportMaterial material) { askWith(std::move(material), ExportWhat::CurrentChart); }

private:
    void ask(ExportWhat what);
    void askWith(ExportMaterial material, ExportWhat what);
    ExportMaterial material(int shown, Spread spread = Spread::Deciles);
    std::vector<NamedFigure> charts(int shown, Spread spread);
    NameValues names(ChainIndex chain, int shown) const;
    MetricsChoice shownMetrics(ChainIndex chain) const;
    std::function<Report()> reportMaker(ChainIndex chain, int shown);
    bool isThereToSee() const;
    Figure stageFigure(int shown);
    Figure vitalsFigure();
    void copyStage();

    Parts m_parts;
};

} // namespace hareloom::ui
