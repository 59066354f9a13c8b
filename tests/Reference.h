// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

#include <nlohmann/json.hpp>

namespace hareloom::test {

/// A file or folder of tests/data/reference, whose README says where everything there comes from. Ends the
/// test program where it is missing.
inline QString reference(const QString& path)
{
    const QString full = QStringLiteral(HARELOOM_TEST_DATA "/reference/") + path;
    if (!QFile::exists(full))
        qFatal("%s is missing", qPrintable(full));
    return full;
}

/// Ends the test program where it cannot be read.
inline std::string contentOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    return file.readAll().toStdString();
}

inline nlohmann::json readJson(const QString& path)
{
    return nlohmann::json::parse(contentOf(path));
}

} // namespace hareloom::test
