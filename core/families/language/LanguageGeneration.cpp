// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/language/LanguageGeneration.h"

#include "core/base/Refusal.h"
#include "core/base/Text.h"

namespace hareloom {
namespace {

Error outside(const char* field, double found, const std::string& must)
{
    return invalidInput(mustBe(field, shortNumber(found), must));
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
                           lieBetween(static_cast<double>(least), static_cast<double>(most)));
    if (!(c.repetitionPenalty > 0 && c.repetitionPenalty <= 100))
        return outside("repetitionPenalty", c.repetitionPenalty, "be above 0 and at most 100");
    if (!(c.temperature > 0 && c.temperature <= 100))
        return outside("temperature", c.temperature, "be above 0 and at most 100");
    if (!(c.topP > 0 && c.topP <= 1))
        return outside("topP", c.topP, "be above 0 and at most 1");
    if (!(c.typicalP > 0 && c.typicalP <= 1))
        return outside("typicalP", c.typicalP, "be above 0 and at most 1");
    if (!(c.lengthPenalty >= -100 && c.lengthPenalty <= 100))
        return outside("lengthPenalty", c.lengthPenalty, lieBetween(-100, 100));
    if (c.isSampled && c.beams > 1)
        return outside("beams", static_cast<double>(c.beams), "be 1 where tokens are sampled");
    if (!c.isSampled && c.returnSequences > c.beams)
        return outside("returnSequences", static_cast<double>(c.returnSequences),
                       "be at most the number of beams, unless tokens are sampled");
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
    return invalidInput(mustBe("earlyStopping", inQuotes(text), "be true, false or never"));
}

} // namespace hareloom
