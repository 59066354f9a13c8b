// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Interrupts.h"

#include <csignal>
#include <optional>

namespace hareloom::cli {

namespace {

// A signal handler can reach nothing but globals.
std::optional<StopSource> s_stop;
volatile std::sig_atomic_t s_came = 0;

void onSignal(int)
{
    s_came = 1;
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

Interrupts::Interrupts(StopSource stop)
{
    s_stop = std::move(stop);
    s_came = 0;
    handle(onSignal);
}

Interrupts::~Interrupts()
{
    handle(SIG_DFL);
    s_stop.reset();
}

bool Interrupts::came()
{
    return s_came != 0;
}

} // namespace hareloom::cli
