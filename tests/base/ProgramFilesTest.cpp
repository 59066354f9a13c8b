// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ProgramFiles.h"
#include "tests/TestProgram.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace hareloom;
namespace fs = std::filesystem;

class ProgramFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProgramKnowsItsFolder()
    {
        QCOMPARE(QString::fromStdString(programFolder().string()), QCoreApplication::applicationDirPath());
    }

    void dataBesideTheProgramComesFirst()
    {
        const QTemporaryDir folder;
        const fs::path unpacked = folder.path().toStdString();
        fs::create_directories(unpacked / "bin");
        QCOMPARE(packagedData("dictd/devil.index", unpacked / "bin"), fs::path("/usr/share/dictd/devil.index"));
        fs::create_directories(unpacked / "share/dictd/devil.index");
        QCOMPARE(packagedData("dictd/devil.index", unpacked / "bin"), unpacked / "share/dictd/devil.index");
        QCOMPARE(packagedData("dictd/jargon.index", unpacked / "bin"), fs::path("/usr/share/dictd/jargon.index"));
        QCOMPARE(packagedData("dictd/devil.index", {}), fs::path("/usr/share/dictd/devil.index"));
    }
};

HARELOOM_TEST(ProgramFilesTest)
#include "ProgramFilesTest.moc"
