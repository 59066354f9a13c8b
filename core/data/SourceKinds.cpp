// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/SourceKinds.h"

#include "core/base/Refusal.h"
#include "core/base/Text.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace hareloom {
namespace {

constexpr std::array kNumbers = {RowKind::Numbers};
constexpr std::array kStates = {RowKind::States};
constexpr std::array kNumbersOrStates = {RowKind::Numbers, RowKind::States};
constexpr std::array kImages = {RowKind::Images};
constexpr std::array kImagesOrNumbers = {RowKind::Images, RowKind::Numbers};
constexpr std::array kText = {RowKind::Text};

constexpr SourceKind kKinds[] = {
    {"normal", kNumbers, false, Truth::Normals},
    {"linear", kNumbers, false, Truth::Normals},
    {kMixtureSource, kNumbers, false, Truth::Normals},
    {"uniform", kNumbers},
    {"twoMoons", kNumbers},
    {"eightGaussians", kNumbers, false, Truth::Normals},
    {"circles", kNumbers},
    {"swissRoll", kNumbers},
    {"pinwheel", kNumbers},
    {"spirals", kNumbers},
    {"checkerboard", kNumbers},
    {"curve", kNumbers, false, Truth::Density},
    {"zipf", kStates, false, Truth::States},
    {"categories", kStates, false, Truth::States},
    {"points", kNumbers, true},
    {"csv", kNumbersOrStates, true},
    {"faithful", kNumbersOrStates, true},
    {"digits", kImagesOrNumbers, true},
    {"fashionMnist", kImages, true},
    {"mnist", kImages, true},
    {"kmnist", kImages, true},
    {"idx", kImages, true},
    {"imageFolder", kImages, true},
    {"fieldGuide", kText, true, Truth::Unknown, true, true},
    {"text", kText, true},
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

bool gives(const SourceKind& kind, RowKind rows)
{
    return std::find(kind.rows.begin(), kind.rows.end(), rows) != kind.rows.end();
}

} // namespace

std::span<const SourceKind> sourceKinds()
{
    return kKinds;
}

const SourceKind& kindOf(const SourceConfig& config)
{
    const auto* found = std::find_if(std::begin(kKinds), std::end(kKinds),
                                     [&](const SourceKind& kind) { return kind.name == config.kind; });
    if (found == std::end(kKinds))
        throw std::logic_error("there is no source called " + config.kind);
    return *found;
}

bool canGive(const SourceConfig& config, RowKind rows)
{
    return gives(kindOf(config), rows);
}

std::vector<std::string> sourcesOf(RowKind rows)
{
    std::vector<std::string> names;
    for (const SourceKind& kind : kKinds)
        if (gives(kind, rows))
            names.emplace_back(kind.name);
    return names;
}

Error wrongSource(const SourceConfig& config, RowKind rows)
{
    return invalidSetting("source.kind", inQuotes(config.kind) + " gives " +
                                             wordFor(kindOf(config).rows.front()) +
                                             ", and this family is fitted on " + wordFor(rows) + ". Choose " +
                                             oneOf(sourcesOf(rows)) + ".");
}

} // namespace hareloom
