// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue/Sha256.h"

#include <openssl/evp.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <new>
#include <vector>

namespace hareloom {
namespace {

/// libcrypto refuses a digest that it knows only where memory has run out.
void check(int isDone)
{
    if (isDone != 1)
        throw std::bad_alloc();
}

} // namespace

void Sha256::Free::operator()(evp_md_ctx_st* context) const
{
    EVP_MD_CTX_free(context);
}

Sha256::Sha256() : m_context(EVP_MD_CTX_new())
{
    check(m_context ? EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr) : 0);
}

void Sha256::add(std::span<const std::uint8_t> bytes)
{
    check(EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()));
}

std::array<std::uint8_t, 32> Sha256::digest()
{
    std::array<std::uint8_t, 32> digest{};
    check(EVP_DigestFinal_ex(m_context.get(), digest.data(), nullptr));
    return digest;
}

std::string Sha256::hex()
{
    std::string text;
    for (const std::uint8_t byte : digest()) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    return text;
}

Result<std::string> sha256Of(const std::string& path, const StopToken& stop)
{
    std::ifstream file(path, std::ios::binary);
    Sha256 hash;
    std::vector<std::uint8_t> piece(1 << 18);
    while (file) {
        if (stop.stopRequested())
            return stopped();
        file.read(reinterpret_cast<char*>(piece.data()), static_cast<std::streamsize>(piece.size()));
        hash.add({piece.data(), static_cast<std::size_t>(file.gcount())});
    }
    if (!file.eof())
        return systemError(path + ": cannot be read: " + std::strerror(errno));
    return hash.hex();
}

} // namespace hareloom
