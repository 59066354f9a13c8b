// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/normal/NormalFields.h"

#include "core/experiment/FieldBuilders.h"
#include "core/families/normal/NormalSettings.h"

namespace hareloom {

using namespace fields;

std::vector<ExperimentField> gaussianFields()
{
    return {choice({"model.estimator", "Estimator", "Divide the scatter by M - 1 (unbiased) or by M (biased)."},
                   kEstimators, model(&GaussianSettings::estimator), ofFamily("gaussian"))};
}

std::vector<ExperimentField> kdeFields()
{
    const auto isFixed = [](const Experiment& e) {
        return e.family == "kde" && e.model.of<KdeSettings>().bandwidth == Bandwidth::Fixed;
    };
    return {choice({"model.bandwidth", "Bandwidth",
                    "How wide the bell over each row is: a fixed width, or a rule that follows the sample."},
                   kBandwidths, model(&KdeSettings::bandwidth), ofFamily("kde")),
            real({"model.bandwidthValue", "Bandwidth value", "The kernel's standard deviation in each variable."},
                 {1e-100, kHuge}, model(&KdeSettings::bandwidthValue), isFixed)};
}

std::vector<ExperimentField> mixtureFields()
{
    const auto applies = ofFamily("mixture");
    ExperimentField kind = choice(
        {"model.regularisationKind", "Regularisation",
         "What keeps a component from narrowing to a point: a floor under its variances, as a share of the data's "
         "or as a number, or a number added to them at each step of EM, as scikit-learn does."},
        kRegularisationKinds, model(&MixtureSettings::regularisationKind), applies);
    kind.formerly = [](const Experiment&) { return json(wordOf(kRegularisationKinds, RegularisationKind::Floor)); };
    return {
        whole({"model.components", "Components", "How many bell curves the mixture has.", "", "Groups in the model"}, {1, 1000},
              model(&MixtureSettings::components), applies),
        choice({"model.covariance", "Covariance", "Which shapes the components may have."}, kCovarianceShapes,
               model(&MixtureSettings::covariance), applies),
        whole({"model.starts", "Starts", "EM runs from this many random starts and keeps the best fit."}, {1, 1000},
              model(&MixtureSettings::starts), applies),
        real({"model.tolerance", "Tolerance", "EM stops when a step gains less log-likelihood per row.",
              "nats a row"},
             {0, 1}, model(&MixtureSettings::tolerance), applies),
        whole({"model.maxIterations", "Most iterations", "EM stops after this many steps at the latest."},
              {1, 1'000'000}, model(&MixtureSettings::maxIterations), applies),
        std::move(kind),
        real({"model.regularisation", "Amount",
              "Smallest variance, as a share of generation 0's in that variable or in squared units of the data; or "
              "what is added to each variance."},
             {1e-100, 1e6}, model(&MixtureSettings::regularisation), applies),
    };
}

} // namespace hareloom
