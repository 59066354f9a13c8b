// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/FilmArguments.h"
#include "core/base/Result.h"
#include "ui/export/Figures.h"
#include "ui/export/Sheet.h"
#include "ui/vitals/VitalSeries.h"

#include <QString>
#include <QStringList>

namespace hareloom::app {

/// What the command line asks for.
struct Arguments
{
    QString open;   // a session, an experiment, a preset or an address; empty: the gallery
    QString render; // a session to draw figures of, without a window
    QString out;    // their folder
    QStringList formats{QStringLiteral("png")}; // of figures; empty where films alone are asked for
    FilmArguments film;
    QList<int> generations;       // empty: the first, the middle and the last
    QString variant;              // its title or number from 1; empty: the first
    int chain = -1;               // within the variant, or, without one, as in the tables; -1: the first
    double dpi = 192;             // PNG; 96 is one pixel a device-independent pixel
    QStringList beside;           // sessions that the report compares with
    QStringList charts;           // "stage", "vitals", "report", metrics; empty: the first three
    QStringList metrics;          // that "vitals" shows; empty: those of the experiment
    double width = 0, height = 0; // of each figure, mm; 0: the usual
    double chartHeight = 0;       // of one chart where `height` is not given; mm; 0: the usual
    ui::FigureOptions look;       // all but the scale
    bool hasFooter = true, hasCode = false;
    ui::Spread spread = ui::Spread::Deciles;
    bool hasSheet = false; // all figures as panels of one
    ui::SheetChoice sheet;

    bool rendersOnly() const { return !render.isEmpty(); }
};

/// `words` as wordsOf() has them. Answers --help and --version itself, by ending the program. Needs a
/// QCoreApplication. Errors: InvalidInput, one sentence.
Result<Arguments> readArguments(const QStringList& words);

/// Whether figures are asked for, told before there is any application object.
bool wantsRendering(int argc, char** argv);
/// Whether help or the version is asked for, which needs neither a display nor fonts.
bool wantsWords(int argc, char** argv);

/// The words of the command line, whatever bytes they hold (pathOf()).
QStringList wordsOf(int argc, char** argv);

} // namespace hareloom::app
