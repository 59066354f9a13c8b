// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/SourceKinds.h"

#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/data/CurveSource.h"
#include "core/data/ImageKinds.h"
#include "core/data/NormalSources.h"
#include "core/data/ShapeSources.h"
#include "core/data/StateSources.h"
#include "core/data/TableSource.h"
#include "core/data/TextKinds.h"

#include <algorithm>
#include <stdexcept>

namespace hareloom {
namespace {

constexpr const SourceKind* kKinds[] = {
    &kNormalSource,       &kLinearSource,       &kMixtureSource,
    &kUniformSource,      &kTwoMoonsSource,     &kEightGaussiansSource,
    &kCirclesSource,      &kSwissRollSource,    &kPinwheelSource,
    &kSpiralsSource,      &kCheckerboardSource, &kCurveSource,
    &kZipfSource,         &kCategoriesSource,   &kPointsSource,
    &kCsvSource,          &kFaithfulSource,     &kDigitsSource,
    &kFashionMnistSource, &kMnistSource,        &kKuzushijiSource,
    &kIdxSource,          &kImageFolderSource,  &kFieldGuideSource,
    &kTextSource,
};

const char* wordFor(RowKind rows)
{
    switch (rows) {
    case RowKind::Numbers:
        return "numbers";
    case RowKind::States:
        return "states";
    case RowKind::Images:
        return "images";
    case RowKind::Text:
        return "text";
    }
    return "rows";
}

template<class T>
bool has(std::span<const T> all, const T& one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// The first kind that is `isWanted`; none is a bug and throws.
template<class IsWanted>
const SourceKind& firstWhere(const IsWanted& isWanted)
{
    for (const SourceKind* kind : kKinds)
        if (isWanted(*kind))
            return *kind;
    throw std::logic_error("there is no such source");
}

const SourceKind& ownSource(RowKind rows, bool isFolder)
{
    return firstWhere([=](const SourceKind& kind) {
        return kind.supply == Supply::Own && kind.isFolder == isFolder && has(kind.rows, rows);
    });
}

} // namespace

std::span<const SourceKind* const> sourceKinds()
{
    return kKinds;
}

const SourceKind& kindOf(const SourceConfig& config)
{
    for (const SourceKind* kind : kKinds)
        if (kind->name == config.kind)
            return *kind;
    throw std::logic_error("there is no source called " + config.kind);
}

std::vector<std::string> sourcesWhere(bool (*isWanted)(const SourceKind&))
{
    std::vector<std::string> names;
    for (const SourceKind* kind : kKinds)
        if (isWanted(*kind))
            names.emplace_back(kind->name);
    return names;
}

bool takes(const SourceConfig& config, std::string_view setting)
{
    return has(kindOf(config).settings, setting);
}

bool canGive(const SourceConfig& config, RowKind rows)
{
    return has(kindOf(config).rows, rows);
}

std::vector<std::string> sourcesOf(RowKind rows)
{
    std::vector<std::string> names;
    for (const SourceKind* kind : kKinds)
        if (has(kind->rows, rows))
            names.emplace_back(kind->name);
    return names;
}

Error wrongSource(const SourceConfig& config, RowKind rows)
{
    return invalidSetting("source.kind", inQuotes(config.kind) + " gives " +
                                             wordFor(kindOf(config).rows.front()) +
                                             ", and this family is fitted on " + wordFor(rows) + ". Choose " +
                                             oneOf(sourcesOf(rows)) + ".");
}

const SourceKind& usualSource(RowKind rows)
{
    return firstWhere([rows](const SourceKind& kind) { return kind.isUsual && kind.rows.front() == rows; });
}

const SourceKind& sourceOfFile(RowKind rows)
{
    return ownSource(rows, false);
}

const SourceKind& sourceOfFolder(RowKind rows)
{
    return ownSource(rows, true);
}

} // namespace hareloom
