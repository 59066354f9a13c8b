// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"
#include "core/experiment/Interaction.h"
#include "core/experiment/Curation.h"
#include "core/family/Family.h"
#include "core/metrics/Catalogue.h"
#include "core/recipe/Citations.h"
#include "core/recipe/Differences.h"
#include "core/recipe/Families.h"
#include "core/recipe/Variants.h"
#include "core/snippet/Languages.h"
#include "core/store/About.h"

#include <algorithm>

namespace hareloom {

namespace {

std::string counted(std::int64_t number, const std::string& one, const std::string& many)
{
    return std::to_string(number) + " " + (number == 1 ? one : many);
}

std::string percent(double share)
{
    return shortNumber(share * 100) + "%";
}

/// Words from data, whose @ pandoc would take for a citation.
std::string plain(const std::string& text)
{
    std::string written;
    for (const char c : printable(text))
        written += c == '@' ? "\\@" : std::string(1, c);
    return written;
}

/// "[@shumailov2024; @gerstgrasser2024]"; empty where nothing follows them.
std::string citing(const Experiment& experiment, std::string_view reason)
{
    std::vector<std::string> keys;
    for (const Citation& citation : citationsOf(experiment))
        if (std::any_of(citation.reasons.begin(), citation.reasons.end(),
                        [&](const std::string& each) { return each == reason; }))
            keys.push_back("@" + std::string(citation.paper->key));
    return keys.empty() ? "" : " [" + joined(keys, "; ") + "]";
}

std::string poolText(const Experiment& e, const std::string& rows)
{
    const std::string cited = citing(e, "policy.pool");
    switch (e.policy.pool) {
    case Pool::Latest:
        return rows + " that the model of the generation before it had generated";
    case Pool::All:
        return "the original " + rows + " and all " + rows + " generated since" + cited;
    case Pool::First:
        return rows +
               " that the model of generation 0 had generated, so that no error was handed on (a control)";
    }
    return rows;
}

std::string tasteText(const Taste& taste)
{
    std::vector<std::string> words;
    for (const double x : taste.point)
        words.push_back(shortNumber(x));
    for (const int one : taste.classes)
        words.push_back(std::to_string(one));
    for (const std::string& word : taste.words)
        words.push_back(plain(inQuotes(word)));
    const std::string strength = shortNumber(taste.strength), of = joined(words);
    switch (taste.reward) {
    case Reward::Near:
        return "minus " + shortNumber(taste.strength / 2) + " times the squared distance to (" + of + ")";
    case Reward::Direction:
        return strength + " times the product with (" + of + ")";
    case Reward::Classes:
        return strength + " for the classes " + of + ", else 0";
    case Reward::Words:
        return strength + " for texts with one of the words " + of + ", else 0";
    case Reward::Picks:
        return "what a person picked for each of " + std::to_string(taste.picks.size()) +
               " rows, and none for the others";
    }
    return {};
}

std::string curationText(const Experiment& e, const std::string& rows)
{
    const Curation& curation = *e.policy.curation;
    std::string text = " For each of the generated " + rows + " that were kept " + std::to_string(curation.bestOf) +
                       " were generated, of which one was kept with a probability proportional to the exponential "
                       "of its reward" +
                       citing(e, "policy.curation.bestOf") + ": ";
    std::vector<std::string> words;
    for (const Taste& taste : curation.tastes)
        words.push_back(tasteText(taste) +
                        (curation.tastes.size() > 1 ? " (share " + shortNumber(taste.share) + ")" : ""));
    return text + joined(words, "; or ") + ".";
}

/// How the rows of each generation were put together.
std::string policyText(const Experiment& e, const std::string& rows)
{
    const Policy& p = e.policy;
    std::string text = "Every later generation was fitted on " + poolText(e, rows);
    if (p.subsample > 0)
        text += ", of which " + std::to_string(p.subsample) + " were drawn without replacement" +
                citing(e, "policy.subsample");
    text += ".";
    const auto share = [&](double part, const std::string& words, const char* setting) {
        if (part > 0)
            text += " Of its " + rows + ", " + percent(part) + " " + words + citing(e, setting) + ".";
    };
    share(p.realShare, "were drawn from the original ones", "policy.realShare");
    share(p.freshShare, "were drawn anew from the source", "policy.freshShare");
    share(p.betaPrevious, "were taken from those that the generation before was fitted on",
          "policy.betaPrevious");
    if (p.realWeight > 0)
        text += " In each fit these rows had " + percent(p.realWeight) + " of the weight together" +
                citing(e, "policy.realWeight") + ".";
    if (isCurated(p.curation))
        text += curationText(e, rows);
    if (p.lambda != 1)
        text += " The covariance of each sample was multiplied by " + shortNumber(p.lambda) +
                citing(e, "policy.lambda") + ".";
    if (p.filter.isActive())
        text += " A generated row was kept with probability " + shortNumber(p.filter.keepRight) +
                " where a verifier took it for right, else " + shortNumber(p.filter.keepWrong) +
                citing(e, "policy.filter.keepWrong") + ".";
    return text;
}

/// Settings whose sentences stand above, or that only measure.
bool isTold(const ExperimentField& field)
{
    static constexpr std::array kTold = {
        "family", "chains", "seed", "generations", "samples.size", "evaluation.metrics", "source.kind"};
    return isName(field) || field.path.starts_with("policy.") ||
           std::find(kTold.begin(), kTold.end(), field.path) != kTold.end();
}

std::string otherSettings(const Experiment& e)
{
    std::vector<std::string> words;
    for (const ExperimentField& field : experimentFields())
        if (!isTold(field) && isChanged(field, e, Experiment()))
            words.push_back(settingLabel(field) + " (" + field.path +
                            "): " + plain(valueText(field, e, 200)));
    return words.empty() ? "" : " Settings other than the program's defaults: " + joined(words, "; ") + ".";
}

/// "90% of its generated rows from itself and 10% from "b"".
std::string sharesText(const Interaction& interaction, std::size_t model)
{
    std::vector<std::string> shares;
    for (std::size_t j = 0; j < interaction.matrix.size(); ++j)
        if (const double share = interaction.matrix[model][j]; share > 0)
            shares.push_back(shortNumber(100 * share) + "% from " +
                             (j == model ? "itself" : plain(inQuotes((*interaction.models)[j].title, 200))));
    return joined(shares, " and ");
}

std::string modelsText(const Experiment& whole, const std::vector<Experiment>& variants)
{
    const Interaction& interaction = *variants.front().interaction;
    std::vector<std::string> words;
    for (std::size_t v = 0; v < variants.size(); ++v)
        words.push_back(plain(inQuotes(variants[v].title, 200)) + " takes " + sharesText(interaction, v));
    return " Its " + std::to_string(variants.size()) + " variants are models in one loop" +
           citing(whole, "models that learn from each other") +
           ", each with a seed of its own. Of the generated rows of each "
           "generation, " +
           joined(words, "; ") + ".";
}

std::string variantsText(const std::vector<Experiment>& variants)
{
    std::vector<const Experiment*> all;
    for (const Experiment& variant : variants)
        all.push_back(&variant);
    const auto rows = differingSettings(all);
    if (rows.empty())
        return " What follows describes the first of its " + std::to_string(variants.size()) +
               " variants, which have the same settings.";
    std::vector<std::string> words;
    for (std::size_t v = 0; v < variants.size(); ++v) {
        std::vector<std::string> values;
        for (const SettingRow& row : rows)
            values.push_back(row.field->path + " " + plain(row.values[v]));
        words.push_back(plain(inQuotes(variants[v].title, 200)) + " (" + joined(values) + ")");
    }
    return " Its " + std::to_string(variants.size()) +
           " variants differ in these settings: " + joined(words, "; ") +
           ". What follows describes the first.";
}

std::string metricsText(const Experiment& e)
{
    std::vector<std::string> words;
    for (const std::string& metric : e.evaluation.metrics)
        if (const MetricInfo* info = findMetric(metric))
            words.push_back(lowerAscii(std::string_view(info->title).substr(0, 1)) +
                            std::string(info->title.substr(1)) + " (" + std::string(info->equation) + ")" +
                            citing(e, "the metric " + std::string(info->name)));
    return words.empty() ? "" : " Measured were " + joined(words, "; ") + ".";
}

std::string originText(const Session& session)
{
    const Provenance& made = session.provenance();
    return " The run is a function of the experiment and its seed (SHA-256 of the experiment " +
           digestOf(session.experiment()) + ", sampling version " + std::to_string(made.samplingVersion) +
           "); it was made on " + printable(made.device) + ".";
}

} // namespace

std::string methodsSnippet(const Session& session)
{
    const Experiment& whole = session.experiment();
    const auto variants = expandVariants(whole);
    const Experiment& first = variants ? variants->front() : whole;
    const Family& family = *findFamily(first.family);
    const std::string rows(family.rowsWord);
    std::string text =
        "With Hareloom " + printable(session.provenance().version) +
        " [@hareloom] we ran chains of models, each fitted on what models before it had generated" +
        citing(whole, "the loop of models that learn from models") + ", in the experiment " +
        plain(inQuotes(whole.title, 300)) + ".";
    if (first.interaction && variants->size() > 1)
        text += modelsText(whole, *variants);
    if (variants && variants->size() > 1)
        text += variantsText(*variants);
    text += " There were " + counted(first.chains, "chain", "chains") + " with seeds derived from " +
            std::to_string(first.seed) + ", each of " +
            counted(first.generations, "generation", "generations") +
            " after generation 0. The models are of the family " + inQuotes(family.title) + " (" +
            first.family + "). Generation 0 was fitted on " +
            (first.samples.size > 0 ? std::to_string(first.samples.size) : "all") + " real " + rows +
            " of the source " + first.source.kind + citing(first, "source.kind") + ". ";
    return text + policyText(first, rows) + otherSettings(first) + metricsText(first) + originText(session) +
           "\n";
}

} // namespace hareloom
