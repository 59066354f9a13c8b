// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/literature/Bibtex.h"

#include <algorithm>
#include <cctype>

namespace hareloom {

namespace {

/// One entry, field by field; what is empty is left out.
class Entry
{
public:
    Entry(std::string_view kind, std::string_view key)
        : m_text("@" + std::string(kind) + "{" + std::string(key) + ",\n")
    {
    }

    Entry& add(std::string_view field, std::string_view value)
    {
        if (!value.empty())
            m_text += "  " + std::string(field) + " = {" + std::string(value) + "},\n";
        return *this;
    }

    std::string ended() { return m_text + "}\n"; }

private:
    std::string m_text;
};

/// What BibTeX calls the place that a work of this kind came out in.
std::string_view placeOf(std::string_view kind)
{
    return kind == "article"         ? "journal"
           : kind == "inproceedings" ? "booktitle"
           : kind == "book"          ? "publisher"
           : kind == "techreport"    ? "institution"
                                     : "howpublished";
}

} // namespace

std::string bibtex(const Paper& paper)
{
    Entry entry(paper.kind, paper.key);
    // The second pair of braces keeps the title's capitals in every style.
    entry.add("author", paper.authors).add("title", "{" + std::string(paper.title) + "}");
    entry.add(placeOf(paper.kind), paper.where);
    entry.add("volume", paper.volume).add("number", paper.number).add("pages", paper.pages);
    entry.add("year", paper.year).add("doi", paper.doi);
    if (!paper.arxiv.empty())
        entry.add("eprint", paper.arxiv).add("archiveprefix", "arXiv");
    return entry.ended();
}

std::string bibtexOfProgram(std::string_view version)
{
    std::string plain;
    std::copy_if(version.begin(), version.end(), std::back_inserter(plain),
                 [](unsigned char c) { return std::isalnum(c) || c == '.' || c == '-' || c == '+'; });
    Entry entry("misc", "hareloom");
    entry.add("author", "{The Hareloom developers}")
        .add("title", "{Hareloom: a laboratory for model collapse}")
        .add("howpublished", "Computer program, GPL-3.0-or-later");
    entry.add("note", plain.empty() ? std::string() : "Version " + plain);
    return entry.ended();
}

} // namespace hareloom
