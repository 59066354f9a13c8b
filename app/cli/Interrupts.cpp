// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Interrupts.h"

#include <csignal>
#include <optional>

namespace hareloom::cli {

namespace {

// A signal handler can reach nothing but globals.
std::optional<StopSource> s_stop;

void onSignal(int)
{
    if (s_stop)
        s_stop->requestStop();
}

void handle(void (*handler)(int))
{
    struct sigaction action
    {
    };
    action.sa_handler = handler;
    // Reset, so that a second signal kills a process that does not stop.
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

} // namespace

void endOnSignals()
{
    handle(SIG_DFL);
}

Interrupts::Interrupts(StopSource stop)
{
    s_stop = std::move(stop);
    handle(onSignal);
}

Interrupts::~Interrupts()
{
    endOnSignals();
    s_stop.reset();
}

} // namespace hareloom::cli
