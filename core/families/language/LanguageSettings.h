// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Word.h"

#include <cstdint>
#include <string>

namespace hareloom {

/// How the learning rate goes on after its rise.
enum class RateSchedule { Linear, Cosine, Constant };
inline constexpr std::array<Word<RateSchedule>, 3> kRateSchedules = {{{RateSchedule::Linear, "linear"},
                                                                      {RateSchedule::Cosine, "cosine"},
                                                                      {RateSchedule::Constant, "constant"}}};

/// How text is made: by beam search, from the most probable token each time, or by drawing tokens.
enum class Writing { Beams, Greedy, Sampled };
inline constexpr std::array<Word<Writing>, 3> kWritings = {
    {{Writing::Beams, "beams"}, {Writing::Greedy, "greedy"}, {Writing::Sampled, "sampled"}}};

/// Beside NetworkSettings and SamplingSettings.
struct LanguageSettings
{
    std::string base = "field-guide"; // a model of the program's own, or a folder in Hugging Face's layout
    RateSchedule rate = RateSchedule::Linear;
    std::int64_t warmup = 0; // steps in which the learning rate rises from 0
    double clip = 1;         // the gradient's greatest norm; 0: any
    double dropout = 0.1;    // of residuals and attention's output, while training
    bool keepBest = true;    // ends with the epoch's weights that do best on validation text
    Writing writing = Writing::Beams;
    std::int64_t beams = 5;         // beams
    double lengthPenalty = 1;       // beams
    double repetitionPenalty = 1;   // 1: none
    std::int64_t noRepeatNgram = 0; // 0: repeats are allowed
    double typicalP = 1;            // sampled
};

} // namespace hareloom
