// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace hareloom::test {

inline constexpr int kProgramTimeout = 60'000;

/// What a run of hareloom-cli left behind.
struct Outcome
{
    int status = -1; // -1: it crashed or was killed
    QString out, err;
};

inline Outcome outcomeOf(QProcess& process)
{
    if (!process.waitForFinished(kProgramTimeout))
        qFatal("hareloom-cli has not ended: %s", process.readAllStandardError().constData());
    const bool crashed = process.exitStatus() == QProcess::CrashExit;
    return {crashed ? -1 : process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

inline void start(QProcess& process, const QStringList& arguments)
{
    process.start(HARELOOM_CLI, arguments);
    if (!process.waitForStarted(kProgramTimeout))
        qFatal("%s cannot be started", HARELOOM_CLI);
}

inline Outcome cli(const QStringList& arguments)
{
    QProcess process;
    start(process, arguments);
    return outcomeOf(process);
}

inline QString written(const QTemporaryDir& folder, const char* name, const QByteArray& content)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", name);
    return file.fileName();
}

inline constexpr int kLongGenerations = 40'000, kLongChains = 4;
inline constexpr int kLongTotal = kLongChains * (kLongGenerations + 1);

/// A run of many small generations, about three seconds where two cores are free: time enough to interrupt it again and again.
inline QStringList longRun()
{
    return {"--set",    "samples.size=2000",         "--generations", QString::number(kLongGenerations),
            "--chains", QString::number(kLongChains)};
}

/// An experiment with an end within a fraction of a second.
inline QString shortExperiment(const QTemporaryDir& folder, const char* name = "short.json")
{
    return written(folder, name, R"({"schema": 1, "title": "Short", "family": "gaussian",
        "source": {"kind": "normal", "mean": [0], "covariance": [[1]]},
        "samples": {"size": 100}, "generations": 20, "chains": 3, "seed": 7,
        "evaluation": {"metrics": ["mean", "variance"]}})");
}

inline QString metricsOf(const QString& session)
{
    const Outcome outcome = cli({"metrics", session});
    if (outcome.status != 0)
        qFatal("%s", qPrintable(outcome.err));
    return outcome.out;
}

} // namespace hareloom::test
