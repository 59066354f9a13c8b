// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ArgumentParser.h"
#include "app/cli/Commands.h"
#include "app/cli/ExitStatus.h"
#include "app/cli/Interrupts.h"

#include <exception>
#include <new>

using namespace hareloom;
using namespace hareloom::cli;

namespace {

int executeGuarded(const Arguments& arguments, Console& console)
{
    try {
        return std::visit([&console](const auto& command) { return execute(command, console); }, arguments);
    } catch (const std::bad_alloc&) {
        return fail(console, systemError("There is not enough memory for this; try fewer rows or chains."));
    } catch (const std::exception& bug) {
        return fail(console, systemError(std::string("A fault in the program itself: ") + bug.what() +
                                         "; please report it."));
    }
}

} // namespace

int main(int argc, char** argv)
{
    endOnSignals();
    Console console = processConsole();
    int status = kDone;
    if (const std::optional<Arguments> arguments = parseArguments(argc, argv, console, status))
        status = executeGuarded(*arguments, console);
    if (console.out.flush() && console.data.flush())
        return status;
    if (readerIsGone())
        return status == kInterrupted ? status : kDone;
    return fail(console, systemError("The results could not be written to stdout; is the disk full?"));
}
