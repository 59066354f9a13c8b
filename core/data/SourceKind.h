// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/data/RowKind.h"
#include "core/data/SourceConfig.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace hareloom {

class Source;

/// What is known of the truth behind a source before it is opened.
enum class Truth {
    Unknown,
    Density, // its log density can be computed
    Normal,  // one normal distribution
    Normals, // a mixture of normals
    States,  // a distribution over states
};

/// Where its rows come from.
enum class Supply {
    Endless, // drawn from a distribution: as many fresh rows as anybody asks for
    Written, // they stand in the experiment itself
    BuiltIn, // read from what comes with the program, a package or the catalogue
    Own,     // read from source.path, which is somebody's own
};

/// What a person draws by hand, if anything.
enum class DrawnAs { Nothing, Heights, Points };

using MadeSource = Result<std::shared_ptr<const Source>>;

/// A kind of source: what it is called, and what it can do. It is a constant in the file of its source and
/// has a line in SourceKinds.cpp; nobody else knows it by name.
struct SourceKind
{
    std::string_view name;         // "csv", as experiments write it; never changed
    std::string_view title;        // "Table (CSV)"
    std::span<const RowKind> rows; // the first is what its rows are; they can be read as the others
    /// Settings that count, without "source.": "mean". core/recipe/SourceFields.cpp says what each of them
    /// may be.
    std::span<const std::string_view> settings = {};

    Supply supply = Supply::Endless;
    Truth truth = Truth::Unknown;
    DrawnAs drawnAs = DrawnAs::Nothing;
    bool isUsual = false;        // a family of such rows begins with it
    bool isFolder = false;       // Supply::Own: source.path is a folder, never a file
    bool namesStates = false;    // its states have names of their own, which axes show
    bool isAllTail = false;      // most states are rare: seen first on a logarithmic axis
    bool knowsTopics = false;    // of text
    bool knowsFacts = false;     // of text: what its sentences state can be checked
    std::string_view unit = {};  // of every variable: "minutes"
    std::string_view paper = {}; // the work that its rows come from, as papersNamedIn() reads it

    /// Opens it as rows of one of its kinds; `baseFolder` resolves a relative path. Null: a text, which is
    /// opened with a vocabulary (core/text/TextSource.h). Errors: InvalidInput, InvalidFile (with the line).
    MadeSource (*make)(const SourceConfig&, RowKind rows, const std::string& baseFolder) = nullptr;
    /// Completes what a person who chooses it begins with; null: nothing to complete.
    void (*begin)(SourceConfig&) = nullptr;
};

} // namespace hareloom
