// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/WeightNumbers.h"
#include "tests/TestProgram.h"

#include <QtTest>

#include <map>
#include <set>

using namespace hareloom;

using Shape = WeightNumbers::Shape;
using Shapes = std::vector<std::pair<int, int>>; // variants, chains

class WeightNumbersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChainKeepsItsNumberAndSharesItWithNone_data()
    {
        QTest::addColumn<Shapes>("shapes");
        QTest::newRow("never grown") << Shapes{{3, 4}};
        QTest::newRow("more chains of one variant") << Shapes{{1, 2}, {1, 5}};
        QTest::newRow("more chains") << Shapes{{3, 1}, {3, 2}, {3, 7}};
        QTest::newRow("branches only") << Shapes{{1, 3}, {2, 3}, {3, 3}};
        QTest::newRow("chains, then branches, then chains")
            << Shapes{{1, 2}, {1, 3}, {2, 3}, {3, 3}, {3, 5}, {4, 5}};
        QTest::newRow("chains first") << Shapes{{2, 2}, {2, 3}, {3, 3}, {3, 4}};
    }
    void aChainKeepsItsNumberAndSharesItWithNone()
    {
        QFETCH(Shapes, shapes);
        WeightNumbers numbers;
        std::map<std::pair<int, int>, std::int64_t> known;
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            const auto [variants, chains] = shapes[i];
            if (i > 0)
                numbers.grow({shapes[i - 1].first, shapes[i - 1].second}, {variants, chains});
            const auto again = WeightNumbers::fromText(numbers.text(), {variants, chains});
            QVERIFY2(again.ok(), again ? "" : again.error().message.c_str());
            std::set<std::int64_t> taken;
            for (int v = 0; v < variants; ++v)
                for (int r = 0; r < chains; ++r) {
                    const std::int64_t number = numbers.of(v, r, chains);
                    QCOMPARE(again->of(v, r, chains), number);
                    QVERIFY2(number >= 0 && number < variants * chains, "the numbers have no gaps");
                    QVERIFY(taken.insert(number).second);
                    QCOMPARE(known.emplace(std::pair(v, r), number).first->second, number);
                }
        }
    }

    void numbersThatNeverChangedAreNotNoted()
    {
        WeightNumbers numbers;
        numbers.grow({1, 2}, {1, 3});
        numbers.grow({1, 3}, {2, 3});
        QVERIFY(numbers.isPlain());
        QCOMPARE(numbers.text(), std::string());
        QCOMPARE(numbers.of(1, 2, 3), 5);
        numbers.grow({2, 3}, {2, 4});
        QCOMPARE(numbers.text(), std::string("[[2,3],[2,4]]"));
        QCOMPARE(numbers.of(1, 2, 4), 5);
        QCOMPARE(numbers.of(0, 3, 4), 6);
        QCOMPARE(numbers.of(1, 3, 4), 7);
    }

    void whatCannotBeIsRefused()
    {
        for (const char* text :
             {"nonsense", "{}", "[]", "[[2,2]]", "[[2,1],[2,1]]", "[[2,2],[2,1]]", "[[2,1],[3,2]]",
              "[[0,1],[2,1],[2,2]]", "[[2,1],[2,3]]", "[[2,1],[2]]", "[[2,1],[2,2.5]]",
              "[[2,1],[2,2],[2,1],[2,2]]", "[[2,1],[2,1e300]]", "[[-1,1],[2,1],[2,2]]"})
            QVERIFY2(!WeightNumbers::fromText(text, {2, 2}), text);
        QVERIFY(WeightNumbers::fromText("[[2,1],[2,2]]", {2, 2}).ok());
        QVERIFY(WeightNumbers::fromText("", {2, 2})->isPlain());
    }
};

HARELOOM_TEST(WeightNumbersTest)
#include "WeightNumbersTest.moc"
