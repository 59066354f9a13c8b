// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/LabSession.h"

namespace hareloom::ui {

/// The run that was on the bench before the present one, as far as it is in a file: what a change is held
/// against. GUI thread.
class RunBefore : public QObject
{
    Q_OBJECT
public:
    /// `session` outlives this.
    explicit RunBefore(const LabSession& session, QObject* parent = nullptr);

    /// Its session file; empty where there was none. What a run of nothing leaves is none.
    const QString& path() const { return m_before; }

Q_SIGNALS:
    /// path() is another.
    void changed();

private:
    const LabSession& m_session;
    QString m_before, m_now;
};

} // namespace hareloom::ui
