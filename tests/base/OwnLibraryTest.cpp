// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/OwnLibrary.h"
#include "tests/TestProgram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace hareloom;

class OwnLibraryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whereItWasLookedForIsSaid()
    {
        const auto entry = entryOf({"libhareloom_none.so", "enter", "/no/such/folder"});
        QVERIFY(!entry && entry.error().kind == ErrorKind::Unsupported);
        const QString words = QString::fromStdString(entry.error().message);
        QVERIFY2(words.startsWith("and there is no libhareloom_none.so in ") &&
                     words.endsWith(", /no/such/folder"),
                 qPrintable(words));
    }

    void whatIsNoLibraryIsSaid()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath("libhareloom_text.so"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no library") > 0);
        file.close();
        const QByteArray built = folder.path().toUtf8();
        const auto entry = entryOf({"libhareloom_text.so", "enter", built.constData()});
        QVERIFY(!entry);
        QVERIFY2(entry.error().message.starts_with("which cannot be loaded: "),
                 entry.error().message.c_str());
    }
    // A child of its own: the limit cannot be raised again.
    void whatHasNoRoomIsNotOpened()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath("libhareloom_text.so"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no library") > 0);
        file.close();
        const QByteArray built = folder.path().toUtf8();
        const pid_t child = ::fork();
        if (child == 0) {
            const rlimit limit{rlim_t{4} << 30, rlim_t{4} << 30};
            ::setrlimit(RLIMIT_AS, &limit);
            const auto fits = entryOf({"libhareloom_text.so", "enter", built.constData(), 100, 0});
            const auto large = entryOf({"libhareloom_text.so", "enter", built.constData(), 8192, 0});
            const bool isSaid = large.error().kind == ErrorKind::System &&
                                large.error().message.starts_with("which needs 8192 MB of address space");
            ::_exit(fits.error().kind == ErrorKind::Unsupported && isSaid ? 0 : 1);
        }
        int status = -1;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
    }
};

HARELOOM_TEST(OwnLibraryTest)
#include "OwnLibraryTest.moc"
