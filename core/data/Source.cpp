// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Source.h"

#include "core/data/AnalyticSources.h"
#include "core/data/CurveSource.h"
#include "core/data/ImageSource.h"
#include "core/data/ShapeSources.h"
#include "core/data/SourceKinds.h"
#include "core/data/TableSource.h"

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
    if (canGive(config, RowKind::Images))
        return makeImageSource(config, rows, baseFolder);
    if (rows == RowKind::Text)
        return unsupported("source.kind: text is opened with the vocabulary of a language model");
    if (isTable(config))
        return makeTableSource(config, rows, baseFolder);
    if (rows == RowKind::States)
        return makeCategoricalSource(config);
    if (hasNormalTruth(config))
        return makeNormalSource(config);
    return hasKnownDensity(config) ? makeCurveSource(config) : makeShapeSource(config);
}

} // namespace hareloom
