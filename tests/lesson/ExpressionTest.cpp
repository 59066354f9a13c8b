// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/Evaluate.h"
#include "tests/TestProgram.h"
#include "tests/lesson/Small.h"

#include <QtTest>

#include <cmath>

using namespace hareloom;
using namespace hareloom::test;

namespace {

/// Two chains of three generations: 8 4 2 and 8 8 1.
RunRecord recordOf(const Experiment& experiment)
{
    RunRecord record(experiment);
    const double values[2][3] = {{8, 4, 2}, {8, 8, 1}};
    for (int chain = 0; chain < 2; ++chain)
        for (int g = 0; g < 3; ++g)
            record.add(link(chain, g, "survivingStates", values[chain][g]));
    return record;
}

Expression expressionOf(const char* text)
{
    auto parsed = Expression::parse(text);
    if (!parsed)
        qFatal("%s: %s", text, parsed.error().message.c_str());
    return parsed->within("coins");
}

QString faultOf(const std::string& text)
{
    const auto parsed = Expression::parse(text);
    return parsed ? QString() : QString::fromStdString(parsed.error().message);
}

} // namespace

class ExpressionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anExpressionHasItsValue_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("value");
        const double inf = INFINITY;
        const std::pair<const char*, double> cases[] = {
            {"1 + 2 * 3 - 4 / 2", 5},
            {"(1 + 2) * 3", 9},
            {"-2 + 1", -1},
            {"2 < 3 and not 3 < 2", 1},
            {"2 > 3 or 1 = 1", 1},
            {"1 != 1", 0},
            {"abs(0 - 3)", 3},
            {"round(2.6)", 3},
            {"1e3", 1000},
            {"survivingStates", 2},
            {"survivingStates at last", 2},
            {"survivingStates at 1", 4},
            {"survivingStates at (1 + 1)", 2},
            {"survivingStates of coins at 0", 8},
            {"first(survivingStates < 5)", 1},
            {"first(survivingStates < 0)", inf},
            {"survivingStates at first(survivingStates < 0)", 2}, // never is the end
            {"highest(survivingStates)", 8},
            {"lowest(survivingStates)", 2},
            {"mean(survivingStates at 2)", 1.5},
            {"median(survivingStates at 1)", 6},
            {"least(survivingStates)", 1},
            {"most(survivingStates)", 2},
            {"share(survivingStates at 1 < 5)", 0.5},
            {"share(first(survivingStates < 5) < 2)", 0.5},
            {"first(mean(survivingStates) < 2)", 2},
            {"generation at 1", 1},
            {"left at 1", 4}, // a value of the lesson, in another generation
            {"answer(guess) + 1", 4},
            {"survivingStates at 7 < 100", 0}, // not measured: no comparison holds
        };
        for (const auto& [text, value] : cases)
            QTest::newRow(text) << QByteArray(text) << value;
    }

    void anExpressionHasItsValue()
    {
        QFETCH(QByteArray, text);
        QFETCH(double, value);
        Lesson lesson = lessonOf(changed("/values/0/is", "\"survivingStates\""));
        lesson.experiments.front().experiment.chains = 2;
        const RunRecord record = recordOf(lesson.experiments.front().experiment);
        const LessonFindings findings{lesson, {{"coins", &record}}, {{"guess", 3}}};
        QCOMPARE(evaluate(expressionOf(text), findings), value);
    }

    void whatIsNotKnownIsNoNumber()
    {
        const Lesson lesson = lessonOf(smallFiles());
        const LessonFindings nothing{lesson, {}};
        for (const char* text :
             {"survivingStates", "first(survivingStates < 1)", "answer(guess)", "median(survivingStates)"})
            QVERIFY2(std::isnan(evaluate(expressionOf(text), nothing)), text);
        QVERIFY(!holds(expressionOf("survivingStates < 1"), nothing));
    }

    void aVariantIsFoundByItsTitle()
    {
        const Lesson lesson = lessonOf(smallFiles());
        Experiment experiment = lesson.experiments.front().experiment;
        experiment.variants = {{"One", {}}, {"Other one", {}}};
        RunRecord record(experiment);
        record.add(link(0, 0, "survivingStates", 3));
        record.add(link(1, 0, "survivingStates", 5));
        const LessonFindings findings{lesson, {{"coins", &record}}};
        QCOMPARE(evaluate(expressionOf("survivingStates of \"Other one\""), findings), 5.0);
        QCOMPARE(evaluate(expressionOf("survivingStates of coins.\"One\" at 0"), findings), 3.0);
        QVERIFY(std::isnan(evaluate(expressionOf("survivingStates of \"None\""), findings)));
    }

    // A state and a value may have the same name.
    void whatAnExpressionNeedsIsFound()
    {
        Lesson lesson = lessonOf(changed("/values/0", R"({"id": "left", "is": "state(tin) at last"})"));
        lesson.values.push_back({"tin", expressionOf("share(state(tin) > 0)")});
        QCOMPARE(experimentsOf(expressionOf("tin + left"), lesson), std::vector<std::string>{"coins"});
        QCOMPARE(experimentsOf(expressionOf("1 + answer(guess)"), lesson), std::vector<std::string>());
        QVERIFY(spanOf(expressionOf("abs(tin)").root(), lesson));
    }

    void whatCannotBeReadIsRefusedWithItsPlace()
    {
        QVERIFY(faultOf("1 +").contains("character 4: it ends here"));
        QVERIFY(faultOf("variance at").contains("must be a number"));
        QVERIFY(
            faultOf("fist(variance < 1)").contains("there is no function \"fist\"; the functions are first"));
        QVERIFY(faultOf("1 2").contains("an operator, or the end"));
        QVERIFY(faultOf("variance of \"open").contains("closing quotation mark"));
        QVERIFY(faultOf("").contains("it ends here"));
        QVERIFY(faultOf("; rm").contains("character 1"));
        QVERIFY(faultOf(std::string(200, '(') + "1").contains("too many parentheses"));
        QVERIFY(faultOf(std::string(200, '-') + "1").contains("too many parentheses"));
        QVERIFY(faultOf(std::string(kMostExpression + 1, '1')).contains("characters, and may have 400"));
        std::string nots; // within the limit of characters, and recursing as deep as they are
        for (int i = 0; i < 90; ++i)
            nots += "not ";
        QVERIFY(faultOf(nots + "1").isEmpty());
    }
};

HARELOOM_TEST(ExpressionTest)
#include "ExpressionTest.moc"
