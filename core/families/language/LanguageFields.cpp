// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/language/LanguageFields.h"

#include "core/experiment/FieldBuilders.h"
#include "core/families/language/LanguageSettings.h"

namespace hareloom {
namespace {

using namespace fields;
using L = LanguageSettings;

Applies writes(Writing how)
{
    return [how](const Experiment& e) {
        return e.family == "language" && e.model.of<LanguageSettings>().writing == how;
    };
}

void addTraining(std::vector<ExperimentField>& all)
{
    const auto applies = ofFamily("language");
    all.push_back(pathTo(
        PathKind::Folder,
        {"model.base", "Base model",
         "The model that each training starts from: field-guide or english, which come with the program, the "
         "catalogue's opt-125m, or a folder "
         "in Hugging Face's layout."},
        model(&L::base), applies));
    all.push_back(choice({"model.rate", "Rate schedule", "How the learning rate changes after the warm-up."},
                         kRateSchedules, model(&L::rate), applies));
    all.push_back(
        whole({"model.warmup", "Warm-up", "Steps in which the learning rate rises from zero.", "steps"},
              {0, 1'000'000}, model(&L::warmup), applies));
    all.push_back(real({"model.clip", "Gradient clip", "The gradient's greatest norm; 0 for any."}, {0, 1e6},
                       model(&L::clip), applies));
    all.push_back(
        real({"model.dropout", "Dropout", "Share of activations set to zero at random in training."},
             {0, 0.9}, model(&L::dropout), applies));
    all.push_back(toggle({"model.keepBest", "Keep the best epoch",
                          "Training ends with the weights of the epoch that does best on validation text."},
                         model(&L::keepBest), applies));
}

void addWriting(std::vector<ExperimentField>& all)
{
    const auto applies = ofFamily("language");
    all.push_back(
        choice({"model.writing", "Writing",
                "Text is made by beam search, by the most probable token each time, or by drawing tokens."},
               kWritings, model(&L::writing), applies));
    all.push_back(whole({"model.beams", "Beams", "How many continuations beam search keeps."}, {1, 100},
                        model(&L::beams), writes(Writing::Beams)));
    all.push_back(real({"model.lengthPenalty", "Length penalty",
                        "A continuation's score is its log probability divided by its length to this power."},
                       {-10, 10}, model(&L::lengthPenalty), writes(Writing::Beams)));
    all.push_back(real({"model.repetitionPenalty", "Repetition penalty",
                        "Above 1, tokens that occurred before become less likely."},
                       {0.1, 10}, model(&L::repetitionPenalty), applies));
    all.push_back(whole({"model.noRepeatNgram", "No n-gram twice",
                         "No run of this many tokens occurs twice; 0 allows all.", "tokens"},
                        {0, 100}, model(&L::noRepeatNgram), applies));
    all.push_back(real({"model.typicalP", "Typical p",
                        "Draw only from the most typical tokens that together have this probability (typical "
                        "sampling)."},
                       {0.001, 1}, model(&L::typicalP), writes(Writing::Sampled)));
}

} // namespace

std::vector<ExperimentField> languageFields()
{
    std::vector<ExperimentField> all;
    addTraining(all);
    addWriting(all);
    return all;
}

} // namespace hareloom
