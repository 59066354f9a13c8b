// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presets/OwnSource.h"

#include <QString>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace hareloom::ui {

/// Somebody's own prose: a text file whose beginning is no table of numbers, or a folder of text files.
struct OwnProse
{
    std::vector<std::string> prompts; // how some of its paragraphs begin, for every generation to go on from
    qint64 bytes = 0;                 // of the file; 0: it is a folder
    bool hasNoBlanks = false;         // it is read by characters, as Chinese is
};

/// Nothing where there is none; an error where there is, but too little to be parted for training and
/// testing.
Result<std::optional<OwnProse>> ownProseAt(const QString& path);

/// A preset on prose at this path, with its prompts and without variants; `adapt` makes the rest of it fit. Nothing
/// where there is no prose. Errors: as ownProseAt().
OwnExperiment experimentOnProse(const char* preset, const QString& path,
                                const std::function<void(Experiment&, const OwnProse&)>& adapt);

} // namespace hareloom::ui
