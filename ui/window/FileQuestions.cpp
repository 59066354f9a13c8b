// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/FileQuestions.h"

#include "ui/settings/Preferences.h"

#include <QFileDialog>
#include <QFileInfo>

namespace hareloom::ui {

namespace {

void rememberFolder(const QString& path)
{
    Preferences::setLastFolder(QFileInfo(path).absolutePath());
}

} // namespace

QString askForFile(QWidget* window, const QString& title, const QString& filter)
{
    const QString path = QFileDialog::getOpenFileName(window, title, Preferences::startFolder(), filter);
    if (!path.isEmpty())
        rememberFolder(path);
    return path;
}

QStringList askForFiles(QWidget* window, const QString& title, const QString& filter)
{
    const QStringList paths =
        QFileDialog::getOpenFileNames(window, title, Preferences::startFolder(), filter);
    if (!paths.isEmpty())
        rememberFolder(paths.front());
    return paths;
}

QString askForFolder(QWidget* window, const QString& title)
{
    const QString path = QFileDialog::getExistingDirectory(window, title, Preferences::startFolder());
    if (!path.isEmpty())
        Preferences::setLastFolder(path);
    return path;
}

QString askWhereTo(QWidget* window, const QString& title, const QString& name, const QString& filter,
                   const QString& suffix)
{
    const QString folder = Preferences::startFolder();
    const QString path = QFileDialog::getSaveFileName(
        window, title, folder.isEmpty() ? name : folder + QLatin1Char('/') + name, filter);
    if (path.isEmpty())
        return {};
    rememberFolder(path);
    return QFileInfo(path).suffix().isEmpty() ? path + QLatin1Char('.') + suffix : path;
}

} // namespace hareloom::ui
