// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/OwnLibrary.h"
#include "tests/TestProgram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

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
};

HARELOOM_TEST(OwnLibraryTest)
#include "OwnLibraryTest.moc"
