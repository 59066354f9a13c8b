// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ReadFile.h"

#include <vector>

namespace hareloom {

/// The files of a small lesson that passes its check, to start from.
std::vector<NamedText> lessonSkeleton();

} // namespace hareloom
