// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/literature/LiteratureTable.h"
#include "core/literature/Paper.h"
#include "core/recipe/Presets.h"
#include "tests/TestProgram.h"

#include <QtTest>

#include <set>

using namespace hareloom;

class LiteratureTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowIsReadWithoutItsMarks()
    {
        const auto rows =
            readLiterature("Words | that | are | no | row | at | all\n"
                           "| no. | work | experiment | published | ours | how far apart |\n"
                           "|---|---|---|---|---|---|\n"
                           "| 7 | Doe, arXiv 2501.01234; Roe, arXiv 1 | `one`, variant A, `two` | 1.5 | "
                           "`x` is 2: [images.md](images.md) has it | none |\n"
                           "| 8 | Without an experiment |  | a | b | c |\n");
        QCOMPARE(rows.size(), std::size_t(1));
        const LiteratureRow& row = rows.front();
        QCOMPARE(row.number, 7);
        QCOMPARE(row.work, std::string("Doe, arXiv 2501.01234; Roe, arXiv 1"));
        QCOMPARE(row.experiments, (std::vector<std::string>{"one", "two"}));
        QCOMPARE(row.ours, std::string("x is 2: images.md has it"));
        QCOMPARE(row.address(), std::string("https://arxiv.org/abs/2501.01234"));
    }

    void everyLineOfThePageThatBeginsWithANumberIsARow()
    {
        QVERIFY(literatureRows().size() >= 14);
        int before = 0;
        for (const LiteratureRow& row : literatureRows()) {
            QCOMPARE(row.number, ++before); // none was passed over
            for (const std::string* part : {&row.work, &row.published, &row.ours, &row.difference}) {
                QVERIFY(!part->empty());
                QVERIFY2(part->find_first_of("`[]|") == std::string::npos, part->c_str());
            }
        }
    }

    void eachNamesAPresetAndAWorkThatIsCited()
    {
        std::set<std::string> known;
        for (const Preset& preset : presets())
            known.insert(std::string(preset.id));
        for (const LiteratureRow& row : literatureRows()) {
            for (const std::string& id : row.experiments)
                QVERIFY2(known.contains(id), id.c_str());
            QVERIFY2(!papersNamedIn(row.work).empty(), row.work.c_str());
            const auto found = literatureOf(row.experiments.front());
            QVERIFY(std::find(found.begin(), found.end(), &row) != found.end());
        }
        QVERIFY(literatureOf("no-such-preset").empty());
    }
};

HARELOOM_TEST(LiteratureTableTest)
#include "LiteratureTableTest.moc"
