// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/Arguments.h"
#include "app/window/Platform.h"
#include "app/window/Render.h"
#include "app/window/RenderFilm.h"
#include "core/base/Text.h"
#include "core/recipe/Presets.h"
#include "ui/language/LanguageControl.h"
#include "ui/window/Application.h"
#include "ui/window/MainWindow.h"
#include "ui/window/WindowHolder.h"

#include <QTimer>

#include <cstdio>
#include <exception>

namespace {

using hareloom::ui::Application;

constexpr int kUsageError = 2, kInterrupted = 130;

int fail(const hareloom::Error& error)
{
    std::fprintf(stderr, "hareloom: %s\n", hareloom::printable(error.message).c_str());
    using hareloom::ErrorKind;
    if (error.kind == ErrorKind::Stopped)
        return kInterrupted;
    return error.kind == ErrorKind::InvalidInput || error.kind == ErrorKind::InvalidFile ? kUsageError : 1;
}

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("hareloom"));
    QCoreApplication::setOrganizationDomain(
        QStringLiteral("hareloom")); // names the settings' folder, and no other
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Hareloom"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HARELOOM_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("hareloom"));
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
int showWindow(Application& application, const QString& what)
{
    hareloom::ui::LanguageControl languages;
    hareloom::ui::ThemeControl themes;
    hareloom::ui::WindowHolder holder(themes, languages);
    hareloom::ui::MainWindow& window = holder.window();
    if (what.isEmpty())
        window.showGallery();
    window.showFirst();
    if (!what.isEmpty())
        QTimer::singleShot(0, &holder, [&holder, what] { openFirst(holder.window(), what); });
    return application.exec();
}

int runProgram(int argc, char** argv)
{
    nameProgram();
    if (hareloom::app::wantsWords(argc, argv)) {
        const QCoreApplication application(argc, argv);
        const auto answered = hareloom::app::readArguments(hareloom::app::wordsOf(argc, argv));
        return answered ? 0 : fail(answered.error());
    }
    hareloom::app::choosePlatform(hareloom::app::wantsRendering(argc, argv));
    Application application(argc, argv);
    const auto arguments = hareloom::app::readArguments(hareloom::app::wordsOf(argc, argv));
    if (!arguments)
        return fail(arguments.error());
    if (const auto usable = hareloom::app::checkPlatform(arguments->rendersOnly()); !usable)
        return fail(usable.error());
    if (!arguments->rendersOnly())
        return showWindow(application, arguments->open);
    auto done = arguments->film.isAsked() ? hareloom::app::renderFilms(*arguments) : hareloom::Result<void>();
    if (done && !arguments->formats.isEmpty())
        done = hareloom::app::renderFigures(*arguments);
    return done ? 0 : fail(done.error());
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return runProgram(argc, argv);
    } catch (const std::exception& fault) {
        return fail(hareloom::systemError(std::string("A fault in the program itself: ") + fault.what() +
                                          "; please report it."));
    }
}
