// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Citations.h"

#include "core/base/Text.h"
#include "core/data/SourceKinds.h"
#include "core/literature/Bibtex.h"
#include "core/metrics/Catalogue.h"
#include "core/recipe/Differences.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/Variants.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>

namespace hareloom {

namespace {

constexpr std::string_view kLoop = "Shumailov et al.";

constexpr std::array kSettings = {
    SettingPaper{"source.path", "Merity et al. 2016", true, "wikitext-2"},
    SettingPaper{"model.components", "Dempster, Laird, Rubin 1977", true},
    SettingPaper{"model.bandwidth", "Silverman 1986", true, "silverman"},
    SettingPaper{"model.ridge", "arXiv 2402.07712"},
    SettingPaper{"model.features", "arXiv 2410.04840", true, "relu"},
    SettingPaper{"model.updates", "Ho et al. 2020", true},
    SettingPaper{"model.drawSteps", "Song et al. 2021", true},
    SettingPaper{"model.drawSteps", "Liu et al. 2022", true},
    SettingPaper{"model.schedule", "Nichol and Dhariwal 2021", true, "cosine"},
    SettingPaper{"model.latent", "Kingma and Welling 2014", true},
    SettingPaper{"model.base", "Zhang et al. 2022", true, "opt-125m"},
    SettingPaper{"model.base", "Zhang et al. 2022", true, "field-guide"},
    SettingPaper{"model.base", "Zhang et al. 2022", true, "english"},
    SettingPaper{"model.rate", "Loshchilov and Hutter 2019", true},
    SettingPaper{"model.repetitionPenalty", "Keskar et al. 2019"},
    SettingPaper{"model.topP", "Holtzman et al. 2020"},
    SettingPaper{"model.typicalP", "Meister et al. 2022"},
    SettingPaper{"policy.pool", "Gerstgrasser et al.", true, "all"},
    SettingPaper{"policy.subsample", "Kazdan et al."},
    SettingPaper{"policy.freshShare", "Alemohammad et al."},
    SettingPaper{"policy.realWeight", "He, Xu and Cheng"},
    SettingPaper{"policy.curation.bestOf", "Ferbach et al. 2024"},
    SettingPaper{"policy.lambda", "Alemohammad et al."},
    SettingPaper{"policy.filter.keepRight", "Feng et al. 2024"},
    SettingPaper{"policy.filter.keepWrong", "Feng et al. 2024"},
    SettingPaper{"policy.filter.classes", "Feng et al. 2024"},
};

/// Works with what they are cited for, each reason once and in order.
class Bibliography
{
public:
    void add(std::string_view naming, const std::string& reason)
    {
        for (const Paper* paper : papersNamedIn(naming)) {
            auto& reasons = m_reasons[paper->key];
            if (std::find(reasons.begin(), reasons.end(), reason) == reasons.end())
                reasons.push_back(reason);
        }
    }

    std::vector<Citation> citations() const
    {
        std::vector<Citation> all;
        for (const auto& [key, reasons] : m_reasons)
            all.push_back({findPaper(key), reasons});
        return all;
    }

private:
    std::map<std::string_view, std::vector<std::string>> m_reasons;
};

bool isFollowed(const SettingPaper& setting, const Experiment& experiment)
{
    const ExperimentField& field = *findField(setting.path);
    if (!field.applies(experiment))
        return false;
    if (!setting.onlyFor.empty())
        return field.get(experiment) == nlohmann::json(setting.onlyFor);
    return setting.evenByDefault || isChanged(field, experiment, Experiment());
}

void addVariant(Bibliography& works, const Experiment& experiment)
{
    works.add(kindOf(experiment.source).paper, "source.kind");
    for (const SettingPaper& setting : kSettings)
        if (isFollowed(setting, experiment))
            works.add(setting.paper, std::string(setting.path));
    for (const std::string& metric : experiment.evaluation.metrics)
        if (const MetricInfo* info = findMetric(metric))
            works.add(info->source, "the metric " + std::string(info->name));
}

} // namespace

std::span<const SettingPaper> settingPapers()
{
    return kSettings;
}

std::vector<Citation> citationsOf(const Experiment& experiment)
{
    Bibliography works;
    works.add(kLoop, "the loop of models that learn from models");
    works.add(experiment.story, "the experiment's story");
    if (experiment.interaction)
        works.add("Vu et al.; Wu, Zhou and Su", "models that learn from each other");
    const auto variants = expandVariants(experiment);
    for (const Experiment& variant : variants ? *variants : std::vector{experiment})
        addVariant(works, variant);
    return works.citations();
}

std::string bibtexOf(const Experiment& experiment, std::string_view version)
{
    std::string text = bibtexOfProgram(version);
    // BibTeX passes over what stands between entries.
    for (const Citation& citation : citationsOf(experiment))
        text += "\n% Cited for: " + joined(citation.reasons) + "\n" + bibtex(*citation.paper);
    return text;
}

} // namespace hareloom
