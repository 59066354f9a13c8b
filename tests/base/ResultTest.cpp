// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Result.h"
#include "tests/TestProgram.h"

#include <QtTest>

using namespace hareloom;

namespace {

Result<int> half(int n)
{
    return n % 2 == 0 ? Result<int>(n / 2) : Result<int>(invalidInput("an odd number"));
}

Result<void> positive(int n)
{
    return n > 0 ? Result<void>() : Result<void>(invalidInput("not positive"));
}

} // namespace

class ResultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsFollowEachOtherUntilOneFails()
    {
        QCOMPARE(*half(12).and_then(half), 3);
        int calls = 0;
        const auto counted = [&calls](int n) {
            ++calls;
            return half(n);
        };
        const auto failed = half(6).and_then(counted).and_then(counted);
        QVERIFY(!failed);
        QCOMPARE(failed.error().message, std::string("an odd number"));
        QCOMPARE(calls, 1); // 3 is odd, and nothing is done with it
    }

    void aValueIsMadeIntoAnother()
    {
        const Result<std::string> text = half(8).transform([](int n) { return std::to_string(n); });
        QCOMPARE(*text, std::string("4"));
        QVERIFY(!half(7).transform([](int n) { return n + 1; }));
    }

    void whatHasNoValueChainsToo()
    {
        QCOMPARE(*positive(1).and_then([] { return half(4); }), 2);
        QCOMPARE(*positive(1).transform([] { return 5; }), 5);
        QVERIFY(!positive(0).and_then([] { return half(4); }));
        QCOMPARE(half(4).and_then(positive).ok(), true);
        QCOMPARE(half(0).and_then(positive).error().message, std::string("not positive"));
    }

    void aRefusedSettingIsKnownByItsPath()
    {
        const Error error = invalidSetting("policy.filter.classes[2]", "there is no such class.");
        QCOMPARE(error.path, std::string("policy.filter.classes"));
        QCOMPARE(error.message, std::string("policy.filter.classes[2]: there is no such class."));
    }
};

HARELOOM_TEST(ResultTest)
#include "ResultTest.moc"
