// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/TextKinds.h"

#include "core/data/KindParts.h"

namespace hareloom {
namespace {

constexpr Settings<2> kOfGuide = {"articles", "blockTokens"};
constexpr Settings<2> kOfText = {"path", "blockTokens"};

} // namespace

constinit const SourceKind kFieldGuideSource = {
    .name = "fieldGuide",
    .title = "Field guide (built in)",
    .rows = kTextRows,
    .settings = kOfGuide,
    .supply = Supply::BuiltIn,
    .isUsual = true,
    .knowsTopics = true,
    .knowsFacts = true,
};

constinit const SourceKind kTextSource = {
    .name = "text",
    .title = "Text file or folder",
    .rows = kTextRows,
    .settings = kOfText,
    .supply = Supply::Own,
};

} // namespace hareloom
