// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace hareloom {

/// The folder that the running program lies in; empty where the system does not tell.
std::filesystem::path programFolder();

/// Where the packages' data file or folder `name` lies, as "datasets/fashion-mnist": in `share` beside the folder of the
/// program, where an unpacked archive of Hareloom brings it, else below /usr/share. Whether it is there the caller sees.
std::filesystem::path packagedData(std::string_view name);
/// The same for a program in another folder.
std::filesystem::path packagedData(std::string_view name, const std::filesystem::path& program);

} // namespace hareloom
