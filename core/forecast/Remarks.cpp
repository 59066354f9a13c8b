// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forecast/Remarks.h"

#include "core/base/Text.h"
#include "core/family/ChainSetup.h"
#include "core/recipe/Families.h"

#include <algorithm>
#include <cmath>

namespace hareloom {
namespace {

/// A share of the training rows: the setting, what it says, and what becomes of it.
struct Share
{
    const char* path;
    double wanted;
    std::int64_t RowShares::*rows;
};

std::string sentence(const Share& share, std::int64_t generation, std::int64_t all, std::int64_t taken)
{
    const std::string wanted = std::string(share.path) + ": " + shortNumber(share.wanted) + " of the " +
                               std::to_string(all) + " training rows of generation " + std::to_string(generation) +
                               " is " + shortNumber(share.wanted * static_cast<double>(all));
    if (taken == 0)
        return wanted + " rows, which rounds to none. A larger share or sample size would give some.";
    return wanted + " rows, which rounds to " + std::to_string(taken) + ": a share of " +
           shortNumber(static_cast<double>(taken) / static_cast<double>(all)) + ".";
}

// The first generation in which a share rounds by more than half of itself.
void addShare(std::vector<std::string>& remarks, const ChainSetup& setup, const Share& share)
{
    if (share.wanted <= 0)
        return;
    for (std::int64_t g = 1; g <= setup.experiment.generations; ++g) {
        const RowShares shares = sharesOf(setup, static_cast<int>(g));
        const std::int64_t all = shares.real + shares.fresh + shares.previous + shares.pool,
                           taken = shares.*share.rows;
        const double wanted = share.wanted * static_cast<double>(all);
        if (std::abs(static_cast<double>(taken) - wanted) > wanted / 2) {
            remarks.push_back(sentence(share, g, all, taken));
            return;
        }
    }
}

} // namespace

std::vector<std::string> remarksOn(const Experiment& variant, std::shared_ptr<const Source> source)
{
    ChainSetup setup;
    setup.experiment = variant;
    setup.family = findFamily(variant.family);
    setup.source = std::move(source);
    setup.sourceMoments = *sourceMomentsOf(*setup.source, {});
    std::vector<std::string> remarks;
    const Policy& policy = variant.policy;
    if (variant.errors.statistical && !(policy.pool == Pool::All && policy.subsample == 0))
        for (const Share& share : {Share{"policy.realShare", policy.realShare, &RowShares::real},
                                   Share{"policy.freshShare", policy.freshShare, &RowShares::fresh},
                                   Share{"policy.betaPrevious", policy.betaPrevious, &RowShares::previous}})
            addShare(remarks, setup, share);
    if (setup.family->remarks)
        for (std::string& more : setup.family->remarks(setup))
            remarks.push_back(std::move(more));
    return remarks;
}

void addReadAs(std::vector<std::string>& lines, const Source& source)
{
    if (std::string line = source.readAs();
        !line.empty() && std::find(lines.begin(), lines.end(), line) == lines.end())
        lines.push_back(std::move(line));
}

void addRemarks(std::vector<std::string>& remarks, const Experiment& variant, std::shared_ptr<const Source> source,
                bool isOneOfSeveral)
{
    for (const std::string& remark : remarksOn(variant, std::move(source))) {
        std::string whole = isOneOfSeveral && !variant.title.empty() ? variant.title + ": " + remark : remark;
        if (std::find(remarks.begin(), remarks.end(), whole) == remarks.end())
            remarks.push_back(std::move(whole));
    }
}

} // namespace hareloom
