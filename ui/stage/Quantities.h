// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Generation.h"

#include <QString>

#include <functional>
#include <string>
#include <vector>

namespace hareloom::ui {

/// One number of a generation, by which chains can be compared.
struct Quantity
{
    std::string key;                                // a metric's name, or a name of the family's own
    QString title;                                  // with its unit
    std::function<double(const Generation&)> value; // NaN where it is not defined
    std::string metric = {};                        // that it follows from; empty: the one called `key`
    double (*fromMetric)(double) = nullptr;         // how; null: it is the metric itself

    const std::string& metricName() const { return metric.empty() ? key : metric; }
};

/// Those of the family, then what the experiment measured beside them.
std::vector<Quantity> withMetrics(std::vector<Quantity> ofFamily, const Generation& first,
                                  const std::vector<std::string>& variables = {});

} // namespace hareloom::ui
