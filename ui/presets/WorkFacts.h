// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/StopToken.h"
#include "core/experiment/Experiment.h"
#include "core/literature/LiteratureTable.h"

#include <QString>

namespace hareloom::ui {

/// What a preset that asks a work's question is made of, in words: how its generations follow each other,
/// what it varies, and the equations of its curves of theory.
struct WorkFacts
{
    struct Equation
    {
        std::string metric; // that it is of
        QString text;       // "E H(g) = H(g−1) · (1 − 1/M(g))"
    };

    QString loop; // "Replace"; empty where it is none of the named ones
    QString knob; // "Pool, Subsample": in what its variants or its sweep's points differ; may be empty
    std::vector<Equation> equations = {}; // of the first metrics that have one; empty where no curve is drawn

    /// "Loop: Replace. Varied: Pool."
    QString words() const;
};

/// Without the equations: at once.
WorkFacts workFacts(const Experiment& preset);
/// With the first `most` equations: as slow as curves of theory, for a thread beside the window's.
WorkFacts workFactsWithEquations(const Experiment& preset, std::size_t most, const StopToken& stop = {});

/// "Xu, He and Cheng": a work without its numbers of arXiv.
QString workName(const LiteratureRow& row);

} // namespace hareloom::ui
