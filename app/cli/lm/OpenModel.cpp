// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lm/OpenModel.h"

#include "core/base/Parallel.h"
#include "core/base/ReadFile.h"
#include "core/base/ReadJson.h"
#include "core/base/Text.h"
#include "core/families/language/LanguageCheckpoint.h"
#include "core/families/language/LanguageNetworks.h"
#include "core/text/Corpus.h"

#include <nlohmann/json.hpp>

#include <limits>

namespace hareloom::cli {

using nlohmann::json;

Result<std::unique_ptr<LanguageModel>> openModel(const std::string& folder, const std::string& device)
{
    const auto checkpoint = readLanguageCheckpoint(folder);
    if (!checkpoint)
        return checkpoint.error();
    return languageNetworks(device).and_then([&](const auto* networks) {
        return networks->makeModel(checkpoint->architecture, checkpoint->weights, device);
    });
}

LanguageWork workWith(int threads, const StopToken& stop)
{
    LanguageWork work;
    work.threads = threads == 0 ? availableThreads() : threads;
    work.stop = stop;
    return work;
}

Result<std::vector<std::vector<TokenId>>> readRows(const std::string& path, const char* what)
{
    const Result<std::string> text = readWholeFile(path, kMaxCorpusBytes);
    if (!text)
        return text.error();
    const auto refused = [&](const std::string& found) {
        return invalidFile(path + ": there is " + shortened(found) + " where a JSON array of " + what +
                           " for each row should be.");
    };
    auto parsed = readJson(*text);
    if (!parsed)
        return invalidFile(path + ": " + parsed.error().message + "; a JSON array of " + what +
                           " for each row is needed");
    json& read = *parsed;
    if (read.is_array() && !read.empty() && !read[0].is_array())
        read = json::array({std::move(read)});
    if (!read.is_array() || read.empty())
        return refused(read.is_array() ? "an empty array" : read.type_name());
    std::vector<std::vector<TokenId>> rows;
    for (const json& row : read) {
        if (!row.is_array() || row.empty())
            return refused(row.is_array() ? "an empty row" : row.type_name());
        rows.emplace_back();
        for (const json& value : row) {
            const bool isId =
                value.is_number_integer() && value >= 0 && value <= std::numeric_limits<TokenId>::max();
            if (!isId)
                return refused(value.dump());
            rows.back().push_back(value.get<TokenId>());
        }
    }
    return rows;
}

} // namespace hareloom::cli
