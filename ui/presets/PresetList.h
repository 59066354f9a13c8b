// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue/Entry.h"
#include "core/experiment/Experiment.h"

#include <QString>

#include <vector>

namespace hareloom::ui {

/// What the window says about a preset before it is opened.
struct PresetEntry
{
    QString id, title, question, story, family;
    QString baseTitle; // of the catalogue's model that every generation starts from; empty: none of its
    std::vector<const CatalogueEntry*> needs = {}; // of the catalogue
};

/// All presets that can be read, in their order. Read once, at the first call.
const std::vector<PresetEntry>& presetList();

/// The preset that introduces a family: its "...-quick" where there is one, else the first; empty when it has
/// none.
QString usualPreset(const QString& family);

/// Whether `experiment` is that preset, but for its seed (another seed is another try of the same) and what
/// is told of it.
bool isPresetRun(const QString& id, const Experiment& experiment);
/// The preset that an experiment is, but for its seed; empty where it is none.
QString presetOf(const Experiment& experiment);
/// In what an experiment is other than the preset of its title, in words; empty where it is that, or there is none.
QString changesToPreset(const Experiment& experiment);

/// Whether a preset's question is a comparison of its variants, so that it opens in one. False for an unknown id.
bool opensCompared(const QString& id);

} // namespace hareloom::ui
