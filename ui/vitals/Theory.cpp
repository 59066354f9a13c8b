// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/Theory.h"

#include "core/chain/Predictions.h"

namespace hareloom::ui {

std::optional<std::vector<double>> theoryOf(const Experiment& variant, const std::string& metric)
{
    auto prediction = predict(variant, metric);
    return prediction ? std::optional(std::move(prediction->values)) : std::nullopt;
}

} // namespace hareloom::ui
