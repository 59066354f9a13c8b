// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

class DocumentationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPublicFunctionIsInTheDocumentation()
    {
        const QString page = textOf(QStringLiteral(HARELOOM_SOURCE_DIR "/docs/theory.md"));
        QVERIFY(!page.isEmpty());
        const QDir headers(QStringLiteral(HARELOOM_SOURCE_DIR "/core/theory"), QStringLiteral("*.h"));
        const QRegularExpression declaration(QStringLiteral(R"(^[A-Z]?\w+ (\w+)\()"),
                                             QRegularExpression::MultilineOption);
        int functions = 0;
        for (const QString& header : headers.entryList()) {
            auto matches = declaration.globalMatch(textOf(headers.filePath(header)));
            for (; matches.hasNext(); ++functions) {
                const QString name = matches.next().captured(1);
                QVERIFY2(page.contains('`' + name + '`'), qPrintable(header + ": " + name));
            }
        }
        QVERIFY(functions > 30);
    }

private:
    static QString textOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
};

HARELOOM_TEST(DocumentationTest)
#include "DocumentationTest.moc"
