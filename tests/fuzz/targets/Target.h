// SPDX-License-Identifier: GPL-3.0-or-later
// What all fuzz targets share. A target gives any bytes to one reader and holds it to its contract: it comes
// back, with a value that holds or with a sentence. A broken contract ends the process, which is what a
// fuzzer looks for.
#pragma once

#include "core/base/Result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace hareloom::fuzz {

using Input = std::span<const std::uint8_t>;

struct Target
{
    const char* name; // of its corpus, tests/fuzz/corpus/NAME
    void (*run)(Input);
};

/// All of them, in alphabetical order.
std::span<const Target> targets();

inline std::string_view textOf(Input input)
{
    return {reinterpret_cast<const char*>(input.data()), input.size()};
}

/// Ends the process, naming the contract, unless `holds`.
void require(bool holds, const char* contract, const std::string& seen = {});

/// A refusal says something, at reasonable length. (What it quotes is escaped where it is shown.)
void requireSentence(const Error& error);

/// A regular file of this content, which lives as long as the object; in memory.
class InputFile
{
public:
    explicit InputFile(Input content);
    ~InputFile();
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;
    const std::string& path() const { return m_path; }

private:
    int m_descriptor;
    std::string m_path;
};

/// An empty folder, in memory where there is such a place; gone with the object.
class InputFolder
{
public:
    InputFolder();
    ~InputFolder();
    InputFolder(const InputFolder&) = delete;
    InputFolder& operator=(const InputFolder&) = delete;
    const std::string& path() const { return m_path; }
    /// Writes a file, or replaces it; returns its path.
    std::string write(const std::string& name, Input content) const;

private:
    std::string m_path;
};

} // namespace hareloom::fuzz
