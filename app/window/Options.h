// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QCommandLineParser>

namespace hareloom::app {

/// Of what was typed. Kind InvalidInput.
inline Error wrong(const QString& sentence)
{
    return invalidInput(sentence.toStdString());
}

/// An option with a value, called `word` in the help; `usual` where none is given.
inline void declareValue(QCommandLineParser& parser, const char* name, const char* help, const char* word,
                         const char* usual = "")
{
    parser.addOption({QLatin1String(name), QLatin1String(help), QLatin1String(word), QLatin1String(usual)});
}

} // namespace hareloom::app
