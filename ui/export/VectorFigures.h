// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/Figures.h"

namespace hareloom::ui {

/// encodeFigure() of each. SVG: text as one run, in the typeface of the window, which is named, not embedded.
QByteArray svgOf(const Figure& figure, const FigureOptions& options);
/// PDF: the typeface's letters are embedded, pictures are without loss.
QByteArray pdfOf(const Figure& figure, const FigureOptions& options);

/// The PDF with the moment that SOURCE_DATE_EPOCH (reproducible-builds.org) names as its date; as it is where
/// that is not set.
QByteArray dated(QByteArray pdf);

} // namespace hareloom::ui
