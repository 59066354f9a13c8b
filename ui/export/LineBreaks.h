// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

namespace hareloom::ui {

/// `words` with a line feed wherever a line of `width` pixels ends. Lines end where Unicode lets them, but
/// neither inside a DOI or another address nor behind a hyphen: who copies a text from a PDF gets both back
/// whole. What is wider than a line is broken anywhere. Pure.
QString brokenIntoLines(const QString& words, const QFont& font, double width);

} // namespace hareloom::ui
