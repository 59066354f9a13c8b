// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/ExperimentArguments.h"
#include "app/cli/corpus/CorpusArguments.h"
#include "app/cli/lesson/LessonArguments.h"
#include "app/cli/lm/LmArguments.h"
#include "app/cli/pretrain/PretrainArguments.h"
#include "app/cli/sweep/SweepArguments.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace hareloom::cli {

struct RunArguments
{
    ExperimentArguments experiment;
    std::string device = "auto";
    int threads = 0;               // 0: all cores
    std::string out;               // empty: no session is written
    std::string progress = "text"; // text, json
    std::optional<std::int64_t> snapshotEvery;
    bool resume = false, quiet = false, json = false;
};

struct MetricsArguments
{
    std::string session;
    std::string format = "csv";   // csv, json
    std::string table = "values"; // values, summary, marks
    bool header = false;
    std::vector<std::string> metrics;
};

struct SamplesArguments
{
    std::string session;
    int generation = 0;
    int chain = 0;
    bool training = false;      // what it was fitted on, not what it generated
    std::string format = "csv"; // csv, txt, md
};

struct TextsArguments
{
    std::string session;
    int chain = 0;
    std::string format = "txt"; // txt, md, html, csv
};

struct TellArguments
{
    std::string session;
    int chain = 0;
    bool json = false;
};

struct PresetsArguments
{
    bool json = false;
};

struct ShowArguments
{
    ExperimentArguments experiment;
};

struct EstimateArguments
{
    ExperimentArguments experiment;
    std::string device = "auto";
    int threads = 0;
    bool json = false;
};

struct InfoArguments
{
    bool json = false;
};

struct VerifyArguments
{
    std::string session;
    bool recompute = false;
    std::string device = "auto"; // to recompute on
    int threads = 0;             // 0: all cores
};

struct CiteArguments
{
    std::string name; // a session, a file or a preset's id; empty: the program alone
};

struct AddressArguments
{
    std::string name;             // a session, a file, a preset's id or another address
    std::vector<std::string> set; // "path=value"
    std::optional<std::int64_t> generation, chain; // chain: as in tables, from 0
    std::vector<std::string> views;                // of kViews
    bool qr = false;                               // as a QR code, SVG
};

struct SnippetArguments
{
    std::string language; // of kSnippetLanguages
    std::string session;
    std::string metric; // empty: the first that was measured
};

struct CatalogueArguments
{
    std::string action; // list, get, remove
    std::string id;     // of an entry; not for list
    bool yes = false, quiet = false, json = false;
};

/// One command with its arguments.
using Arguments = std::variant<RunArguments, MetricsArguments, SamplesArguments, TextsArguments,
                               TellArguments, PresetsArguments, ShowArguments, EstimateArguments,
                               InfoArguments, VerifyArguments, CiteArguments, AddressArguments, SnippetArguments, LmArguments, CorpusArguments,
                               LessonArguments, PretrainArguments, SweepArguments, CatalogueArguments>;

} // namespace hareloom::cli
