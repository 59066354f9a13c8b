// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ArgumentParser.h"

#include "app/cli/ExitStatus.h"
#include "app/cli/ExperimentOptions.h"
#include "app/cli/corpus/CorpusCommand.h"
#include "app/cli/lesson/LessonCommand.h"
#include "app/cli/lm/LmCommands.h"
#include "app/cli/pretrain/PretrainCommand.h"
#include "app/cli/sweep/SweepCommand.h"
#include "core/base/Text.h"
#include "core/snippet/Snippet.h"

#include <CLI/CLI.hpp>

#include <limits>

namespace hareloom::cli {

namespace {

constexpr const char* kDescription =
    "Runs chains of models, each trained on what the one before it generated, and measures what gets lost.";

constexpr const char* kFooter = R"(Examples:
  hareloom-cli presets
  hareloom-cli run old-faithful --out faithful.hareloom
  hareloom-cli run old-faithful --set policy.realShare=0.1 --seed 7
  hareloom-cli run faithful.hareloom --resume
  hareloom-cli run faithful.hareloom --branch-at 100 --set policy.realShare=0.1
  hareloom-cli metrics faithful.hareloom --metric variance > variance.csv
  hareloom-cli metrics faithful.hareloom --table summary --header > summary.csv
  hareloom-cli samples faithful.hareloom --generation 9 > rows.csv
  hareloom-cli lesson play copy-of-a-copy
  hareloom-cli sweep run real-share-grid --out grid

Results go to stdout, progress to stderr.
Exit status: 0 done, 1 failed, 2 usage or bad input, 130 interrupted (finished generations are kept).
)";

constexpr const char* kExperimentHelp = "An experiment file (JSON), a preset's id or an address (hareloom:?...)";
constexpr const char* kSessionHelp = "A session file (*.hareloom)";

/// Declares each command; its arguments are the result when it was the one given.
class Commands
{
public:
    Commands(CLI::App& program, std::optional<Arguments>& chosen) : m_program(program), m_chosen(chosen) {}

    void run()
    {
        CLI::App& command = add("run", "Run an experiment", m_run);
        addExperimentOptions(
            command, m_run.experiment,
            "An experiment file (JSON), a preset's id, an address, or a session to --resume or to branch");
        addBranchOptions(command, m_run.experiment);
        addDevice(command, m_run.device);
        addThreads(command, m_run.threads);
        command.add_option("--out", m_run.out, "Write a session to this file; without it nothing is kept")
            ->type_name("FILE.hareloom");
        command
            .add_option(
                "--snapshot-every", m_run.snapshotEvery,
                "Keep the model of every N-th generation in the session, and the first and the last (1: all; "
                "0: metrics only)")
            ->type_name("N")
            ->check(CLI::NonNegativeNumber);
        command.add_flag("--resume", m_run.resume,
                         "Continue a session that was stopped; the result is the same as without the stop");
        command
            .add_option("--progress", m_run.progress,
                        "text for people, or json: one object a line on stderr, for programs")
            ->check(CLI::IsMember({"text", "json"}))
            ->type_name("FORM")
            ->capture_default_str();
        command.add_flag("--quiet,-q", m_run.quiet, "No progress on stderr");
        command.add_flag("--json", m_run.json, "Print one JSON object with every metric instead of a table");
    }

    void metrics()
    {
        CLI::App& command = add("metrics", "Print a session's metrics", m_metrics);
        command.add_option("SESSION", m_metrics.session, kSessionHelp)->required();
        command.add_option("--format", m_metrics.format, "csv or json")
            ->check(CLI::IsMember({"csv", "json"}))
            ->type_name("FORMAT")
            ->capture_default_str();
        command
            .add_option(
                "--table", m_metrics.table,
                "values (each chain's), summary (over the chains: mean, quantiles, theory, collapse), "
                "differences (of each variant from the first one, with intervals) or "
                "marks (when each chain collapsed)")
            ->check(CLI::IsMember({"values", "summary", "differences", "marks"}))
            ->type_name("TABLE")
            ->capture_default_str();
        command.add_flag("--header", m_metrics.header,
                         "Say first where the numbers come from: version, seed, the experiment's digest");
        command
            .add_option("--metric", m_metrics.metrics,
                        "Print only this metric; may be repeated; mean stands for mean[0], mean[1], ...")
            ->type_name("NAME")
            ->allow_extra_args(false);
    }

    void samples()
    {
        CLI::App& command = add("samples", "Print the rows that a generation's model generated", m_samples);
        command.add_option("SESSION", m_samples.session, kSessionHelp)->required();
        command.add_option("--generation", m_samples.generation, "The generation; 0 was fitted on real data")
            ->type_name("G")
            ->required();
        command.add_option("--chain", m_samples.chain, "Which chain")->type_name("C")->capture_default_str();
        command.add_flag("--training", m_samples.training,
                         "Print the rows it was fitted on instead, each with where it came from");
        command
            .add_option("--format", m_samples.format, "csv, txt (aligned columns) or md (a Markdown table)")
            ->check(CLI::IsMember({"csv", "txt", "md"}))
            ->type_name("FORMAT")
            ->capture_default_str();
    }

    void texts()
    {
        CLI::App& command =
            add("texts", "Print what each generation's language model wrote, to be read", m_texts);
        command.add_option("SESSION", m_texts.session, kSessionHelp)->required();
        command.add_option("--chain", m_texts.chain, "Which chain")->type_name("C")->capture_default_str();
        command.add_option("--format", m_texts.format, "txt, md (Markdown), html (one page) or csv")
            ->check(CLI::IsMember({"txt", "md", "html", "csv"}))
            ->type_name("FORMAT")
            ->capture_default_str();
    }

    void presets()
    {
        CLI::App& command = add("presets", "List the experiments that come with the program", m_presets);
        command.add_flag("--json", m_presets.json, "As JSON");
    }

    void show()
    {
        CLI::App& command =
            add("show", "Print an experiment as JSON, with every setting that applies", m_show);
        addExperimentOptions(command, m_show.experiment, kExperimentHelp);
        addBranchOptions(command, m_show.experiment);
    }

    void estimate()
    {
        CLI::App& command =
            add("estimate", "Estimate the time, memory and disk that a run needs", m_estimate);
        addExperimentOptions(command, m_estimate.experiment, kExperimentHelp);
        addBranchOptions(command, m_estimate.experiment);
        addDevice(command, m_estimate.device);
        addThreads(command, m_estimate.threads);
        command.add_flag("--json", m_estimate.json, "As JSON");
    }

    void info()
    {
        CLI::App& command =
            add("info", "Print versions and devices, and why a device cannot be used", m_info);
        command.add_flag("--json", m_info.json, "As JSON");
    }

    void verify()
    {
        CLI::App& command = add("verify", "Check a session: the file and every generation in it", m_verify);
        command.add_option("SESSION", m_verify.session, kSessionHelp)->required();
        command.add_flag("--recompute", m_verify.recompute,
                         "Also make every generation again and compare it, bit for bit");
        addThreads(command, m_verify.threads);
    }

    void tell()
    {
        CLI::App& command = add("tell", "Tell in sentences what happened in a chain, and why", m_tell);
        command.add_option("SESSION", m_tell.session, kSessionHelp)->required();
        command.add_option("--chain", m_tell.chain, "Which chain, from 0 (default 0)");
        command.add_flag("--json", m_tell.json, "As JSON");
    }

    void cite()
    {
        CLI::App& command =
            add("cite", "Print BibTeX of the program, and of the papers that an experiment follows", m_cite);
        command.add_option("EXPERIMENT", m_cite.name, "A session, an experiment file, a preset's id or an address");
    }

    void address()
    {
        CLI::App& command = add(
            "address", "Print the address of an experiment or of a moment in it, which the window opens", m_address);
        command
            .add_option("EXPERIMENT", m_address.name,
                        "A session, an experiment file, a preset's id or another address")
            ->required();
        command
            .add_option("--set", m_address.set,
                        "Change one setting: its JSON path and value, as policy.realShare=0.1")
            ->type_name("KEY=VALUE")
            ->allow_extra_args(false);
        command.add_option("--generation", m_address.generation, "The generation that it leads to")
            ->type_name("G")
            ->check(CLI::NonNegativeNumber);
        command.add_option("--chain", m_address.chain, "The chain that it leads to, from 0 as in tables")
            ->type_name("C")
            ->check(CLI::NonNegativeNumber);
        command
            .add_option("--view", m_address.views,
                        "How the window shows it, as chains, compare or present; may be repeated")
            ->type_name("VIEW")
            ->allow_extra_args(false);
        command.add_flag("--qr", m_address.qr, "Print it as a QR code, an SVG");
    }

    void snippet()
    {
        CLI::App& command = add("snippet",
                                "Print code that makes a session or its chart again: a shell's commands, Python, R "
                                "or LaTeX; or a paragraph of methods",
                                m_snippet);
        command.add_option("LANGUAGE", m_snippet.language, "shell, python, r, pgfplots or methods")
            ->required()
            ->check(CLI::IsMember(wordsOf(kSnippetLanguages)));
        command.add_option("SESSION", m_snippet.session, kSessionHelp)->required();
        command
            .add_option("--metric", m_snippet.metric, "Whose chart it is; the first that was measured unless given")
            ->type_name("NAME");
    }

    void lm()
    {
        declareLm(m_program, [this](LmArguments arguments) { m_chosen = std::move(arguments); });
    }

    void corpus()
    {
        declareCorpus(m_program, [this](CorpusArguments arguments) { m_chosen = std::move(arguments); });
    }

    void lesson()
    {
        declareLesson(m_program, [this](LessonArguments arguments) { m_chosen = std::move(arguments); });
    }

    void pretrain()
    {
        declarePretrain(m_program, [this](PretrainArguments arguments) { m_chosen = std::move(arguments); });
    }

    void sweep()
    {
        declareSweep(m_program, [this](SweepArguments arguments) { m_chosen = std::move(arguments); });
    }

    void catalogue()
    {
        CLI::App& command = *m_program.add_subcommand(
            "catalogue", "Download data sets and models once, then use them offline");
        command.require_subcommand(1);
        CLI::App& all =
            addCatalogue(command, "list",
                         "List the entries, their size and licence, and which of them are on this machine");
        CLI::App& get =
            addCatalogue(command, "get", "Download an entry, or the missing part of it, and check its hash");
        CLI::App& remove = addCatalogue(command, "remove", "Delete a downloaded entry from this machine");
        get.add_flag("--quiet,-q", m_catalogue.quiet, "No progress on stderr");
        for (CLI::App* named : {&get, &remove}) {
            named->add_option("ID", m_catalogue.id, "The entry's id, as `catalogue list` shows it")
                ->required();
            named->add_flag("--yes,-y", m_catalogue.yes, "Do not ask");
        }
        for (CLI::App* action : {&all, &get, &remove})
            action->add_flag("--json", m_catalogue.json, "As JSON");
    }

private:
    CLI::App& addCatalogue(CLI::App& command, const char* action, const char* description)
    {
        CLI::App* added = command.add_subcommand(action, description);
        added->callback([this, action] {
            m_catalogue.action = action;
            m_chosen = m_catalogue;
        });
        return *added;
    }

    template<class T>
    CLI::App& add(const char* name, const char* description, const T& arguments)
    {
        CLI::App* command = m_program.add_subcommand(name, description);
        command->callback([this, &arguments] { m_chosen = arguments; });
        return *command;
    }

    CLI::App& m_program;
    std::optional<Arguments>& m_chosen;
    RunArguments m_run;
    MetricsArguments m_metrics;
    SamplesArguments m_samples;
    PresetsArguments m_presets;
    ShowArguments m_show;
    EstimateArguments m_estimate;
    InfoArguments m_info;
    VerifyArguments m_verify;
    CiteArguments m_cite;
    AddressArguments m_address;
    SnippetArguments m_snippet;
    TextsArguments m_texts;
    TellArguments m_tell;
    CatalogueArguments m_catalogue;
};

/// "There is no command ...": the first word that is none, or empty where no word is left over.
std::string unknownCommand(const CLI::App& program)
{
    const CLI::App* innermost = &program;
    while (!innermost->get_subcommands().empty())
        innermost = innermost->get_subcommands().front();
    const std::vector<std::string> left = innermost->remaining(true);
    if (left.empty() || left.front().starts_with('-') || innermost->get_require_subcommand_min() == 0)
        return {};
    std::string names;
    for (const CLI::App* command : innermost->get_subcommands([](const CLI::App*) { return true; }))
        names += (names.empty() ? "" : ", ") + command->get_name();
    return "there is no command '" + left.front() + "'. The commands are " + names + ".";
}

/// The library's sentence about a usage error, or ours where it counts instead of saying what to do.
std::string sentenceOf(const CLI::App& program, const CLI::ParseError& reason)
{
    const std::string words = reason.what();
    if (dynamic_cast<const CLI::RequiredError*>(
            &reason)) // also asked for where one of an unknown name is given
        if (const std::string unknown = unknownCommand(program); !unknown.empty())
            return unknown;
    if (!dynamic_cast<const CLI::ArgumentMismatch*>(&reason))
        return words;
    const std::string option = words.substr(0, words.find(':'));
    return words.find("At Most") != std::string::npos ? option + " is given more than once; give it once"
           : words.ends_with(" missing") ? option + ": its value is missing; write it after the option"
                                         : words;
}

/// Help and version are asked for and go to stdout; everything else is a usage error.
int answer(const CLI::App& program, const CLI::ParseError& reason, Console& console)
{
    if (reason.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success)) {
        program.exit(reason, console.out, console.err);
        return kDone;
    }
    console.err << "hareloom-cli: " << printable(sentenceOf(program, reason))
                << "\nRun 'hareloom-cli --help' for what there is.\n";
    return kBadInput;
}

} // namespace

std::optional<Arguments> parseArguments(int argc, const char* const* argv, Console& console, int& status)
{
    CLI::App program(kDescription, "hareloom-cli");
    program.footer(kFooter);
    program.set_version_flag("--version", std::string("hareloom-cli ") + HARELOOM_VERSION);
    program.require_subcommand(1);
    std::optional<Arguments> chosen;
    Commands commands(program, chosen);
    commands.run();
    commands.metrics();
    commands.samples();
    commands.texts();
    commands.tell();
    commands.presets();
    commands.show();
    commands.estimate();
    commands.info();
    commands.verify();
    commands.cite();
    commands.address();
    commands.snippet();
    commands.lm();
    commands.corpus();
    commands.lesson();
    commands.pretrain();
    commands.sweep();
    commands.catalogue();
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& reason) {
        status = answer(program, reason, console);
        return std::nullopt;
    }
    return chosen;
}

} // namespace hareloom::cli
