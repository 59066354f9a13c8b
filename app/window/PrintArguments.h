// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/Arguments.h"

QT_BEGIN_NAMESPACE
class QCommandLineParser;
QT_END_NAMESPACE

namespace hareloom::app {

/// What figures for print are asked for: size, words, lines, colours, axes, panels.
void declarePrint(QCommandLineParser& parser);
/// Reads them; sets all of `arguments.look` but its theme's darkness, which is read before. Needs a
/// QGuiApplication where a typeface is named. Errors: InvalidInput, one sentence.
Result<void> readPrint(const QCommandLineParser& parser, Arguments& arguments);

} // namespace hareloom::app
