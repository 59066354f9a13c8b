// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/literature/Paper.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// A paper that an experiment follows, and in what.
struct Citation
{
    const Paper* paper = nullptr;     // lives as long as the program
    std::vector<std::string> reasons; // "the metric variance", "policy.lambda"; never empty
};

/// The works behind an experiment and all its variants, by key: the paper on the loop itself, those that its
/// story names, and those that its settings, source and metrics follow. `experiment` is valid.
std::vector<Citation> citationsOf(const Experiment& experiment);

/// BibTeX of the program, in the version that made what is cited, and of those works, each after a comment that says what
/// it is cited for.
std::string bibtexOf(const Experiment& experiment, std::string_view version);

/// A setting with the work that it follows.
struct SettingPaper
{
    std::string_view path;         // of core/recipe/ExperimentFields.h
    std::string_view paper;        // as papersNamedIn() reads it
    bool evenByDefault = false;    // wherever the setting counts; else where it was changed
    std::string_view onlyFor = {}; // this value of it alone; empty: any
};
std::span<const SettingPaper> settingPapers();

} // namespace hareloom
