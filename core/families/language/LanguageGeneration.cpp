// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/language/LanguageGeneration.h"

#include "core/base/Text.h"

namespace hareloom {
namespace {

Error outside(const char* field, double found, const std::string& allowed)
{
    return invalidInput(std::string(field) + ": found " + shortNumber(found) + ", allowed: " + allowed);
}

} // namespace

Result<void> validate(const GenerationConfig& c)
{
    struct Whole
    {
        const char* field;
        std::int64_t value, least, most;
    };
    for (const auto& [field, value, least, most] :
         {Whole{"maxNewTokens", c.maxNewTokens, 1, 1 << 20},
          Whole{"minNewTokens", c.minNewTokens, 0, 1 << 20}, Whole{"beams", c.beams, 1, 256},
          Whole{"returnSequences", c.returnSequences, 1, 1 << 16},
          Whole{"noRepeatNgram", c.noRepeatNgram, 0, 1 << 20}, Whole{"topK", c.topK, 0, 1 << 20}})
        if (value < least || value > most)
            return outside(field, static_cast<double>(value),
                           "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    if (!(c.repetitionPenalty > 0 && c.repetitionPenalty <= 100))
        return outside("repetitionPenalty", c.repetitionPenalty, "above 0, at most 100");
    if (!(c.temperature > 0 && c.temperature <= 100))
        return outside("temperature", c.temperature, "above 0, at most 100");
    if (!(c.topP > 0 && c.topP <= 1))
        return outside("topP", c.topP, "above 0, at most 1");
    if (!(c.typicalP > 0 && c.typicalP <= 1))
        return outside("typicalP", c.typicalP, "above 0, at most 1");
    if (!(c.lengthPenalty >= -100 && c.lengthPenalty <= 100))
        return outside("lengthPenalty", c.lengthPenalty, "-100 to 100");
    if (c.isSampled && c.beams > 1)
        return outside("beams", static_cast<double>(c.beams), "1 where tokens are sampled");
    if (!c.isSampled && c.returnSequences > c.beams)
        return outside("returnSequences", static_cast<double>(c.returnSequences),
                       "at most the number of beams, unless tokens are sampled");
    return {};
}

Result<EarlyStopping> parseEarlyStopping(const std::string& text)
{
    if (text == "true")
        return EarlyStopping::Yes;
    if (text == "false")
        return EarlyStopping::No;
    if (text == "never")
        return EarlyStopping::Never;
    return invalidInput("earlyStopping: found \"" + printable(text) + "\", allowed: true, false, never");
}

} // namespace hareloom
