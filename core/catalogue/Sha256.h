// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/StopToken.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

struct evp_md_ctx_st; // OpenSSL's EVP_MD_CTX

namespace hareloom {

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece, computed by OpenSSL's libcrypto. Throws
/// std::bad_alloc where there is no memory for it.
class Sha256
{
public:
    Sha256();
    void add(std::span<const std::uint8_t> bytes);
    /// The digest itself, or as 64 hexadecimal digits, lower case. The last call.
    std::array<std::uint8_t, 32> digest();
    std::string hex();

private:
    struct Free
    {
        void operator()(evp_md_ctx_st* context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

/// Of a whole file. Errors: System when it cannot be read; Stopped.
Result<std::string> sha256Of(const std::string& path, const StopToken& stop = {});

} // namespace hareloom
