// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/LabSession.h"

#include <memory>

namespace hareloom::ui {

/// A session as it is at one moment, to be read on another thread while its run goes on. Generations are
/// shared, not copied; those that lie in a file are left there.
class SessionCopy
{
public:
    /// GUI thread.
    explicit SessionCopy(const LabSession& session);

    /// A session of the calling thread, which alone may use and destroy it. Any thread. Errors: those of
    /// reading its file again.
    Result<std::unique_ptr<LabSession>> open() const;

private:
    SessionContents m_contents;
    QString m_path;
    bool m_isStored;
};

} // namespace hareloom::ui
