// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/RunningOrder.h"

#include "core/recipe/Presets.h"
#include "ui/paths/PathBytes.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr qint64 kLongestList = 1024 * 1024;

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

/// By name, runs of digits as numbers, in every language alike.
bool comesBefore(const QString& a, const QString& b)
{
    qsizetype i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        const auto digits = [](const QString& name, qsizetype from) {
            qsizetype end = from;
            while (end < name.size() && name[end].isDigit())
                ++end;
            return end - from;
        };
        const qsizetype m = digits(a, i), n = digits(b, j);
        const QString left = a.mid(i, std::max<qsizetype>(1, m)), right = b.mid(j, std::max<qsizetype>(1, n));
        const int order = m > 0 && n > 0 && left.toULongLong() != right.toULongLong()
                              ? (left.toULongLong() < right.toULongLong() ? -1 : 1)
                              : left.compare(right, Qt::CaseInsensitive);
        if (order != 0)
            return order < 0;
        i += left.size();
        j += right.size();
    }
    return a.size() - i < b.size() - j;
}

QStringList filesIn(const QString& folder)
{
    QStringList names =
        QDir(folder).entryList({QStringLiteral("*.json"), QStringLiteral("*.hareloom")}, QDir::Files);
    std::sort(names.begin(), names.end(), comesBefore);
    return names;
}

bool isPreset(const QString& id)
{
    const auto all = presets();
    return std::any_of(all.begin(), all.end(),
                       [&](const Preset& preset) { return preset.id == id.toStdString(); });
}

Result<std::vector<OrderEntry>> readList(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kLongestList)
        return invalidFile(
            tr("%1: it cannot be read as a list of at most 1 MB.").arg(shownPath(path)).toStdString());
    std::vector<OrderEntry> entries;
    QStringList notes;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        const QString words = line.trimmed();
        if (words.startsWith(QLatin1Char('#'))) {
            notes << words.mid(1).trimmed();
            continue;
        }
        if (words.isEmpty())
            continue;
        const QString whole = QFileInfo(path).absoluteDir().absoluteFilePath(words);
        if (!pathExists(whole) && !isPreset(words))
            return invalidFile(
                tr("%1: %2 is neither a file nor a preset. Write a file's name, relative to the list, or "
                   "the name of a preset.")
                    .arg(shownPath(path), words)
                    .toStdString());
        entries.push_back({pathExists(whole) ? whole : words, notes.join(QLatin1Char('\n'))});
        notes.clear();
    }
    return entries;
}

} // namespace

bool isOrderName(const QString& path)
{
    return path.endsWith(QLatin1String(".order"), Qt::CaseInsensitive);
}

bool holdsOrder(const QString& folder)
{
    return !filesIn(folder).isEmpty();
}

Result<std::vector<OrderEntry>> readOrder(const QString& path)
{
    std::vector<OrderEntry> entries;
    if (pathIsFolder(path)) {
        for (const QString& name : filesIn(path))
            entries.push_back({QDir(path).absoluteFilePath(name), {}});
    } else {
        auto listed = readList(path);
        if (!listed)
            return listed.error();
        entries = std::move(listed).value();
    }
    if (entries.empty())
        return invalidFile(tr("%1: there is no experiment (*.json) and no session (*.hareloom) in it.")
                               .arg(shownPath(path))
                               .toStdString());
    return entries;
}

} // namespace hareloom::ui
