// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QMutex>
#include <QSet>

namespace hareloom::ui {

/// The one application of the window and of figures without one. Numbers are written alike wherever it runs:
/// with a decimal point, as in files. And the last guard: what a slot, an event or a painting throws is a
/// fault of the program, becomes a sentence and ends nothing; the events after it go on.
class Application : public QApplication
{
    Q_OBJECT
public:
    Application(int& argc, char** argv);

    bool notify(QObject* receiver, QEvent* event) override;

Q_SIGNALS:
    /// Once for each kind of fault: one that every painting meets is not told again and again.
    void faulted(const QString& sentence);

private:
    void tell(const QString& what);

    QMutex m_mutex; // events are notified on every thread
    QSet<QString> m_told;
};

} // namespace hareloom::ui
