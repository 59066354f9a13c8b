// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/image/ClassShares.h"

#include "core/families/image/VaeSnapshot.h"
#include "core/family/RealValues.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

std::vector<double> counted(const std::vector<std::uint8_t>& classes, std::size_t atLeast)
{
    if (classes.empty())
        return {};
    std::vector<double> shares(
        std::max<std::size_t>(atLeast, *std::max_element(classes.begin(), classes.end()) + std::size_t(1)));
    for (const std::uint8_t each : classes)
        shares[each] += 1 / double(classes.size());
    return shares;
}

} // namespace

std::vector<double> classSharesOf(const Generation& generation, std::size_t classes)
{
    std::vector<double> shares;
    for (double share = 0;; shares.push_back(share)) {
        share = generation.metric(partName("classShare", shares.size()));
        if (!std::isfinite(share))
            break;
    }
    if (!shares.empty())
        return shares;
    const VaeSnapshot* vae = generation.snapshot ? asVae(*generation.snapshot) : nullptr;
    return vae ? counted(vae->view().cloudClasses, classes) : shares;
}

ClassStream classStream(const StageFrame& frame, const std::vector<double>& before,
                        const std::vector<std::string>& names)
{
    const std::size_t classes = std::max(before.size(), names.size());
    std::vector<std::vector<double>> shares{before};
    for (int g = 1; frame.history && g < frame.history->count(frame.chain); ++g)
        shares.push_back(classSharesOf(*frame.history->at(frame.chain, g), classes));
    const GenerationPtr first = frame.history ? frame.history->at(frame.chain, 0) : nullptr;
    return {frame,
            std::move(shares),
            names,
            {tr("share of images"),
             tr("Class shares by generation"),
             tr("class %1"),
             {},
             first ? realPartsOf(first->snapshot, "classShare") : std::vector<double>()}};
}

} // namespace hareloom::ui
