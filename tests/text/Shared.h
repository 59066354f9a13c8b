// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QString>

namespace hareloom::test {

/// A file or folder of the reference data: below $HARELOOM_SHARED, or else ../shared beside the source tree.
/// Empty where it is not there, as in most people's clones; a test that needs it is then skipped.
inline QString shared(const QString& path)
{
    const QString root =
        qEnvironmentVariable("HARELOOM_SHARED", QStringLiteral(HARELOOM_SOURCE_DIR "/../shared"));
    const QString full = QDir(root).filePath(path);
    return QFile::exists(full) ? full : QString();
}

} // namespace hareloom::test

#define HARELOOM_NEEDS_SHARED(path)                                                                          \
    if (hareloom::test::shared(path).isEmpty())                                                              \
    QSKIP("the reference data (../shared or $HARELOOM_SHARED) is not here")
