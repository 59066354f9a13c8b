// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/WrittenTexts.h"
#include "ui/theme/Theme.h"

#include <QRectF>
#include <QString>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// What is seen of a model that learns (its answer to one prompt, again and again) or that writes (the blocks it has
/// just written). One sentence; empty where the draft has no text.
QString learningWordsOf(const WrittenTexts& draft);

/// Each text behind the end of what it goes on from, which is faint. Draws nothing where the draft has no text.
void paintLearningTexts(QPainter& painter, const QRectF& area, const WrittenTexts& draft, const Theme& theme);

} // namespace hareloom::ui
