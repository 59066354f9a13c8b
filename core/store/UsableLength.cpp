// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/UsableLength.h"

#include "core/store/StoredLinks.h"

namespace hareloom {

Result<int> usableLength(bool needsEverySample, int length, const std::function<Result<bool>(int)>& hasModel)
{
    if (needsEverySample) {
        for (int index = 0; index < length; ++index)
            if (const Result<bool> has = hasModel(index); !has || !*has)
                return has ? Result<int>(index) : has.error();
        return length;
    }
    for (int index = length - 1; index >= 0; --index)
        if (const Result<bool> has = hasModel(index); !has || *has)
            return has ? Result<int>(index + 1) : has.error();
    return 0;
}

std::string goesOnFrom(const std::string& path, ChainIndex chain, int length, int usable)
{
    return path + ": the weights of " + placeOf(chain, length - 1) +
           " are missing or damaged; the chain goes on from generation " + std::to_string(usable - 1) +
           ", and those after it are made again.";
}

} // namespace hareloom
