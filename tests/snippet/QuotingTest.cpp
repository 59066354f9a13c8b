// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/snippet/Quoting.h"
#include "core/base/Utf8.h"
#include "tests/TestProgram.h"
#include "tests/snippet/Runs.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <stdexcept>

using namespace hareloom;
using namespace hareloom::test;

namespace {

/// Every byte but zero, those that are no UTF-8 among them.
std::string everyByte()
{
    std::string all = kHostile;
    for (int byte = 1; byte < 256; ++byte)
        all += static_cast<char>(byte);
    return all + "\xe2\x80\xae";
}

QByteArray outputOf(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

QString written(const QTemporaryDir& folder, const char* name, const std::string& text)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written", name);
    file.write(text.data(), static_cast<qint64>(text.size()));
    return file.fileName();
}

} // namespace

class QuotingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShellPrintsWhatWasQuoted()
    {
        const QTemporaryDir folder;
        const QString script = written(folder, "a.sh", "printf %s " + shellQuoted(everyByte()));
        QCOMPARE(outputOf("sh", {script}), QByteArray::fromStdString(everyByte()));
    }

    void pythonPrintsWhatWasQuoted()
    {
        const QString python = QStandardPaths::findExecutable("python3");
        if (python.isEmpty())
            QSKIP("python3 is not installed");
        const QTemporaryDir folder;
        const QString script = written(folder, "a.py",
                                       "import os, sys\nsys.stdout.buffer.write(os.fsencode(" +
                                           pythonQuoted(everyByte()) + "))");
        QCOMPARE(outputOf(python, {"-X", "utf8", script}), QByteArray::fromStdString(everyByte()));
    }

    void rPrintsWhatWasQuoted()
    {
        const QString r = QStandardPaths::findExecutable("Rscript");
        if (r.isEmpty())
            QSKIP("R is not installed here (r-base-core)");
        const QTemporaryDir folder;
        const QString script =
            written(folder, "a.R",
                    "x <- " + rQuoted(everyByte()) +
                        "\nout <- pipe('cat', 'wb')\nwriteBin(charToRaw(x), out)\nclose(out)");
        QCOMPARE(outputOf(r, {"--vanilla", script}), QByteArray::fromStdString(everyByte()));
    }

    // Quoted text is UTF-8, on one line but for the shell's, and holds nothing that a terminal obeys.
    void codeIsReadable()
    {
        for (const std::string& quoted : {pythonQuoted(everyByte()), rQuoted(everyByte()),
                                          latexText(everyByte()), commentText(everyByte())}) {
            QVERIFY(!invalidUtf8At(quoted));
            for (const char c : quoted)
                QVERIFY(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f);
        }
    }

    void latexShowsWhatItWouldObey()
    {
        QCOMPARE(
            latexText("50% of $x_1^2$ & {a}\\b~# <|>\n\x1b\xff"),
            std::string(
                "50\\% of \\$x\\_1\\textasciicircum{}2\\$ \\& \\{a\\}\\textbackslash{}b\\textasciitilde{}\\# "
                "\\textless{}\\textbar{}\\textgreater{} ??"));
    }

    void aTemplateIsFilledOnce()
    {
        QCOMPARE(filled("a @X@ b@Y@", {{"X", "@Y@"}, {"Y", "1"}}), std::string("a @Y@ b1"));
        QVERIFY_EXCEPTION_THROWN(filled("@Z@", {}), std::logic_error);
        QVERIFY_EXCEPTION_THROWN(filled("me@home", {}), std::logic_error);
    }
};

HARELOOM_TEST(QuotingTest)
#include "QuotingTest.moc"
