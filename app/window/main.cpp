// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/Arguments.h"
#include "app/window/Render.h"
#include "core/base/Text.h"
#include "core/recipe/Presets.h"
#include "ui/window/MainWindow.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>

namespace {

constexpr int kUsageError = 2;

int fail(const hareloom::Error& error)
{
    std::fprintf(stderr, "hareloom: %s\n", hareloom::printable(error.message).c_str());
    using hareloom::ErrorKind;
    return error.kind == ErrorKind::InvalidInput || error.kind == ErrorKind::InvalidFile ? kUsageError : 1;
}

bool hasDisplay()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
#else
    return true;
#endif
}

// What cannot be opened is said over the gallery.
void openFirst(hareloom::ui::MainWindow& window, const QString& what)
{
    if (!window.open(what))
        window.showGallery();
    else if (window.session().history().isEmpty())
        window.run();
}

// The window is up before anything is read or run.
int showWindow(QApplication& application, const QString& what)
{
    hareloom::ui::ThemeControl themes;
    hareloom::ui::MainWindow window(themes);
    if (what.isEmpty())
        window.showGallery();
    window.showFirst();
    if (!what.isEmpty())
        QTimer::singleShot(0, &window, [&window, what] { openFirst(window, what); });
    return application.exec();
}

} // namespace

int main(int argc, char** argv)
{
    const bool renders = hareloom::app::wantsRendering(argc, argv);
    const bool isBlind = !hasDisplay() && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
    if (isBlind || renders)
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("hareloom"));
    QApplication::setOrganizationDomain(
        QStringLiteral("hareloom")); // names the settings' folder, and no other
    QApplication::setApplicationDisplayName(QStringLiteral("Hareloom"));
    QApplication::setApplicationVersion(QStringLiteral(HARELOOM_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("hareloom"));
    const auto arguments = hareloom::app::readArguments(QApplication::arguments());
    if (!arguments)
        return fail(arguments.error());
    if (arguments->rendersOnly()) {
        const auto done = hareloom::app::renderFigures(*arguments);
        return done ? 0 : fail(done.error());
    }
    if (isBlind)
        return fail(hareloom::systemError(
            "There is no display to open a window on; use hareloom-cli, or --render for figures."));
    return showWindow(application, arguments->open);
}
