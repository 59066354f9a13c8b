// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/literature/LiteratureTable.h"

#include <QString>

namespace hareloom::ui {

/// What a preset that asks a work's question is made of, in words: how its generations follow each other,
/// what it varies, and the equation of the first of its curves of theory.
struct WorkFacts
{
    QString loop; // "Replace"; empty where it is none of the named ones
    QString
        knob; // "Pool, Subsample": settings in which its variants or its sweep's points differ; may be empty
    QString equation;   // "E H(g) = H(g−1) · (1 − 1/M(g))"; empty where no curve is drawn
    std::string metric; // that the equation is of

    /// "Loop: Replace. Varied: Pool."
    QString words() const;
};

/// Without the equation: at once.
WorkFacts workFacts(const Experiment& preset);
/// With the equation: as slow as a curve of theory, for a thread beside the window's.
WorkFacts workFactsWithEquation(const Experiment& preset);

/// "Xu, He and Cheng": a work without its numbers of arXiv.
QString workName(const LiteratureRow& row);

} // namespace hareloom::ui
