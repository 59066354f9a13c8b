// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>
#include <QStringList>
#include <QtTest>

/// Texts that are compared with approved ones, line by line. They depend on neither typeface nor Qt's
/// version, so no system skips them. A wanted change: HARELOOM_APPROVE=1 ctest --preset dev -R ui_StageWords,
/// read the difference in git, and commit it.
namespace hareloom::ui::baseline {

/// "line 7: approved "a", now "b""; empty where both are the same.
inline QString firstDifference(const QString& approved, const QString& now)
{
    if (approved == now)
        return {};
    const QStringList before = approved.split(QLatin1Char('\n')), after = now.split(QLatin1Char('\n'));
    qsizetype line = 0;
    while (line < before.size() && line < after.size() && before[line] == after[line])
        ++line;
    return QStringLiteral("line %1: approved \"%2\", now \"%3\"")
        .arg(line + 1)
        .arg(before.value(line), after.value(line));
}

/// Fails the running row where `text` differs from tests/ui/baselines/<name>.txt, and leaves
/// <name>.actual.txt beside it. With HARELOOM_APPROVE=1 in the environment the text takes the other's place.
inline void judge(const QString& name, const QString& text)
{
    const QString path = QStringLiteral(HARELOOM_SOURCE_DIR "/tests/ui/baselines/") + name;
    const auto write = [&text](const QString& to) {
        QFile file(to);
        return file.open(QFile::WriteOnly) && file.write(text.toUtf8()) >= 0;
    };
    QFile::remove(path + QStringLiteral(".actual.txt"));
    if (qEnvironmentVariable("HARELOOM_APPROVE") == QLatin1String("1")) {
        QVERIFY2(write(path + QStringLiteral(".txt")), qPrintable(path));
        return;
    }
    QFile file(path + QStringLiteral(".txt"));
    const QString approved = file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    if (const QString difference = firstDifference(approved, text); !difference.isEmpty()) {
        write(path + QStringLiteral(".actual.txt"));
        QFAIL(qPrintable(QStringLiteral("%1.txt: %2; see %1.actual.txt").arg(path, difference)));
    }
}

} // namespace hareloom::ui::baseline
