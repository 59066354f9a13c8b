// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>
#include <QStringList>

#include <cstdint>

namespace hareloom::ui {

/// What a file name's template may speak of.
struct NameValues
{
    QString title;      // of the experiment
    QString variant;    // empty when there is just one
    QString chart;      // "stage", "variance", "report"
    int chain = 0;      // as in the tables, from 0; -1: all
    int generation = 0; // the one shown, or the first of several
    int through = -1;   // the last of several; -1: just the one
    std::uint64_t seed = 0;
};

inline const QString kUsualNameTemplate = QStringLiteral("{title}-{chart}-g{generation}-seed{seed}");

/// "{title}", "{chart}", ...: every word in braces that nameFrom() knows.
QStringList namePlaceholders();

/// A file's name without its ending: the template with its placeholders filled in, in lower case, with a
/// hyphen for everything that a file system or a shell might mind; at most 120 characters. Errors:
/// InvalidInput (a placeholder that there is none of, braces that do not close, nothing left).
Result<QString> nameFrom(const QString& pattern, const NameValues& values);

} // namespace hareloom::ui
