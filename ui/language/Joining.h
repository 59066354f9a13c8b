// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// Words of the window put beside each other, with the punctuation of its language. Only for lists and whole
// sentences: what belongs into a sentence is a %1 of it.

namespace hareloom::ui {

/// "a, b, c"
QString listed(const QStringList& names);
/// "generation 3: a; generation 5: b". Empty ones leave no gap.
QString clauses(const QStringList& parts);
/// "training, 3 s left, loss 2.1": phrases that say more of one thing. Empty ones leave no gap.
QString phrases(const QStringList& parts);
/// "It rose. It fell again." Empty ones leave no gap.
QString inARow(const QStringList& sentences);
/// "Replace: it collapsed"
QString named(const QString& name, const QString& words);
/// "It rose."
QString withFullStop(const QString& words);

} // namespace hareloom::ui
