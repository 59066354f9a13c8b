// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/ThreadPriority.h"

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace hareloom::ui {

namespace {

#ifdef __linux__
constexpr int kNice = 10;
#endif

} // namespace

void lowerThreadPriority()
{
#ifdef __linux__
    // QThread::setPriority() does nothing here; a thread's own niceness does, and its children inherit it.
    setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), kNice);
#endif
}

} // namespace hareloom::ui
