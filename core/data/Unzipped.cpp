// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Unzipped.h"

#include <filesystem>
#include <zlib.h>

namespace hareloom {
namespace {

constexpr std::size_t kStep = 1 << 20;

/// A file, not a pipe or a device, which would be waited for.
bool isFile(const std::string& path)
{
    std::error_code ignored;
    return std::filesystem::is_regular_file(path, ignored);
}

} // namespace

Unzipped::Unzipped(const std::string& path) : m_file(isFile(path) ? gzopen(path.c_str(), "rb") : nullptr)
{
}

Unzipped::~Unzipped()
{
    if (m_file)
        gzclose(m_file);
}

std::int64_t Unzipped::read(void* to, std::size_t bytes) const
{
    const int count = gzread(m_file, to, static_cast<unsigned>(bytes));
    int error = Z_OK;
    gzerror(m_file, &error);
    return count < 0 || (error != Z_OK && error != Z_STREAM_END) ? -1 : count;
}

bool Unzipped::isPlain() const
{
    return gzdirect(m_file) != 0;
}

Result<std::string> readUnzipped(const std::string& path, std::int64_t most)
{
    const Unzipped file(path);
    if (!file.isOpen())
        return invalidFile(path + ": there is no such file, or it may not be read.");
    std::string all;
    for (std::int64_t count = 1; count > 0;) {
        const std::size_t before = all.size();
        all.resize(before + kStep);
        count = file.read(all.data() + before, kStep);
        if (count < 0)
            return invalidFile(path + ": this gzip file is damaged. Get it again from where it came.");
        all.resize(before + static_cast<std::size_t>(count));
        if (static_cast<std::int64_t>(all.size()) > most)
            return invalidFile(path + ": this file unpacks to more than " + std::to_string(most >> 20) +
                               " MB. Choose a smaller one.");
    }
    return all;
}

} // namespace hareloom
