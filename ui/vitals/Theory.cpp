// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/Theory.h"

#include "core/prediction/Predictions.h"

namespace hareloom::ui {

std::optional<Prediction> theoryOf(const Experiment& variant, const std::string& metric)
{
    return predict(variant, metric);
}

} // namespace hareloom::ui
