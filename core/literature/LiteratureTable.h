// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// A row of the table in docs/literature.md: what a work printed, beside what this program measures. Plain
/// text: marks of code and links are gone.
struct LiteratureRow
{
    int number = 0;                       // from 1
    std::string work;                     // "Xu, He and Cheng, arXiv 2505.13947"
    std::vector<std::string> experiments; // the ids of presets; at least one
    std::string published, ours;
    std::string difference; // how far apart the two are, and why

    /// The first link that it leads to: "https://arxiv.org/abs/2505.13947"; empty where the work names no
    /// number of arXiv.
    std::string address() const;
};

/// The rows of a page that has such a table, in its order; what is no row of it is passed over.
std::vector<LiteratureRow> readLiterature(std::string_view page);

/// Those of docs/literature.md as the program was built with it: the one source of what is said of a work.
/// Read at the first call; any thread.
const std::vector<LiteratureRow>& literatureRows();

/// The rows whose experiment a preset is, in their order.
std::vector<const LiteratureRow*> literatureOf(std::string_view preset);

} // namespace hareloom
