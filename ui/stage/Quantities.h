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
    std::string key; // a metric's name, or one of "standardDeviation", "mean", "alive", "entropy"
    QString title;   // with its unit
    std::function<double(const Generation&)> value; // NaN where it is not defined
};

/// What can be said of every generation of a chain that begins with `first`, the most telling one first: what
/// follows from the kind of its snapshot, then what the experiment measured.
std::vector<Quantity> quantitiesOf(const Generation& first, const std::vector<std::string>& variables = {});

} // namespace hareloom::ui
