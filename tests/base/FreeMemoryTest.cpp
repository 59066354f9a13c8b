// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FreeMemory.h"
#include "tests/TestProgram.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

using namespace hareloom;

/// What the system says of memory is read from folders made for the test, as Linux writes them.
class FreeMemoryTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_root;

    void write(const QString& name, const QByteArray& content)
    {
        const QString path = m_root.filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    std::optional<double> found() const { return freeMemory(m_root.path().toStdString()); }

private Q_SLOTS:
    void whatNobodySaysIsNotKnown() { QVERIFY(!found()); }

    void theMachinesMemoryCounts()
    {
        write("proc/meminfo",
              "MemTotal:       8000 kB\nMemFree:        100 kB\nMemAvailable:   5000 kB\nHugePages:  0\n");
        QCOMPARE(*found(), 5000.0 * 1024);
    }

    /// A job of a cluster lies in groups within groups; the narrowest decides, wherever it stands.
    void theNarrowestGroupCounts()
    {
        write("proc/self/cgroup", "1:name=systemd:/other\n0::/job/step\n");
        write("sys/fs/cgroup/job/step/memory.max", "max\n");
        write("sys/fs/cgroup/job/step/memory.current", "7\n");
        QCOMPARE(*found(), 5000.0 * 1024);
        write("sys/fs/cgroup/job/memory.max", "3000000\n");
        write("sys/fs/cgroup/job/memory.current", "1000000\n");
        QCOMPARE(*found(), 2e6);
        write("sys/fs/cgroup/job/memory.current", "3500000\n");
        QCOMPARE(*found(), 0.0);
    }

    void thisMachineSaysHowMuchIsFree() { QVERIFY(freeMemory().value_or(0) > 1e6); }
};

HARELOOM_TEST(FreeMemoryTest)
#include "FreeMemoryTest.moc"
