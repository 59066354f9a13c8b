// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ExitStatus.h"
#include "core/snippet/Snippet.h"

namespace hareloom::cli {

int execute(const SnippetArguments& arguments, Console& console)
{
    const Result<std::unique_ptr<Session>> session = Session::openReadOnly(arguments.session);
    if (!session)
        return fail(console, session.error());
    const Result<std::string> text =
        snippetOf(*choiceOf(kSnippetLanguages, arguments.language), **session, arguments.metric);
    if (!text)
        return fail(console, text.error());
    console.data << *text;
    return kDone;
}

} // namespace hareloom::cli
