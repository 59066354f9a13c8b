// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/Application.h"

#include "core/base/Text.h"

#include <QLocale>

#include <cstdio>
#include <exception>
#include <new>

namespace hareloom::ui {

Application::Application(int& argc, char** argv) : QApplication(argc, argv)
{
    QLocale::setDefault(QLocale::c());
}

bool Application::notify(QObject* receiver, QEvent* event)
{
    try {
        return QApplication::notify(receiver, event);
    } catch (const std::bad_alloc&) {
        tell(tr("There is not enough memory for this. Save what you need, and close other programs."));
    } catch (const std::exception& fault) {
        tell(tr("A fault in the program itself: %1. Save what you need, start again, and please report it.")
                 .arg(QString::fromUtf8(fault.what())));
    } catch (...) {
        tell(tr("A fault in the program itself. Save what you need, start again, and please report it."));
    }
    return false;
}

void Application::tell(const QString& what)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (m_told.contains(what))
            return;
        m_told.insert(what);
    }
    std::fprintf(stderr, "hareloom: %s\n", printable(what.toStdString()).c_str());
    // Later: whoever shows it shall not do so from within what has just failed.
    QMetaObject::invokeMethod(
        this, [this, what] { Q_EMIT faulted(what); }, Qt::QueuedConnection);
}

} // namespace hareloom::ui
