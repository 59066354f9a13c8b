// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/regression/RegressionFields.h"

#include "core/experiment/FieldBuilders.h"
#include "core/families/regression/RegressionSettings.h"

namespace hareloom {

using namespace fields;

std::vector<ExperimentField> regressionFields()
{
    using R = RegressionSettings;
    const auto applies = ofFamily("regression");
    const auto isRegressionWith = [](auto member, auto choice) {
        return [member, choice](const Experiment& e) {
            return e.family == "regression" && e.model.of<R>().*member == choice;
        };
    };
    return {
        choice({"model.features", "Features",
                "What the response is linear in: the inputs, or as many random features of them, max(0, u x) "
                "with a "
                "direction u that is drawn once for the run."},
               kFeatureKinds, model(&R::features), applies),
        whole({"model.featureCount", "Number of features", "How many random features the model has.", "", "Size of the model"},
              {1, 2000}, model(&R::width), isRegressionWith(&R::features, FeatureKind::Relu)),
        real({"model.ridge", "Ridge",
              "Penalty on the sum of squared coefficients, for each row; 0 is least squares. The intercept "
              "is free."},
             {0, 1e9}, model(&R::ridge), applies),
        toggle({"model.intercept", "Intercept", "Whether the fitted line may miss the origin."},
               model(&R::intercept), applies),
        choice({"model.noise", "Noise of responses",
                "How much generated responses scatter around the model: as its own rows did around its fit, "
                "or by a "
                "fixed number."},
               kResponseNoises, model(&R::noise), applies),
        real({"model.noiseValue", "Noise value",
              "The standard deviation of generated responses around the model."},
             {0, kHuge}, model(&R::noiseValue), isRegressionWith(&R::noise, ResponseNoise::Fixed)),
    };
}

} // namespace hareloom
