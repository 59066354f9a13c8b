// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QString>

#include <nlohmann/json.hpp>

namespace hareloom::test {

/// Where reference files lie that are not part of the project: $HARELOOM_SHARED, or ../shared beside the
/// sources or one folder further up. Empty where there is none.
inline QString sharedFolder()
{
    const QString named = qEnvironmentVariable("HARELOOM_SHARED");
    if (!named.isEmpty())
        return named;
    for (const char* up : {"/../shared", "/../../shared"})
        if (QDir(HARELOOM_SOURCE_DIR + QString(up) + "/reference").exists())
            return HARELOOM_SOURCE_DIR + QString(up);
    return {};
}

inline nlohmann::json readJson(const QString& path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    return nlohmann::json::parse(file.readAll().toStdString());
}

} // namespace hareloom::test
