// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/literature/Paper.h"
#include "ui/export/Report.h"

namespace hareloom::ui {

/// A work as a list of references has it: "Merity, Xiong, Bradbury and Socher (2016): Pointer Sentinel
/// Mixture Models. arXiv:1609.07843." Accents are letters; six names, then "et al."
QString referenceText(const Paper& paper);

/// The program in the version that made the run, then the works that the experiment follows (citationsOf()).
std::vector<ReportSource> sourcesOf(const Experiment& experiment, const QString& version);

} // namespace hareloom::ui
