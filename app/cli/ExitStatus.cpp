// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExitStatus.h"

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
    console.err << "hareloom-cli: " << error.message << std::endl;
    return exitStatus(error.kind);
}

} // namespace hareloom::cli
