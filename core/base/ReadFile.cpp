// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ReadFile.h"

#include "core/base/AtomicFile.h"

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

} // namespace

Result<std::string> readWholeFile(const std::string& path, std::int64_t most)
{
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (!fs::exists(status))
        return invalidFile(path + ": there is no such file.");
    if (!fs::is_regular_file(status))
        return invalidFile(path + ": this is a folder or a device. Name a file.");
    const auto size = static_cast<std::int64_t>(fs::file_size(path, failed));
    if (failed)
        return systemError(path + " cannot be read: " + failed.message());
    if (size > most)
        return invalidFile(path + ": the file has " + std::to_string(size) + " bytes, more than the " +
                           inUnits(most) + " that are read of such a file.");
    std::string content(static_cast<std::size_t>(size), '\0');
    std::ifstream in(path, std::ios::binary);
    if (!in || (size > 0 && !in.read(content.data(), size)))
        return systemError(path + " cannot be read: " + std::strerror(errno));
    if (auto refused = refusalOfPointer(path, content))
        return *refused;
    return content;
}

std::optional<Error> refusalOfPointer(const std::string& path, std::string_view beginning)
{
    if (!beginning.starts_with("version https://git-lfs.github.com/spec/"))
        return std::nullopt;
    return invalidFile(path + ": this is a pointer of Git LFS and not the file itself; fetch the file with "
                              "`git lfs pull`, or download it from where the repository lies");
}

Result<void> writeIntoFolder(const std::string& folder, const std::vector<NamedText>& files)
{
    if (auto made = makeFolder(folder); !made)
        return made;
    for (const NamedText& file : files)
        if (auto written = writeFileAtomically((fs::path(folder) / file.name).string(),
                                               [&file](std::ostream& out) {
                                                   out << file.content;
                                                   return Result<void>();
                                               });
            !written)
            return written;
    return {};
}

} // namespace hareloom
