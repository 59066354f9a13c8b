// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/Preferences.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <thread>

namespace hareloom::ui {

namespace {

constexpr auto kThreads = "engine/threads", kDevice = "engine/device", kFontScale = "view/fontScale",
               kReducedMotion = "view/reducedMotion", kFolder = "files/defaultFolder",
               kLastFolder = "files/folder";

QVariant read(const char* key)
{
    return QSettings().value(QLatin1String(key));
}

void write(const char* key, const QVariant& value)
{
    QSettings().setValue(QLatin1String(key), value);
}

} // namespace

int Preferences::cores()
{
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

int Preferences::threads()
{
    return std::clamp(read(kThreads).toInt(), 0, cores());
}

void Preferences::setThreads(int threads)
{
    write(kThreads, std::clamp(threads, 0, cores()));
}

std::string Preferences::device()
{
    const QString chosen = read(kDevice).toString();
    return chosen.isEmpty() ? "auto" : chosen.toStdString();
}

void Preferences::setDevice(const std::string& device)
{
    write(kDevice, QString::fromStdString(device));
}

int Preferences::fontScale()
{
    bool isNumber = false;
    const int percent = read(kFontScale).toInt(&isNumber);
    return isNumber ? std::clamp(percent, kLeastFontScale, kMostFontScale) : 100;
}

void Preferences::setFontScale(int percent)
{
    write(kFontScale, std::clamp(percent, kLeastFontScale, kMostFontScale));
}

bool Preferences::reducedMotion()
{
    return read(kReducedMotion).toBool();
}

void Preferences::setReducedMotion(bool on)
{
    write(kReducedMotion, on);
}

QString Preferences::folder()
{
    return read(kFolder).toString();
}

void Preferences::setFolder(const QString& path)
{
    write(kFolder, path);
}

QString Preferences::startFolder()
{
    const QString chosen = folder();
    return !chosen.isEmpty() && QFileInfo(chosen).isDir() ? chosen : read(kLastFolder).toString();
}

void Preferences::setLastFolder(const QString& path)
{
    write(kLastFolder, path);
}

} // namespace hareloom::ui
