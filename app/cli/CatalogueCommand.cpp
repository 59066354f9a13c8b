// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ExitStatus.h"
#include "app/cli/Interrupts.h"
#include "core/base/Text.h"
#include "core/base/WriteJson.h"
#include "core/catalogue/Folders.h"
#include "core/catalogue/Holdings.h"
#include "core/download/Fetch.h"

#include <nlohmann/json.hpp>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <iostream>

namespace hareloom::cli {

namespace {

const char* stateText(HoldingState state)
{
    return state == HoldingState::Present   ? "here"
           : state == HoldingState::Partial ? "partly here"
                                            : "not here";
}

const char* stateWord(HoldingState state)
{
    return state == HoldingState::Present ? "present" : state == HoldingState::Partial ? "partial" : "absent";
}

nlohmann::ordered_json asJson(const CatalogueEntry& entry)
{
    const Holding holding = holdingOf(entry);
    nlohmann::ordered_json files = nlohmann::ordered_json::array();
    for (const CatalogueFile& file : entry.files) {
        std::vector<std::string> addresses = addressesOf(entry, file);
        std::transform(addresses.begin(), addresses.end(), addresses.begin(), shownAddress);
        files.push_back({{"name", file.name},
                         {"bytes", file.bytes},
                         {"sha256", file.sha256},
                         {"addresses", addresses}});
    }
    return {{"id", entry.id},
            {"title", entry.title},
            {"summary", entry.summary},
            {"bytes", entry.bytes()},
            {"licence", entry.licence},
            {"credit", entry.credit},
            {"page", entry.page},
            {"folder", folderOf(entry).string()},
            {"state", stateWord(holding.state)},
            {"bytesHere", holding.bytes},
            {"files", files}};
}

void describe(const CatalogueEntry& entry, std::ostream& out)
{
    const Holding holding = holdingOf(entry);
    out << entry.id << "  " << entry.title << ": " << entry.summary << "\n  " << sizeText(entry.bytes())
        << ", " << stateText(holding.state);
    if (holding.state == HoldingState::Partial)
        out << " (" << sizeText(holding.bytes) << ")";
    out << "; licence " << entry.licence << "\n  by " << entry.credit << "; " << entry.page << "\n  in "
        << printable(folderOf(entry).string()) << "\n";
}

int list(const CatalogueArguments& arguments, Console& console)
{
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const CatalogueEntry& entry : catalogueEntries())
        if (arguments.json)
            all.push_back(asJson(entry));
        else
            describe(entry, console.out);
    if (arguments.json)
        console.data << jsonText(std::move(all), 2) << "\n";
    return kDone;
}

/// Asks on a terminal; elsewhere only --yes is an answer. Errors: InvalidInput.
Result<bool> isAgreed(const CatalogueArguments& arguments, const std::string& question, Console& console)
{
    if (arguments.yes)
        return true;
    if (::isatty(STDIN_FILENO) != 1)
        return invalidInput("catalogue " + arguments.action + " " + arguments.id +
                            ": there is no terminal to ask on. Add --yes to agree.");
    console.err << question << " [y/N] " << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    return answer == "y" || answer == "Y" || answer == "yes";
}

/// A bar on a terminal, else a line every two seconds.
class FetchPrinter
{
public:
    FetchPrinter(Console& console, bool isQuiet) : m_console(console), m_isQuiet(isQuiet) {}
    ~FetchPrinter()
    {
        if (m_console.errIsTerminal && m_hasShown)
            m_console.wipe();
    }
    FetchPrinter(const FetchPrinter&) = delete;
    FetchPrinter& operator=(const FetchPrinter&) = delete;

    void show(const FetchProgress& progress)
    {
        const auto now = Clock::now();
        const auto interval = std::chrono::milliseconds(m_console.errIsTerminal ? 100 : 2000);
        if (m_isQuiet || now - m_last < interval)
            return;
        m_last = now;
        m_hasShown = true;
        const std::string text = std::to_string(100 * progress.doneBytes / progress.totalBytes) + "%, " +
                                 sizeText(progress.doneBytes) + " of " + sizeText(progress.totalBytes) +
                                 (progress.isChecking ? ", checking " : ", ") + progress.file;
        if (m_console.errIsTerminal)
            m_console.draw(text);
        else
            m_console.err << text << std::endl;
    }

private:
    using Clock = std::chrono::steady_clock;

    Console& m_console;
    bool m_isQuiet, m_hasShown = false;
    Clock::time_point m_last = Clock::now();
};

int get(const CatalogueArguments& arguments, const CatalogueEntry& entry, Console& console)
{
    if (!arguments.quiet && !arguments.json)
        describe(entry, console.err);
    const Holding holding = holdingOf(entry);
    if (holding.state != HoldingState::Present) {
        const auto agreed =
            isAgreed(arguments, "Fetch " + sizeText(entry.bytes() - holding.bytes) + "?", console);
        if (!agreed)
            return fail(console, agreed.error());
        if (!*agreed)
            return kDone;
    }
    StopSource stop;
    const Interrupts interrupts(stop);
    Result<void> done;
    {
        FetchPrinter printer(console, arguments.quiet);
        FetchOptions options;
        options.stop = stop.token();
        options.onProgress = [&printer](const FetchProgress& progress) { printer.show(progress); };
        done = fetchEntry(entry, options);
    }
    if (!done)
        return fail(console, done.error());
    if (arguments.json)
        console.data << jsonText(asJson(entry), 2) << "\n";
    else
        console.out << entry.title
                    << " is here, complete and checked: " << printable(folderOf(entry).string()) << "\n";
    return kDone;
}

int remove(const CatalogueArguments& arguments, const CatalogueEntry& entry, Console& console)
{
    const Holding holding = holdingOf(entry);
    if (holding.state != HoldingState::Absent) {
        const auto agreed = isAgreed(arguments,
                                     "Remove " + entry.title + " (" + sizeText(holding.bytes) + ") from " +
                                         printable(folderOf(entry).string()) + "?",
                                     console);
        if (!agreed)
            return fail(console, agreed.error());
        if (!*agreed)
            return kDone;
        if (auto removed = removeEntry(entry); !removed)
            return fail(console, removed.error());
    }
    if (arguments.json)
        console.data << jsonText(asJson(entry), 2) << "\n";
    else
        console.out << entry.title << " is not on this machine"
                    << (holding.state == HoldingState::Absent ? ".\n" : " any more.\n");
    return kDone;
}

Error unknownEntry(const CatalogueArguments& arguments)
{
    std::vector<std::string> ids;
    for (const CatalogueEntry& entry : catalogueEntries())
        ids.push_back(entry.id);
    return invalidInput("catalogue " + arguments.action + ": the catalogue has no " + inQuotes(arguments.id) +
                        ". It has " + joined(ids) + ".");
}

} // namespace

int execute(const CatalogueArguments& arguments, Console& console)
{
    if (arguments.action == "list")
        return list(arguments, console);
    const CatalogueEntry* entry = findCatalogueEntry(arguments.id);
    if (!entry)
        return fail(console, unknownEntry(arguments));
    return arguments.action == "get" ? get(arguments, *entry, console) : remove(arguments, *entry, console);
}

} // namespace hareloom::cli
