// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SessionLog.h"

#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace hareloom {
namespace {

/// statfs(2): the numbers of Linux and of the file systems themselves.
constexpr std::array<std::uint32_t, 14> kSharedKinds = {
    0x00006969, // NFS
    0xFF534D42, // CIFS
    0xFE534D42, // SMB 2 and later
    0x0000517B, // SMB
    0x0BD00BD0, // Lustre
    0x47504653, // GPFS
    0x19830326, // BeeGFS
    0x00C36400, // Ceph
    0x5346414F, // AFS
    0x73757245, // Coda
    0x7461636F, // OCFS2
    0x01161970, // GFS2
    0x01021997, // 9p
    0x65735546, // FUSE
};

} // namespace

bool isOnSharedDisk(const std::string& path)
{
    struct statfs about
    {
    };
    if (::statfs(path.c_str(), &about) != 0)
        return false;
    const auto kind = static_cast<std::uint32_t>(about.f_type);
    return std::find(kSharedKinds.begin(), kSharedKinds.end(), kind) != kSharedKinds.end();
}

Result<void> lockAlone(const Database& database)
{
    return database.execute("PRAGMA locking_mode = EXCLUSIVE");
}

} // namespace hareloom
