// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/Platform.h"

#include <QGuiApplication>
#include <QRawFont>

namespace hareloom::app {

namespace {

constexpr auto kChoice = "QT_QPA_PLATFORM";

// Set where the program chose for itself: the user may ask for a window without a display, as tests do.
bool s_hasChosen = false;

/// What may serve on this desktop, the likeliest first; the last needs no display.
QByteArray platforms()
{
    const bool hasWayland = qEnvironmentVariableIsSet("WAYLAND_DISPLAY"),
               hasX = qEnvironmentVariableIsSet("DISPLAY");
    QByteArrayList names;
    if (hasWayland && qgetenv("XDG_SESSION_TYPE") == "wayland")
        names << "wayland";
    if (hasX)
        names << "xcb";
    if (hasWayland && !names.contains("wayland"))
        names << "wayland";
    return (names << "offscreen").join(';');
}

} // namespace

void choosePlatform(bool forFigures)
{
    if (forFigures) {
        qputenv(kChoice, "offscreen");
        return;
    }
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    if (qEnvironmentVariableIsSet(kChoice))
        return;
    s_hasChosen = true;
    qputenv(kChoice, platforms());
#endif
}

Result<void> checkPlatform(bool forFigures)
{
    if (!forFigures && s_hasChosen && QGuiApplication::platformName() == QLatin1String("offscreen"))
        return systemError(
            "There is no display to open a window on; use hareloom-cli, or --render for figures.");
    // Families are named even where no file is behind them; what draws boxes then has no table of characters.
    if (QRawFont::fromFont(QGuiApplication::font()).fontTable("cmap").isEmpty())
        return systemError(
            "There is no font on this machine, so every letter would be a box; install one, as the "
            "package fonts-inter or fonts-dejavu-core.");
    return {};
}

} // namespace hareloom::app
