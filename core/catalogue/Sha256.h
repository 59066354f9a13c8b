// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/StopToken.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>

namespace hareloom {

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece.
class Sha256
{
public:
    void add(std::span<const std::uint8_t> bytes);
    /// 64 hexadecimal digits, lower case. The last call.
    std::string hex();

private:
    void block(const std::uint8_t* bytes);

    std::array<std::uint32_t, 8> m_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<std::uint8_t, 64> m_rest{}; // bytes that do not fill a block yet
    std::uint64_t m_count = 0;             // bytes so far
};

/// Of a whole file. Errors: System when it cannot be read; Stopped.
Result<std::string> sha256Of(const std::string& path, const StopToken& stop = {});

} // namespace hareloom
