// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/FactStatement.h"
#include "ui/texts/MarkedText.h"
#include "ui/texts/TextColumn.h"
#include "ui/theme/Theme.h"

#include <QString>

#include <vector>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// What one text says of known facts.
using Statements = std::vector<FactStatement>;

/// A wavy line beneath the values that are wrong, up to `end`: `lead` places of the column come before the text.
void paintWrongFacts(QPainter& painter, const TextColumn& column, const MarkedText& text, int lead, int end,
                     const Statements& facts, const Theme& theme);

/// Beside the pages: what the guide has in place of each wrong value of the newest page, and how many are right.
void paintGuideColumn(QPainter& painter, const QRectF& area, const MarkedText& text, const Statements& facts,
                      const Theme& theme);

/// "The guide says 92." for the wrong value at a place of the text; empty where there is none.
QString correctionAt(int place, const MarkedText& text, const Statements& facts);

/// "3 of 4 facts are right."; "No fact in it can be checked."
QString factsSentence(const Statements& facts);

} // namespace hareloom::ui
