// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Family.h"

namespace hareloom {

/// A language model that is fine-tuned on text (see LanguageGenerator.h).
extern const Family kLanguageFamily;

} // namespace hareloom
