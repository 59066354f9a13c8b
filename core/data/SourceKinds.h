// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/data/RowKind.h"
#include "core/data/SourceConfig.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// What is known of the truth behind a source before it is opened.
enum class Truth {
    Unknown,
    Density, // its log density can be computed
    Normals, // a mixture of normals
    States,  // a distribution over states
};

/// A kind of source: its name in experiments and what its rows are.
struct SourceKind
{
    std::string_view name;         // "csv"
    std::span<const RowKind> rows; // a table may be read as numbers or as states
    bool isTable = false;          // has an end, and no fresh rows to give
    Truth truth = Truth::Unknown;
    bool knowsTopics = false; // of text
    bool knowsFacts = false;  // of text: what its sentences state can be checked
};

/// The source called like a family.
inline constexpr std::string_view kMixtureSource = "mixture";

/// All of them, in the order in which people are shown them.
std::span<const SourceKind> sourceKinds();
/// The one that `config` names; an unknown name is a bug and throws.
const SourceKind& kindOf(const SourceConfig& config);

/// Whether its rows are, or can be read as, rows of this kind.
bool canGive(const SourceConfig& config, RowKind rows);
/// Names of the kinds of sources that can give such rows.
std::vector<std::string> sourcesOf(RowKind rows);
/// InvalidInput: this source does not go with a family of such rows.
Error wrongSource(const SourceConfig& config, RowKind rows);

inline bool isTable(const SourceConfig& config)
{
    return kindOf(config).isTable;
}
inline bool hasNormalTruth(const SourceConfig& config)
{
    return kindOf(config).truth == Truth::Normals;
}
/// Of numbers.
inline bool hasKnownDensity(const SourceConfig& config)
{
    return hasNormalTruth(config) || kindOf(config).truth == Truth::Density;
}

} // namespace hareloom
