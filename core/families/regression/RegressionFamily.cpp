// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/regression/RegressionFamily.h"

#include "core/data/Source.h"
#include "core/data/SourceKinds.h"
#include "core/families/regression/Regression.h"
#include "core/families/regression/RegressionEvaluator.h"
#include "core/families/regression/RegressionFields.h"
#include "core/families/regression/RegressionPredictions.h"
#include "core/families/regression/RegressionTeller.h"
#include "core/family/ChainSetup.h"

#include <algorithm>
#include <array>

namespace hareloom {
namespace {

constexpr std::array<std::string_view, 3> kUsualMetrics = {"testError", "residualVariance",
                                                           "coefficientNorm"};
constexpr std::array<std::string_view, 4> kOwnMetrics = {"testError", "heldOutError", "residualVariance",
                                                         "coefficientNorm"};

Result<void> checkInputs(const Source& source)
{
    if (source.dimension() >= 2)
        return {};
    return invalidSetting("source.kind",
                          "a row has one variable, and a regression needs two or more: inputs, and last the "
                          "response. Choose \"linear\", or a source or table with more variables.");
}

Result<void> check(const Experiment& e)
{
    const auto& metrics = e.evaluation.metrics;
    if (e.evaluation.heldOut < 1 &&
        std::find(metrics.begin(), metrics.end(), "heldOutError") != metrics.end())
        return invalidSetting("evaluation.metrics",
                              "\"heldOutError\" needs held-out rows, and evaluation.heldOut is 0. Set "
                              "some aside, or measure \"testError\".");
    if (isTable(e.source)) // a file is read when the run begins
        return {};
    const auto source = makeSource(e.source, RowKind::Numbers, e.baseFolder);
    return source ? checkInputs(**source) : Result<void>(); // what is wrong with the source is told elsewhere
}

} // namespace

const Family kRegressionFamily = {
    .name = "regression",
    .title = "Regression",
    .summary =
        "A line through the data, in one input or many: the last variable is the response to the others.",
    .canBeNarrowed = true,
    .weighsRows = true,
    .keepsSums = true,
    .usualMetrics = kUsualMetrics,
    .ownMetrics = kOwnMetrics,
    .fields = regressionFields,
    .make = [](const Experiment& e, const DataShape& shape) -> std::unique_ptr<Generator> {
        return std::make_unique<Regression>(e, shape);
    },
    .snapshotKind = RegressionSnapshot::kKind,
    .readSnapshot = readRegressionSnapshot,
    .check = check,
    .prepare = [](Experiment&, const Source& source) { return checkInputs(source); },
    .evaluator =
        [](const References& r) { return std::unique_ptr<FamilyEvaluator>(new RegressionEvaluator(r)); },
    .predict = predictRegression,
    .teller = [](const ToldRunPtr& run) { return std::unique_ptr<FamilyTeller>(new RegressionTeller(run)); },
    .outcome = regressionOutcome,
};

} // namespace hareloom
