// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snippet/Snippet.h"

#include "core/base/EmbeddedText.h"
#include "core/base/Utf8.h"
#include "core/snippet/Languages.h"
#include "core/snippet/Quoting.h"
#include "core/store/SessionFormat.h"

#include <stdexcept>

namespace hareloom {

namespace {

/// The snippets read the tables of version 2; the first version had others.
Result<void> checkFormat(const Session& session)
{
    const auto file = openSessionFile(session.path(), true);
    if (!file)
        return file.error();
    if (file->version < kSessionVersion)
        return invalidInput(
            session.path() +
            ": this session is of the format of Hareloom 0.1.0, which a snippet does not read. Go on "
            "with it once (hareloom-cli run SESSION --resume), which brings it up to date.");
    return {};
}

/// R's SQLite opens no file of another name.
Result<void> checkName(const Session& session)
{
    if (invalidUtf8At(session.path()))
        return invalidInput(
            utf8Of(session.path()) +
            ": the name holds bytes that are no UTF-8, and R could not open the file; rename it.");
    return {};
}

} // namespace

std::string subjectOf(const Session& session, const SnippetChart& chart)
{
    return commentText(chart.title + " by generation, from " + session.path());
}

std::string_view snippetTemplate(std::string_view name)
{
    for (const EmbeddedText& text : embeddedSnippets())
        if (text.id == name)
            return text.text;
    throw std::logic_error("there is no template " + std::string(name));
}

Result<std::string> snippetOf(SnippetLanguage language, const Session& session, const std::string& metric)
{
    if (language == SnippetLanguage::Methods)
        return methodsSnippet(session);
    const Result<SnippetChart> chart = snippetChart(session, metric);
    if (!chart)
        return chart.error();
    if (language == SnippetLanguage::Shell)
        return shellSnippet(session, chart->metric);
    if (language == SnippetLanguage::Pgfplots)
        return pgfplotsSnippet(session, *chart);
    if (Result<void> readable = checkFormat(session); !readable)
        return readable.error();
    if (language == SnippetLanguage::Python)
        return pythonSnippet(session, *chart);
    if (Result<void> named = checkName(session); !named)
        return named.error();
    return rSnippet(session, *chart);
}

} // namespace hareloom
