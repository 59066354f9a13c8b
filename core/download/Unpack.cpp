// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/download/Unpack.h"

#include "core/download/PartFile.h"

#include <zip.h>

#include <filesystem>
#include <memory>

namespace hareloom {
namespace {

namespace fs = std::filesystem;

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using Member = std::unique_ptr<zip_file_t, decltype(&zip_fclose)>;

Result<void> unpackOne(zip_t* archive, const std::string& path, const std::string& name,
                       const std::string& to, const StopToken& stop)
{
    const zip_int64_t index = zip_name_locate(archive, name.c_str(), ZIP_FL_NODIR);
    const Member member(index < 0 ? nullptr : zip_fopen_index(archive, static_cast<zip_uint64_t>(index), 0),
                        &zip_fclose);
    if (!member)
        return invalidFile(path + ": found no readable \"" + name + "\" in this archive");
    auto part = PartFile::open(to);
    if (!part)
        return part.error();
    if (auto emptied = part->startAgain(); !emptied)
        return emptied;
    std::vector<char> block(1 << 16);
    zip_int64_t got = 0;
    while ((got = zip_fread(member.get(), block.data(), block.size())) > 0) { // 0 only if its checksum holds
        if (!stop.proceed())
            return stopped();
        if (auto written = part->append(std::span(block).first(static_cast<std::size_t>(got))); !written)
            return written;
    }
    return got == 0 ? part->finish()
                    : invalidFile(path + ": \"" + name +
                                  "\" in this archive is damaged: " + zip_file_strerror(member.get()));
}

} // namespace

Result<void> unpack(const std::string& archive, const std::vector<std::string>& names,
                    const std::string& folder, const StopToken& stop)
{
    int failure = 0;
    const Archive opened(zip_open(archive.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &failure), &zip_discard);
    if (!opened)
        return invalidFile(archive + ": cannot be read as a zip archive");
    for (const std::string& name : names) {
        const fs::path to = fs::path(folder) / name;
        std::error_code ignored;
        if (fs::exists(to, ignored))
            continue;
        if (auto done = unpackOne(opened.get(), archive, name, to.string(), stop); !done)
            return done;
    }
    return {};
}

} // namespace hareloom
