// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/SourceKind.h"

#include <vector>

namespace hareloom {

/// All of them, in the order in which people are shown them.
std::span<const SourceKind* const> sourceKinds();
/// The one that `config` names; an unknown name is a bug and throws.
const SourceKind& kindOf(const SourceConfig& config);
/// Of all kinds that are `isWanted`, the names.
std::vector<std::string> sourcesWhere(bool (*isWanted)(const SourceKind&));

/// Whether a setting counts: "mean" for source.mean.
bool takes(const SourceConfig& config, std::string_view setting);
/// Whether its rows are, or can be read as, rows of this kind.
bool canGive(const SourceConfig& config, RowKind rows);
/// Names of the kinds of sources that can give such rows.
std::vector<std::string> sourcesOf(RowKind rows);
/// InvalidInput: this source does not go with a family of such rows.
Error wrongSource(const SourceConfig& config, RowKind rows);

/// The kind that a family of such rows begins with.
const SourceKind& usualSource(RowKind rows);
/// The kind that reads somebody's own file, or a folder of files, of such rows.
const SourceKind& sourceOfFile(RowKind rows);
const SourceKind& sourceOfFolder(RowKind rows);

/// Has an end, and no fresh rows to give.
inline bool isTable(const SourceConfig& config)
{
    return kindOf(config).supply != Supply::Endless;
}
/// A table that is read when the run begins; until then it may not be at hand.
inline bool isReadLater(const SourceConfig& config)
{
    return isTable(config) && kindOf(config).supply != Supply::Written;
}
inline bool isNormal(const SourceKind& kind)
{
    return kind.truth == Truth::Normal || kind.truth == Truth::Normals;
}
inline bool hasNormalTruth(const SourceConfig& config)
{
    return isNormal(kindOf(config));
}
/// Of numbers.
inline bool knowsDensity(const SourceKind& kind)
{
    return isNormal(kind) || kind.truth == Truth::Density;
}
inline bool hasKnownDensity(const SourceConfig& config)
{
    return knowsDensity(kindOf(config));
}

} // namespace hareloom
