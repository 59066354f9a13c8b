// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ReadJson.h"

#include "core/base/Text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace hareloom {
namespace {

using nlohmann::json;

std::string tooDeep()
{
    return "more than " + std::to_string(kMostNesting) + " lists and objects lie within one another";
}

std::string placeOf(std::string_view text, std::size_t byte)
{
    const auto before = text.substr(0, byte > 0 ? byte - 1 : 0);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto lineStart = before.rfind('\n');
    const auto column = before.size() - (lineStart == std::string_view::npos ? 0 : lineStart + 1) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column) + ": ";
}

/// Builds the value while the parser reads, and ends the reading where a limit is met.
class Builder final : public nlohmann::json_sax<json>
{
public:
    Builder(std::string_view text, RepeatedKey repeated) : m_text(text), m_repeated(repeated) {}

    bool null() override { return put(nullptr); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(value); }
    bool number_unsigned(number_unsigned_t value) override { return put(value); }
    bool number_float(number_float_t value, const string_t& /*text*/) override { return put(value); }
    bool string(string_t& value) override { return put(std::move(value)); }
    bool binary(binary_t& value) override { return put(json::binary(std::move(value))); }
    bool start_object(std::size_t /*count*/) override { return open(json::object()); }
    bool start_array(std::size_t /*count*/) override { return open(json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override
    {
        const auto [place, isNew] = m_open.back().value->get_ref<json::object_t&>().try_emplace(name);
        m_open.back().key = name;
        m_slot = &place->second;
        if (isNew || m_repeated == RepeatedKey::LastCounts)
            return true;
        m_fault = printable(pathHere()) + ": the key stands there twice, and only one value can count";
        return false;
    }
    bool parse_error(std::size_t byte, const std::string& /*token*/,
                     const nlohmann::detail::exception& error) override
    {
        constexpr int kOutOfRange = 406;
        m_fault =
            placeOf(m_text, byte) + (error.id == kOutOfRange ? "the number is too large" : "this is no JSON");
        return false;
    }

    json& root() { return m_root; }
    const std::string& fault() const { return m_fault; }

private:
    struct Open
    {
        json* value; // within that of the one before it
        std::string key;
    };

    json* place(json value)
    {
        if (m_open.empty())
            return &(m_root = std::move(value));
        if (json& within = *m_open.back().value; within.is_array())
            return &within.get_ref<json::array_t&>().emplace_back(std::move(value));
        return &(*m_slot = std::move(value));
    }
    bool put(json value)
    {
        place(std::move(value));
        return true;
    }
    bool open(json empty)
    {
        if (std::ssize(m_open) == kMostNesting) {
            m_fault = tooDeep();
            return false;
        }
        json* opened = place(std::move(empty));
        m_open.push_back({opened, {}});
        return true;
    }
    bool close()
    {
        m_open.pop_back();
        return true;
    }
    /// "variants[1].set": the key that was read last.
    std::string pathHere() const
    {
        std::string path;
        for (const Open& open : m_open)
            if (open.value->is_array())
                path += "[" + std::to_string(open.value->size() - 1) + "]";
            else
                path += (path.empty() ? "" : ".") + open.key;
        return path;
    }

    std::string_view m_text;
    RepeatedKey m_repeated;
    json m_root;
    std::vector<Open> m_open;
    json* m_slot = nullptr; // of the key that was read last
    std::string m_fault;
};

/// Walks over the items of CBOR without making any, as the library's reader recurses into whatever it meets.
class CborWalk
{
public:
    explicit CborWalk(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}

    /// What is wrong with the bytes; empty where nothing is.
    std::string fault()
    {
        m_left.push_back(1);
        while (!m_left.empty()) {
            if (m_left.back() == 0) {
                m_left.pop_back();
                continue;
            }
            --m_left.back();
            const std::size_t begin = m_at;
            if (!item())
                return "byte " + std::to_string(begin + 1) + ": this is no CBOR";
            if (std::ssize(m_left) > kMostNesting + 1)
                return "byte " + std::to_string(begin + 1) + ": " + tooDeep();
        }
        return m_at == m_bytes.size() ? std::string()
                                      : "byte " + std::to_string(m_at + 1) + ": there is more than one value";
    }

private:
    enum Major { Bytes = 2, Text = 3, List = 4, Object = 5, Tag = 6, Simple = 7 };

    std::size_t rest() const { return m_bytes.size() - m_at; }

    /// The number behind an item's first byte, of 0 to 8 bytes; false where the bytes end.
    bool number(unsigned kind, std::uint64_t& value)
    {
        constexpr unsigned kLastOfOwn = 23, kLongest = 27;
        if (kind <= kLastOfOwn) {
            value = kind;
            return true;
        }
        if (kind > kLongest) // of no given length
            return false;
        const std::size_t size = 1U << (kind - kLastOfOwn - 1);
        if (rest() < size)
            return false;
        for (const std::uint8_t byte : m_bytes.subspan(m_at, size))
            value = value << 8U | byte;
        m_at += size;
        return true;
    }

    bool item()
    {
        std::uint64_t value = 0; // of the length, or the number itself
        if (rest() == 0)
            return false;
        const unsigned first = m_bytes[m_at++];
        const auto major = static_cast<Major>(first >> 5U);
        if (!number(first & 0x1FU, value) || major == Tag)
            return false;
        if (major == Bytes || major == Text) {
            if (value > rest())
                return false;
            m_at += value;
        } else if (major == List || major == Object) {
            if (value > rest()) // an item has one byte at least
                return false;
            m_left.push_back(major == Object ? 2 * value : value);
        }
        return true;
    }

    std::span<const std::uint8_t> m_bytes;
    std::size_t m_at = 0;
    std::vector<std::uint64_t> m_left; // items to come, of each open list or object
};

} // namespace

Result<json> readJson(std::string_view text, RepeatedKey repeated)
{
    Builder builder(text, repeated);
    if (!json::sax_parse(text.begin(), text.end(), &builder))
        return invalidFile(builder.fault());
    return std::move(builder.root());
}

Result<json> readCbor(std::span<const std::uint8_t> bytes)
{
    if (const std::string fault = CborWalk(bytes).fault(); !fault.empty())
        return invalidFile(fault);
    json value = json::from_cbor(bytes.begin(), bytes.end(), true, false);
    if (value.is_discarded())
        return invalidFile("byte 1: this is no CBOR");
    return value;
}

} // namespace hareloom
