// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Session.h"
#include "core/store/TextReport.h"
#include "ui/export/Figures.h"
#include "ui/filmstrip/CollapseMarks.h"
#include "ui/stage/Face.h"
#include "ui/stage/StageScene.h"
#include "ui/vitals/Theory.h"
#include "ui/vitals/VitalSeries.h"

#include <optional>

namespace hareloom::ui {

struct ReportSetting
{
    QString label, value;
    bool isChanged = false; // from the defaults of the program
    QString before;         // the preset's value where that is another one; empty otherwise
};

struct ReportTable
{
    QStringList header;
    int wordColumns = 1; // the first ones hold words, the others values
    QList<QStringList> rows;
};

struct ReportFigure
{
    QString caption; // may be empty
    Figure figure;
};

/// Everything that a report of one run says, before it is set as HTML or as pages. Nothing in it is not in
/// the run.
struct Report
{
    QString title, question, origin;
    QString settingsNote;
    std::vector<ReportSetting> settings;
    ReportTable variants; // settings in which the variants differ; empty for one variant
    QString stageNote;
    std::optional<ReportFigure> legend;
    std::vector<ReportFigure> stages, charts;
    std::optional<ReportFigure> chartLegend; // of several variants
    QString chartNote;                       // what its lines are
    QString metricsNote;
    ReportTable metrics;
    Writings writings; // empty where models write nothing
    QStringList happened;
    QString happenedNote;   // what its words mean
    ReportTable provenance; // two columns without a header
    QByteArray experiment;  // as JSON
};

struct ReportRequest
{
    const LabSession& session; // outlives the report
    ChainIndex chain = 0;
    QList<int> generations; // those that there are; in order
    StageOptions options;
    TheoryCurve theory = theoryOf;
    CollapseMarker marker = markCollapse;
    std::optional<Provenance> made; // of the session's file
    ExpectedCurves expected = {};   // what somebody expected of the run
};

/// Generation 0, the middle one and the last: what a report shows unless told otherwise.
QList<int> usualGenerations(int count);

/// Needs at least one finished generation of the chain. GUI thread.
Report makeReport(const ReportRequest& request);

/// Every prompt, answer and passage of a chain, as a file's bytes.
QByteArray textsOf(const LabSession& session, ChainIndex chain, TextFormat format);

/// One file: figures inside as SVG, light, prints on A4. What a title holds is text, never markup.
QByteArray reportHtml(const Report& report);
/// A4 upright on one page, the denser the more there is to say; on several where that would be too small to
/// read.
QByteArray reportPdf(const Report& report);

} // namespace hareloom::ui
