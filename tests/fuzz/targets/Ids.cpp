// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lm/OpenModel.h"
#include "tests/fuzz/targets/Targets.h"

namespace hareloom::fuzz {

void ids(Input input)
{
    const InputFile file(input);
    const auto rows = cli::readRows(file.path(), "token ids");
    if (!rows)
        return requireSentence(rows.error());
    require(!rows->empty(), "a file of ids has rows");
    for (const auto& row : *rows) {
        require(!row.empty(), "a row has ids");
        for (const TokenId id : row)
            require(id >= 0, "an id is a whole number from 0");
    }
}

} // namespace hareloom::fuzz
