// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/NamedPolicies.h"

namespace hareloom {
namespace {

constexpr double kTenth = 0.1;
constexpr std::int64_t kSubsample = 100; // where the sample size is that of a table

constexpr NamedPolicy kPolicies[] = {
    {"replace", "Replace", "Each generation learns only from what the one before it generated."},
    {"accumulate", "Accumulate", "Each generation learns from the real rows and from all generated so far."},
    {"accumulate-subsample", "Accumulate, subsample",
     "All rows are kept, but each generation learns from a sample of them of a fixed size."},
    {"keep-real", "Keep 10% real", "A tenth of the rows of each generation are original data."},
    {"control", "Control: one step only",
     "Each generation learns from what generation 0's model generates anew, so that no error is handed on."},
    {"fresh", "Fresh data", "A tenth of the rows of each generation are newly drawn from the true source."},
};

} // namespace

std::span<const NamedPolicy> namedPolicies()
{
    return kPolicies;
}

Policy namedPolicy(std::string_view id, const Experiment& experiment)
{
    Policy policy = experiment.policy;
    const bool accumulates = id == "accumulate" || id == "accumulate-subsample";
    policy.pool = accumulates ? Pool::All : id == "control" ? Pool::First : Pool::Latest;
    policy.subsample = 0;
    if (id == "accumulate-subsample")
        policy.subsample = experiment.samples.size > 0 ? experiment.samples.size : kSubsample;
    policy.realShare = id == "keep-real" ? kTenth : 0;
    policy.freshShare = id == "fresh" ? kTenth : 0;
    policy.betaPrevious = 0;
    if (policy.realShare + policy.freshShare == 0)
        policy.realWeight = 0;
    return policy;
}

std::string_view policyName(const Experiment& experiment)
{
    const Policy& has = experiment.policy;
    for (const NamedPolicy& named : kPolicies) {
        const Policy policy = namedPolicy(named.id, experiment);
        if (policy.pool == has.pool && (policy.subsample > 0) == (has.subsample > 0) &&
            policy.realShare == has.realShare && policy.freshShare == has.freshShare &&
            policy.betaPrevious == has.betaPrevious)
            return named.id;
    }
    return {};
}

} // namespace hareloom
