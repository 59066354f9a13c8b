// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Generation.h"

namespace hareloom::ui {

/// What a generation wrote; null where there is none, or its model writes nothing.
inline const WrittenTexts* textsOf(const GenerationPtr& generation)
{
    return generation && generation->snapshot ? generation->snapshot->texts() : nullptr;
}

} // namespace hareloom::ui
