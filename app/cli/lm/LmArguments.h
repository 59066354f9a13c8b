// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace hareloom::cli {

struct TokenizeArguments
{
    std::string model; // a folder
    std::string textFile;
    bool noSpecial = false, json = false;
};

struct DetokenizeArguments
{
    std::string model;
    std::string idsFile;
    bool withSpecial = false, json = false;
};

struct LogitsArguments
{
    std::string model, idsFile, padMask; // padMask empty: no place is padded
    int threads = 0;
    std::string device = "cpu";
    bool json = false;
};

struct ScoreArguments
{
    std::string model, textFile;
    std::int64_t block = 64;
    int threads = 0;
    std::string device = "cpu";
    bool json = false;
};

struct GenerateArguments
{
    std::string model, idsFile;
    std::optional<std::string> prompt;
    std::int64_t maxNewTokens = 64, minNewTokens = 0, beams = 1, returnSequences = 1, noRepeatNgram = 0;
    std::string earlyStopping = "false";
    double lengthPenalty = 1, repetitionPenalty = 1;
    bool sample = false; // as does any of the next four
    std::optional<double> temperature, topP, typicalP;
    std::optional<std::int64_t> topK;
    std::uint64_t seed = 1;
    int threads = 0;
    std::string device = "cpu";
    bool json = false;
};

/// `hareloom-cli lm COMMAND ...`: language models and their tokenizers.
using LmArguments =
    std::variant<TokenizeArguments, DetokenizeArguments, LogitsArguments, ScoreArguments, GenerateArguments>;

} // namespace hareloom::cli
