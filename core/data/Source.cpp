// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/Source.h"

#include "core/data/AnalyticSources.h"
#include "core/data/CurveSource.h"
#include "core/data/ImageSource.h"
#include "core/data/ShapeSources.h"
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

Result<std::shared_ptr<const Source>> makeSource(const SourceConfig& config, bool discrete,
                                                 const std::string& baseFolder)
{
    if (config.kind == "zipf" || config.kind == "categories") {
        if (!discrete)
            return invalidInput(
                "source.kind: found \"" + config.kind +
                "\", allowed for this family: a source of numbers; states need the discrete family");
        return makeCategoricalSource(config);
    }
    if (discrete && config.kind == "points")
        return invalidInput("source.kind: found \"points\", allowed for the discrete family: zipf, "
                            "categories, csv, faithful with one column");
    if (isImageSource(config) && discrete)
        return invalidInput("source.kind: found \"" + config.kind +
                            "\", allowed for the discrete family: zipf, categories, csv");
    if (isImageSource(config))
        return makeImageSource(config, baseFolder);
    if (config.kind == "csv" || config.kind == "points" || config.kind == "faithful")
        return makeTableSource(config, discrete, baseFolder);
    if (discrete)
        return invalidInput("source.kind: found \"" + config.kind +
                            "\", allowed for the discrete family: zipf, categories, csv");
    if (config.kind == "curve")
        return makeCurveSource(config);
    if (auto shape = makeShapeSource(config))
        return shape;
    return makeNormalSource(config);
}

} // namespace hareloom
