// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStandardPaths>
#include <QString>

#include <optional>

/// Reads QR codes by zbarimg, a reader that shares no code with what drew them.
namespace hareloom::qr {

/// Said where a test is skipped because canRead() is false.
inline constexpr const char* kNoReader = "zbarimg is not installed (zbar-tools)";

inline QString reader()
{
    return QStandardPaths::findExecutable(QStringLiteral("zbarimg"));
}

inline bool canRead()
{
    return !reader().isEmpty();
}

/// What the codes in a picture's file say, a line each: empty where there is none. Nothing where the reader
/// did not start or did not end.
inline std::optional<QString> textIn(const QString& picture)
{
    QProcess zbar;
    zbar.start(reader(), {QStringLiteral("--quiet"), QStringLiteral("--raw"), picture});
    if (!zbar.waitForFinished() || zbar.exitStatus() != QProcess::NormalExit)
        return std::nullopt;
    return QString::fromUtf8(zbar.readAllStandardOutput()).trimmed();
}

} // namespace hareloom::qr
