// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/SourceKind.h"

namespace hareloom {

/// Texts. A language model opens them with its vocabulary: core/text/TextSource.h.
extern const SourceKind kFieldGuideSource, kTextSource;

} // namespace hareloom
