// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/Skeleton.h"

#include "core/base/EmbeddedText.h"

namespace hareloom {

std::vector<NamedText> lessonSkeleton()
{
    std::vector<NamedText> files;
    for (const auto& [name, text] : embeddedSkeleton())
        files.push_back({std::string(name.substr(name.find('/') + 1)), std::string(text)});
    return files;
}

} // namespace hareloom
