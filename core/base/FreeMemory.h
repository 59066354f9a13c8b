// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace hareloom {

/// Bytes that this process can still take before the system, its group of processes (cgroup v2, as Slurm and
/// containers set one) or its own limit (ulimit -v) refuses them or ends it; nothing where none of these says
/// so. `root`: where /proc and /sys lie; a test has folders of its own.
std::optional<double> freeMemory(const std::string& root = "/");
/// Bytes of address space that its own limit alone leaves to it; nothing where there is none.
std::optional<double> addressSpaceLeft(const std::string& root = "/");

} // namespace hareloom
