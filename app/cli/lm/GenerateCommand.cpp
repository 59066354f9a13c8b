// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExitStatus.h"
#include "app/cli/Interrupts.h"
#include "app/cli/OptionNames.h"
#include "app/cli/lm/LmCommands.h"
#include "app/cli/lm/OpenModel.h"
#include "core/base/WriteJson.h"
#include "core/text/Tokenizer.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>

namespace hareloom::cli {
namespace {

using nlohmann::json;
using Rows = std::vector<std::vector<TokenId>>;

constexpr std::pair<std::string_view, std::string_view> kOptions[] = {
    {"returnSequences", "--num-return-sequences"}, {"noRepeatNgram", "--no-repeat-ngram-size"}};

Result<GenerationConfig> configOf(const GenerateArguments& a)
{
    const auto early = parseEarlyStopping(a.earlyStopping);
    if (!early)
        return optionNamed(early.error(), kOptions);
    GenerationConfig c;
    c.maxNewTokens = a.maxNewTokens;
    c.minNewTokens = a.minNewTokens;
    c.beams = a.beams;
    c.earlyStopping = *early;
    c.lengthPenalty = a.lengthPenalty;
    c.returnSequences = a.returnSequences;
    c.repetitionPenalty = a.repetitionPenalty;
    c.noRepeatNgram = a.noRepeatNgram;
    c.isSampled = a.sample || a.temperature || a.topK || a.topP || a.typicalP;
    c.temperature = a.temperature.value_or(1);
    c.topK = a.topK.value_or(0);
    c.topP = a.topP.value_or(1);
    c.typicalP = a.typicalP.value_or(1);
    if (auto ok = validate(c); !ok)
        return optionNamed(ok.error(), kOptions);
    return c;
}

/// Null where the model's folder has no tokenizer and none is needed.
Result<TokenizerPtr> tokenizerOf(const GenerateArguments& arguments)
{
    namespace fs = std::filesystem;
    std::error_code ignored;
    const fs::path folder = arguments.model;
    const bool isThere =
        fs::exists(folder / "vocab.json", ignored) || fs::exists(folder / "tokenizer.json", ignored);
    if (!isThere && !arguments.prompt)
        return TokenizerPtr();
    return Tokenizer::open(arguments.model);
}

Result<Rows> promptsOf(const GenerateArguments& arguments, const TokenizerPtr& tokenizer)
{
    if (!arguments.prompt && arguments.idsFile.empty())
        return invalidInput("there is nothing to go on from: give --prompt or --ids-file.");
    if (!arguments.prompt)
        return readRows(arguments.idsFile, "ids");
    const auto ids = tokenizer->encode(*arguments.prompt);
    if (!ids)
        return invalidInput("--prompt: " + ids.error().message);
    if (ids->empty())
        return invalidInput("--prompt: the text is empty. It must have a token or more.");
    return Rows{*ids};
}

struct Texts
{
    Rows sequences; // prompt and what follows, padded to one length
    std::vector<GeneratedSequence> written;
    TokenizerPtr tokenizer;
};

Result<Texts> generate(const GenerateArguments& arguments, const StopToken& stop)
{
    const auto config = configOf(arguments);
    if (!config)
        return config.error();
    auto tokenizer = tokenizerOf(arguments);
    if (!tokenizer)
        return tokenizer.error();
    const auto prompts = promptsOf(arguments, *tokenizer);
    if (!prompts)
        return prompts.error();
    const auto model = openModel(arguments.model, arguments.device);
    if (!model)
        return model.error();
    auto written =
        (*model)->generate(*prompts, *config, arguments.seed, workWith(arguments.threads, stop), {});
    if (!written)
        return optionNamed(written.error(), kOptions);
    Texts texts{{}, std::move(*written), std::move(*tokenizer)};
    std::size_t longest = 0;
    for (std::size_t i = 0; i < texts.written.size(); ++i) {
        auto row = (*prompts)[i / static_cast<std::size_t>(config->returnSequences)];
        row.insert(row.end(), texts.written[i].tokens.begin(), texts.written[i].tokens.end());
        longest = std::max(longest, row.size());
        texts.sequences.push_back(std::move(row));
    }
    const auto& a = (*model)->architecture();
    for (auto& row : texts.sequences)
        row.resize(longest, a.pad >= 0 ? a.pad : std::max(0, a.eos));
    return texts;
}

void print(const Texts& texts, bool asJson, std::ostream& out)
{
    json all = {{"sequences", texts.sequences}, {"scores", json::array()}, {"texts", json::array()}};
    for (std::size_t i = 0; i < texts.sequences.size(); ++i) {
        const float score = texts.written[i].score;
        all["scores"].push_back(std::isfinite(score) ? json(score) : json(nullptr));
        all["texts"].push_back(texts.tokenizer ? json(texts.tokenizer->decode(texts.sequences[i]))
                                               : json(nullptr));
        if (!asJson)
            out << (texts.tokenizer ? all["texts"].back().get<std::string>()
                                    : jsonText(json(texts.sequences[i])))
                << '\n';
    }
    if (asJson)
        out << jsonText(std::move(all)) << '\n';
}

} // namespace

int execute(const GenerateArguments& arguments, Console& console)
{
    StopSource stop;
    const Interrupts interrupts(stop);
    const auto texts = generate(arguments, stop.token());
    if (!texts)
        return fail(console, texts.error());
    print(*texts, arguments.json, console.data);
    return kDone;
}

} // namespace hareloom::cli
