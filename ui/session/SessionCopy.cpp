// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/SessionCopy.h"

#include "ui/session/SessionFile.h"

namespace hareloom::ui {

SessionCopy::SessionCopy(const LabSession& session)
    : m_contents{session.experiment(), {}, QString()},
      m_path(session.recordingPath()),
      m_isStored(session.history().isStored())
{
    if (!m_isStored)
        m_contents.generations = session.history().all();
}

Result<std::unique_ptr<LabSession>> SessionCopy::open() const
{
    auto copy = std::make_unique<LabSession>();
    copy->setRecording(false);
    if (!m_isStored) {
        copy->setFinished(m_contents, m_path);
        return copy;
    }
    const auto contents = readSessionToDraw(m_path); // a connection of this thread's own
    if (!contents)
        return contents.error();
    copy->setFinished(*contents, m_path);
    return copy;
}

} // namespace hareloom::ui
