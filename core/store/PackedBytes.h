// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>

namespace hareloom {

static_assert(std::endian::native == std::endian::little, "session files are little-endian");

/// Numbers and texts one after another, as a session packs them: whole numbers with 7 bits a byte, the lowest
/// first, and the eighth bit set on all bytes but the last (LEB128, as in Protocol Buffers); others as 8
/// bytes, little-endian.
class PackedWriter
{
public:
    void whole(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7)
            m_bytes += static_cast<char>(value | 0x80);
        m_bytes += static_cast<char>(value);
    }
    /// Small ones of either sign are short: 0, -1, 1, -2 ... are written as 0, 1, 2, 3 ...
    void signedWhole(std::int64_t value)
    {
        whole(static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63));
    }
    void real(double value) { raw(&value, sizeof value); }
    void reals(std::span<const double> values) { raw(values.data(), values.size_bytes()); }
    /// Its length, then its bytes.
    void text(std::string_view text)
    {
        whole(text.size());
        raw(text.data(), text.size());
    }
    void raw(const void* bytes, std::size_t size) { m_bytes.append(static_cast<const char*>(bytes), size); }

    std::span<const std::uint8_t> bytes() const
    {
        return {reinterpret_cast<const std::uint8_t*>(m_bytes.data()), m_bytes.size()};
    }
    std::size_t size() const { return m_bytes.size(); }
    void clear() { m_bytes.clear(); }

private:
    std::string m_bytes;
};

/// Reads them back, from bytes that may be anything. What is not there is 0 or empty, and remembered.
class PackedReader
{
public:
    /// `bytes` outlive this.
    explicit PackedReader(std::span<const std::uint8_t> bytes) : m_left(bytes) {}

    std::uint64_t whole()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const std::span<const std::uint8_t> byte = raw(1);
            if (byte.empty())
                return 0;
            value |= static_cast<std::uint64_t>(byte[0] & 0x7F) << shift;
            if (byte[0] < 0x80)
                return value;
        }
        m_ok = false;
        return 0;
    }
    std::int64_t signedWhole()
    {
        const std::uint64_t value = whole();
        return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }
    double real()
    {
        double value = 0;
        if (const auto bytes = raw(sizeof value); !bytes.empty())
            std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }
    std::string_view text()
    {
        const auto bytes = raw(whole());
        return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    }
    std::span<const std::uint8_t> raw(std::uint64_t size)
    {
        if (size > m_left.size()) {
            m_ok = false;
            m_left = {};
            return {};
        }
        const auto taken = m_left.first(static_cast<std::size_t>(size));
        m_left = m_left.subspan(static_cast<std::size_t>(size));
        return taken;
    }

    bool ok() const { return m_ok; }
    std::size_t left() const { return m_left.size(); }

private:
    std::span<const std::uint8_t> m_left;
    bool m_ok = true;
};

} // namespace hareloom
