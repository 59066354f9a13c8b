// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Source.h"
#include "tests/fuzz/targets/Targets.h"

#include <algorithm>
#include <cmath>

namespace hareloom::fuzz {

// The first byte chooses how the table is read.
void csv(Input input)
{
    if (input.empty())
        return;
    const int how = input.front();
    const InputFile file(input.subspan(1));
    SourceConfig config;
    config.kind = "csv";
    config.path = file.path();
    config.table.header = kHeaderRows[static_cast<std::size_t>(how / 2) % kHeaderRows.size()].value;
    if (how & 64)
        config.columns = {how & 128 ? "1" : "a"};
    const RowKind rows = how % 2 == 0 ? RowKind::Numbers : RowKind::States;
    const auto source = makeSource(config, rows);
    if (!source)
        return requireSentence(source.error());
    const std::int64_t count = (*source)->rowCount().value_or(0);
    require(count >= 1, "a table has rows");
    const auto values = toMatrix((*source)->draw(count, 0));
    require(values->allFinite(), "every cell is finite");
    require(std::ssize((*source)->variableNames()) == values->cols(), "every column has a name");
    for (std::int64_t state = 0; state < std::min<std::int64_t>((*source)->stateCount(), 50); ++state)
        require(!(*source)->stateName(state).empty(), "every state has a name");
}

} // namespace hareloom::fuzz
