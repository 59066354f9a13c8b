// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Variants.h"

#include "core/base/Text.h"
#include "core/recipe/ExperimentJson.h"

#include <algorithm>

namespace hareloom {

Result<std::vector<Experiment>> expandVariants(const Experiment& experiment)
{
    Experiment base = experiment;
    base.variants.clear();
    if (experiment.variants.empty()) {
        auto valid = validate(base);
        return valid ? Result<std::vector<Experiment>>(std::vector{base})
                     : Result<std::vector<Experiment>>(valid.error());
    }
    std::vector<Experiment> all;
    for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
        const Variant& variant = experiment.variants[v];
        Experiment changed = base;
        changed.title = variant.title;
        for (const auto& [path, value] : variant.set) {
            auto done = setField(changed, path, value);
            if (!done)
                return Error{done.error().kind,
                             "variants[" + std::to_string(v) + "].set." + done.error().message};
        }
        auto valid = validate(changed);
        if (!valid)
            return Error{valid.error().kind, "variants[" + std::to_string(v) + "] (" + variant.title +
                                                 "): " + valid.error().message};
        all.push_back(std::move(changed));
    }
    return all;
}

Result<void> overrideField(Experiment& experiment, std::string_view path, std::string_view value)
{
    auto done = setField(experiment, path, value);
    if (!done)
        return done;
    std::vector<Variant> distinct;
    for (Variant& variant : experiment.variants) {
        std::erase_if(variant.set, [path](const auto& setting) { return setting.first == path; });
        if (std::none_of(distinct.begin(), distinct.end(),
                         [&](const Variant& other) { return other.set == variant.set; }))
            distinct.push_back(std::move(variant));
    }
    const bool isPlain = distinct.size() == 1 && distinct.front().set.empty();
    experiment.variants = isPlain ? std::vector<Variant>() : std::move(distinct);
    return {};
}

Result<Experiment> onlyVariant(const Experiment& experiment, const std::string& titleOrNumber)
{
    auto all = expandVariants(experiment);
    if (!all)
        return all.error();
    const auto number = parseNumber(titleOrNumber);
    std::vector<std::string> titles;
    for (std::size_t v = 0; v < experiment.variants.size(); ++v) {
        titles.push_back(experiment.variants[v].title);
        if (titles.back() != titleOrNumber && number != static_cast<double>(v + 1))
            continue;
        Experiment chosen = (*all)[v];
        chosen.title = experiment.title + ": " + titles.back();
        return chosen;
    }
    return invalidSetting(
        "variant", inQuotes(titleOrNumber) + " is no variant of this experiment, which has " +
                       (titles.empty() ? std::string("none.")
                                       : std::to_string(titles.size()) + ". Give its number, or a title: " +
                                             shortened(joined(titles, "; "), 400) + "."));
}

} // namespace hareloom
