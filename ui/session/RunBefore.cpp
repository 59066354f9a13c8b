// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/RunBefore.h"

#include <utility>

namespace hareloom::ui {

RunBefore::RunBefore(const LabSession& session, QObject* parent) : QObject(parent), m_session(session)
{
    // A run has a file from its first generation on.
    connect(&session, &LabSession::generationsReady, this, [this] { m_now = m_session.recordingPath(); });
    connect(&session, &LabSession::experimentChanged, this, [this] {
        if (m_now.isEmpty())
            return;
        m_before = std::exchange(m_now, {});
        Q_EMIT changed();
    });
}

} // namespace hareloom::ui
