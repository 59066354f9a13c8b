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
    QString alt = {}; // what is seen, in a sentence, for those who do not see it
};

/// A work in a list of references, and what it is cited for; that may be empty.
struct ReportSource
{
    QString work, reasons;
    QString brief = {}; // the work in few words: "Wright (1931), doi:10.1093/genetics/16.2.97"

    QString words() const; // both, as sentences
};

/// Everything that a report of one run says, before it is set as HTML or as pages. Nothing in it is not in
/// the run.
struct Report
{
    QString title, question, story, origin;
    std::vector<ReportSource> sources; // the program, then the works that the run follows
    QString settingsNote;
    std::vector<ReportSetting> settings;
    ReportTable variants; // settings in which the variants differ; empty for one variant
    ReportTable
        tests; // of several variants with several chains: by how much their means differ from the first one's
    QString testsNote;
    ReportTable differences,
        besides; // of several sessions: settings in which they differ; metrics side by side
    QString besidesNote;
    QString stageNote;
    std::optional<ReportFigure> legend;
    std::vector<ReportFigure> stages, charts;
    bool hasWideStages = false;              // as wide as the page: they are pictures, not charts
    std::optional<ReportFigure> chartLegend; // of several variants
    QString chartNote;                       // what its lines are
    QString metricsNote;
    ReportTable metrics;
    Writings writings; // empty where models write nothing
    QStringList happened;
    QString happenedNote;   // what its words mean
    ReportTable provenance; // two columns without a header
    QString
        address; // that opens this moment in Hareloom (docs/addresses.md); empty where none can be written
    QByteArray experiment; // as JSON
    QString shortNote;     // that it is shortened(); empty: it is whole
};

struct ReportRequest
{
    const LabSession& session; // outlives the report
    ChainIndex chain = 0;
    QList<int> generations; // those that there are; in order
    StageOptions options;
    TheoryCurve theory = theoryOf;
    CollapseMarker marker = markCollapse;
    std::optional<Provenance> made;             // of the session's file
    ExpectedCurves expected = {};               // what somebody expected of the run
    std::vector<const LabSession*> beside = {}; // other sessions to compare with; they outlive the report
};

/// Generation 0, the middle one and the last: what a report shows unless told otherwise.
QList<int> usualGenerations(int count);

/// Needs at least one finished generation of the chain. GUI thread.
Report makeReport(const ReportRequest& request);

/// Every prompt, answer and passage of a chain, as a file's bytes.
QByteArray textsOf(const LabSession& session, ChainIndex chain, TextFormat format);

/// One file: figures inside as SVG, light, prints on A4. What a title holds is text, never markup.
QByteArray reportHtml(const Report& report);
/// A4 upright on one page: the denser the more there is to say. Where that would be too small to read, the
/// least telling parts are left out (shortened()), and the page says so; one that compares sessions goes on
/// for as many pages as it needs.
QByteArray reportPdf(const Report& report);
/// One file of CommonMark with tables, figures at its end as SVG in data: addresses. What a title holds is
/// text.
QByteArray reportMarkdown(const Report& report);

/// The report with less in it, from step 1 to kMostShortening, each step in addition to those before:
/// settings that are the default, what happened after the eighth sentence, the reasons of sources, charts
/// after the third, prompts after the first, the ends of long texts, then of the story, the titles of
/// sources, metrics after the sixth and differing settings after the fourth, what words mean, all texts,
/// the differences between variants and what happened after the fourth sentence, the story.
Report shortened(Report report, int step);
inline constexpr int kMostShortening = 12;

} // namespace hareloom::ui
