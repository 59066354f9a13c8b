// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Source.h"

#include "core/data/SourceKinds.h"

namespace hareloom {

std::vector<std::string> Source::variableNames() const
{
    std::vector<std::string> names;
    for (int j = 1; j <= dimension(); ++j)
        names.push_back(dimension() == 1 ? "x" : "x" + std::to_string(j));
    return names;
}

std::optional<TrueMoments> Source::moments() const
{
    if (const auto truth = normalMixture())
        return TrueMoments{meanOf(*truth), covarianceOf(*truth)};
    return std::nullopt;
}

std::optional<Vector> Source::logDensity(MatrixView rows) const
{
    if (const auto truth = normalMixture())
        return hareloom::logDensity(*truth, rows);
    return std::nullopt;
}

Result<std::shared_ptr<const Source>> makeSource(const SourceConfig& config, RowKind rows,
                                                 const std::string& baseFolder)
{
    if (!canGive(config, rows))
        return wrongSource(config, rows);
    if (const auto make = kindOf(config).make)
        return make(config, rows, baseFolder);
    return unsupported("source.kind: text is opened with the vocabulary of a language model");
}

} // namespace hareloom
