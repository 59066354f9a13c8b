// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/Recordings.h"

#include "core/store/Checkpoints.h"
#include "core/store/Session.h"
#include "ui/paths/PathBytes.h"

#include <QDir>
#include <QRegularExpression>
#include <QSettings>

namespace hareloom::ui {

namespace {

constexpr auto kKept = "recordings/opened";

QString whole(const QString& path)
{
    return QFileInfo(path).absoluteFilePath();
}

/// As autosavePath() names them: what someone else has put into the folder is not touched.
bool isRecordingName(const QString& name)
{
    static const QRegularExpression dated(
        QStringLiteral("^\\d{4}-\\d{2}-\\d{2} \\d{2}\\.\\d{2}\\.\\d{2} .*\\.hareloom$"));
    return dated.match(name).hasMatch();
}

/// What a window that was killed left behind before anything was finished. Opening it for writing tells that
/// no other window is about to.
bool isEmptyAndLeft(const QString& path)
{
    constexpr qint64 kMostBytes = 100'000; // others are not looked into
    if (QFileInfo(path).size() > kMostBytes)
        return false;
    const auto session = Session::openReadOnly(bytesOf(path));
    const auto lengths = session ? (*session)->chainLengths() : Result<std::vector<int>>(session.error());
    return lengths && lengths->empty() && Session::open(bytesOf(path)).ok();
}

} // namespace

bool deleteRecording(const QString& path)
{
    if (!QFile::remove(path))
        return false;
    for (const char* beside : {"-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1String(beside));
    Checkpoints::remove(Checkpoints::folderFor(bytesOf(path)));
    return true;
}

void keepRecording(const QString& path)
{
    QSettings settings;
    QStringList kept = settings.value(QLatin1String(kKept)).toStringList();
    if (kept.contains(whole(path)))
        return;
    kept << whole(path);
    settings.setValue(QLatin1String(kKept), kept);
}

QStringList pruneRecordings(const QString& folder, const QStringList& kept, int newest)
{
    QStringList stays = QSettings().value(QLatin1String(kKept)).toStringList();
    for (const QString& path : kept)
        stays << whole(path);
    QStringList deleted;
    int seen = 0;
    const QDir place(folder);
    for (const QString& name :
         place.entryList({QStringLiteral("*.hareloom")}, QDir::Files, QDir::Name | QDir::Reversed)) {
        if (!isRecordingName(name) || ++seen <= newest)
            continue;
        const QString path = place.absoluteFilePath(name);
        if (!stays.contains(path) && deleteRecording(path))
            deleted << path;
    }
    for (const QString& name : place.entryList({QStringLiteral("*.hareloom")}, QDir::Files))
        if (const QString path = place.absoluteFilePath(name);
            isRecordingName(name) && !stays.contains(path) && isEmptyAndLeft(path) && deleteRecording(path))
            deleted << path;
    return deleted;
}

} // namespace hareloom::ui
