// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/ReadFile.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace hareloom {
namespace {

namespace fs = std::filesystem;

std::string inUnits(std::int64_t bytes)
{
    return bytes % (1 << 20) == 0 ? std::to_string(bytes >> 20) + " MiB" : std::to_string(bytes) + " bytes";
}

Error cannotWrite(const fs::path& path)
{
    return systemError(path.string() + " cannot be written: " + std::strerror(errno) +
                       "; choose a folder that you may write to, on a disk with space.");
}

} // namespace

Result<std::string> readWholeFile(const std::string& path, std::int64_t most)
{
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (!fs::exists(status))
        return invalidFile(path + ": found no such file");
    if (!fs::is_regular_file(status))
        return invalidFile(path + ": found a folder or a device, allowed: a file");
    const auto size = static_cast<std::int64_t>(fs::file_size(path, failed));
    if (failed)
        return systemError(path + " cannot be read: " + failed.message());
    if (size > most)
        return invalidFile(path + ": found " + std::to_string(size) + " bytes, allowed: at most " +
                           inUnits(most));
    std::string content(static_cast<std::size_t>(size), '\0');
    std::ifstream in(path, std::ios::binary);
    if (!in || (size > 0 && !in.read(content.data(), size)))
        return systemError(path + " cannot be read: " + std::strerror(errno));
    return content;
}

Result<void> writeIntoFolder(const std::string& folder, const std::vector<NamedText>& files)
{
    std::error_code failed;
    fs::create_directories(folder, failed);
    for (const NamedText& file : files) {
        const fs::path path = fs::path(folder) / file.name, beside = path.string() + ".part";
        std::ofstream out(beside, std::ios::binary);
        out << file.content;
        out.close();
        if (!out || ::rename(beside.c_str(), path.c_str()) != 0) {
            const Error error = cannotWrite(path);
            fs::remove(beside, failed);
            return error;
        }
    }
    return {};
}

} // namespace hareloom
