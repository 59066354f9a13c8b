// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExitStatus.h"

#include "core/base/Text.h"

namespace hareloom::cli {

int exitStatus(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidInput:
    case ErrorKind::InvalidData:
    case ErrorKind::InvalidFile:
    case ErrorKind::Unsupported:
        return kBadInput;
    case ErrorKind::Stopped:
        return kInterrupted;
    case ErrorKind::System:
        return kFailed;
    }
    return kFailed;
}

int fail(Console& console, const Error& error)
{
    console.err << "hareloom-cli: " << printable(error.message) << std::endl;
    return exitStatus(error.kind);
}

} // namespace hareloom::cli
