// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/Source.h"
#include "core/data/SourceKind.h"

#include <array>

namespace hareloom {

/// What the constants of several sources are made of.
inline constexpr std::array kNumberRows = {RowKind::Numbers};
inline constexpr std::array kStateRows = {RowKind::States};
inline constexpr std::array kTableRows = {RowKind::Numbers, RowKind::States};
inline constexpr std::array kImageRows = {RowKind::Images};
inline constexpr std::array kImageOrNumberRows = {RowKind::Images, RowKind::Numbers};
inline constexpr std::array kTextRows = {RowKind::Text};

/// Names of settings that count for a kind of source.
template<std::size_t N>
using Settings = std::array<std::string_view, N>;

template<class S, class... Of>
MadeSource madeOf(Of&&... of)
{
    return std::shared_ptr<const Source>(std::make_shared<S>(std::forward<Of>(of)...));
}

} // namespace hareloom
