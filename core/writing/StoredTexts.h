// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/WrittenTexts.h"

#include <nlohmann/json.hpp>

#include <cstring>
#include <vector>

/// How snapshots of models that write keep what they wrote.
namespace hareloom {

/// Numbers as their little-endian bytes.
template<class T>
nlohmann::json packed(const std::vector<T>& values)
{
    std::vector<std::uint8_t> bytes(values.size() * sizeof(T));
    if (!bytes.empty())
        std::memcpy(bytes.data(), values.data(), bytes.size());
    return nlohmann::json::binary(std::move(bytes));
}

/// What packed() made; false where `key` holds no such bytes.
template<class T>
bool unpack(const nlohmann::json& object, const char* key, std::vector<T>& into)
{
    const auto found = object.find(key);
    if (found == object.end() || !found->is_binary() || found->get_binary().size() % sizeof(T) != 0)
        return false;
    into.resize(found->get_binary().size() / sizeof(T));
    if (!into.empty())
        std::memcpy(into.data(), found->get_binary().data(), found->get_binary().size());
    return true;
}

/// Adds all of `texts` to a snapshot's object.
void storeTexts(const WrittenTexts& texts, nlohmann::json& object);
/// Reads it. False where something is missing or of another type.
bool readTexts(const nlohmann::json& object, WrittenTexts& texts);
/// Whether all that belongs together has one length, of `blocks` generated blocks, and lies in its range.
bool areWhole(const WrittenTexts& texts, std::int64_t blocks);

/// The longest block that a snapshot may have, in tokens.
inline constexpr std::int64_t kMaxBlockLength = 1 << 20;

} // namespace hareloom
