// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/teller/Glossary.h"
#include "tests/TestProgram.h"

#include <QFile>
#include <QtTest>

using namespace hareloom;

class GlossaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDocumentationSaysTheSame()
    {
        QFile file(QString(HARELOOM_SOURCE_DIR) + "/docs/glossary.md");
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray page = file.readAll();
        QVERIFY(glossary().size() >= 15);
        for (const Term& term : glossary()) {
            const std::string row =
                "| " + std::string(term.name) + " | " + std::string(term.meaning) + " |\n";
            QVERIFY2(page.contains(row.c_str()), row.c_str());
        }
        QCOMPARE(page.count("\n| "), static_cast<qsizetype>(glossary().size()) + 1);
    }
};

HARELOOM_TEST(GlossaryTest)
#include "GlossaryTest.moc"
