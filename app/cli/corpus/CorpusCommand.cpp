// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/corpus/CorpusCommand.h"

#include "app/cli/ExitStatus.h"
#include "app/cli/TypedNumber.h"
#include "core/base/AtomicFile.h"
#include "core/base/ReadFile.h"
#include "core/base/Text.h"
#include "core/text/FieldGuide.h"

#include <CLI/CLI.hpp>

#include <array>
#include <filesystem>
#include <memory>

namespace hareloom::cli {
namespace {

namespace fs = std::filesystem;

Result<GuideConfig> configOf(const CorpusArguments& arguments)
{
    GuideConfig config;
    const auto articles = typedNumber(arguments.articles, "--articles", 10, 1'000'000, config.articles);
    if (!articles)
        return articles.error();
    const auto seed =
        typedNumber(arguments.seed, "--seed", 0, kMostSeed, static_cast<std::int64_t>(config.seed));
    if (!seed)
        return seed.error();
    config.articles = *articles;
    config.seed = static_cast<Seed>(*seed);
    return config;
}

std::string inQuotes(const std::string& cell)
{
    return cell.find(',') == std::string::npos ? cell : '"' + cell + '"';
}

/// A row a topic: rank from 1, share of all articles, how many of the training text's articles are about it.
std::string topicTable(const FieldGuide& guide, const GuideConfig& config)
{
    std::vector<int> counts(guide.topics().size());
    for (std::int64_t i = 0; i < config.articles - 2 * (config.articles / 10); ++i)
        ++counts[static_cast<std::size_t>(guide.article(config.seed, static_cast<std::uint64_t>(i)).topic)];
    std::string table = "rank,topic,kind,share,trainArticles\n";
    for (std::size_t i = 0; i < guide.topics().size(); ++i) {
        const GuideTopic& topic = guide.topics()[i];
        table += std::to_string(i + 1) + ',' + inQuotes(topic.title) + ',' +
                 guide.kinds()[static_cast<std::size_t>(topic.kind)].name + ',' + exactNumber(topic.share) +
                 ',' + std::to_string(counts[i]) + '\n';
    }
    return table;
}

Result<void> refuseExisting(const std::string& folder)
{
    if (folder == "-")
        return invalidInput("--out -: four files are written, not standard output; name a folder.");
    for (const char* name : {"train.txt", "valid.txt", "test.txt", "topics.csv"}) {
        std::error_code ignored;
        if (fs::exists(fs::path(folder) / name, ignored))
            return invalidInput("--out: " + (fs::path(folder) / name).string() +
                                " exists and is not overwritten. Choose another folder.");
    }
    return checkFolderToWrite(folder);
}

} // namespace

void declareCorpus(CLI::App& program, const std::function<void(CorpusArguments)>& chosen)
{
    CLI::App* corpus = program.add_subcommand("corpus", "Texts to train on");
    corpus->require_subcommand(1);
    CLI::App* make = corpus->add_subcommand("make", "Write the field guide, an encyclopaedia of an invented "
                                                    "world: train.txt, valid.txt, test.txt (eight, "
                                                    "one and one tenth of the articles) and topics.csv");
    auto arguments = std::make_shared<CorpusArguments>();
    make->callback([arguments, chosen] { chosen(*arguments); });
    make->add_option("--out", arguments->out, "The folder to write to; it is created if needed")
        ->type_name("FOLDER")
        ->required();
    make->add_option("--articles", arguments->articles,
                     "Number of articles, 560 bytes each on average (default 5000)")
        ->type_name("N");
    make->add_option("--seed", arguments->seed,
                     "Seed of the articles; the same seed gives the same text (default 1)")
        ->type_name("N");
}

int execute(const CorpusArguments& arguments, Console& console)
{
    const Result<GuideConfig> config = configOf(arguments);
    if (!config)
        return fail(console, config.error());
    if (auto free = refuseExisting(arguments.out); !free)
        return fail(console, free.error());
    const FieldGuide& guide = FieldGuide::standard();
    const Result<Corpus> corpus = guide.corpus(*config);
    if (!corpus)
        return fail(console, corpus.error());
    const auto written = writeIntoFolder(arguments.out, {{"train.txt", corpus->train},
                                                         {"valid.txt", corpus->valid},
                                                         {"test.txt", corpus->test},
                                                         {"topics.csv", topicTable(guide, *config)}});
    if (!written)
        return fail(console, written.error());
    console.out << arguments.out << ": " << config->articles << " articles on " << guide.topics().size()
                << " topics, seed " << config->seed << ": " << corpus->train.size() << " bytes to train on, "
                << corpus->valid.size() << " to validate, " << corpus->test.size() << " to test\n";
    return kDone;
}

} // namespace hareloom::cli
