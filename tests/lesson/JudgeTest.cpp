// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/Judge.h"
#include "tests/TestProgram.h"
#include "tests/lesson/Small.h"

#include <QtTest>

#include <cmath>

using namespace hareloom;
using namespace hareloom::test;

namespace {

/// The small lesson's question as another one, with a run of three generations: 8, 4, 2 states.
struct Asked
{
    explicit Asked(const QByteArray& question)
        : lesson(lessonOf(smallFiles())), record(lesson.experiments[0].experiment)
    {
        LessonFiles files = changed("/steps/1/ask", question);
        for (const char* id : {"a", "b", "c"}) {
            files.text += std::string("\n## guess.") + id + "\n" + id + "\n";
            if (question.contains("choice"))
                files.text += std::string("\n## guess.") + id + ".wrong\nNo\n";
        }
        if (question.contains("choice"))
            files.text.erase(files.text.find("## guess.wrong"),
                             files.text.find("## show") - files.text.find("## guess.wrong"));
        if (!question.contains("options"))
            files.text.erase(files.text.find("\n## guess.a\n"));
        if (question.contains("mark"))
            files.text += "\n## guess.high\nToo late\n";
        lesson = lessonOf(files);
        const double values[] = {8, 4, 2};
        for (int g = 0; g < 3; ++g)
            record.add(link(0, g, "survivingStates", values[g]));
    }
    const LessonStep& step() const { return lesson.steps[1]; }
    LessonFindings findings() const { return {lesson, {{"coins", &record}}}; }

    /// "right guess.right", "wrong guess.a.wrong", "open".
    std::string judged(const char* typed) const
    {
        const auto prediction = readPrediction(*step().ask, typed);
        if (!prediction)
            return prediction.error().message;
        const Judgement judgement = judge(step(), *prediction, findings());
        if (!judgement.isRight)
            return "open";
        return (*judgement.isRight ? "right " : "wrong ") + judgement.feedback.at(0);
    }
    std::string outcome() const { return predictionText(*step().ask, outcomeOf(step(), findings())); }

    Lesson lesson;
    RunRecord record;
};

} // namespace

class JudgeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChoice()
    {
        const Asked asked(R"j({"kind": "choice", "options": [{"id": "a", "when": "survivingStates at 2 > 2"},
            {"id": "b", "when": "survivingStates at 1 > 9"}, {"id": "c"}]})j");
        QCOMPARE(asked.outcome(), std::string("c"));
        QCOMPARE(asked.judged("3"), std::string("right guess.right"));
        QCOMPARE(asked.judged("a"), std::string("wrong guess.a.wrong"));
        QCOMPARE(asked.judged("B"), std::string("wrong guess.b.wrong"));
        for (const char* typed : {"4", "0", "", "1 2", "a a", "1.5", "nan", "-1"})
            QVERIFY2(QString::fromStdString(asked.judged(typed))
                         .contains("It must be the number of one answer, 1 to 3"),
                     typed);
    }

    void severalMayBeRightAndAllMayNot()
    {
        const Asked two(R"j({"kind": "choice", "options": [{"id": "a", "when": "survivingStates at 2 = 2"},
            {"id": "b", "when": "survivingStates at 1 = 4"}, {"id": "c", "when": "1 = 2"}]})j");
        QCOMPARE(two.outcome(), std::string("a b"));
        QCOMPARE(two.judged("2"), std::string("right guess.right"));
        const Asked all(
            R"j({"kind": "choice", "options": [{"id": "a", "when": "1 = 1"}, {"id": "b", "when": "1 = 1"},
            {"id": "c", "when": "1 = 1"}]})j");
        QVERIFY(outcomeOf(all.step(), all.findings()).isEmpty());
        QCOMPARE(all.judged("2"), std::string("open"));
    }

    void anOrder()
    {
        const Asked asked(
            R"j({"kind": "order", "tolerance": 2, "options": [{"id": "a", "when": "survivingStates at 2"},
            {"id": "b", "when": "survivingStates at 0"}, {"id": "c", "when": "survivingStates at 1"}]})j");
        QCOMPARE(asked.outcome(), std::string("b c a"));
        QCOMPARE(asked.judged("2 3 1"), std::string("right guess.right"));
        QCOMPARE(asked.judged("2,1,3"), std::string("right guess.right")); // a and c differ by the tolerance
        QCOMPARE(asked.judged("c b a"), std::string("wrong guess.wrong"));
        QVERIFY(QString::fromStdString(asked.judged("1 2")).contains("the numbers of all 3 in your order"));
        QVERIFY(QString::fromStdString(asked.judged("1 1 2")).contains("the numbers of all 3 in your order"));
    }

    void aNumber()
    {
        const Asked asked(
            R"j({"kind": "number", "answer": "survivingStates at 1", "tolerance": 0.5, "percent": 25,
            "least": 0, "most": 10})j");
        QCOMPARE(asked.outcome(), std::string("4"));
        QCOMPARE(asked.judged("5"), std::string("right guess.right"));
        QCOMPARE(asked.judged("5.1"), std::string("wrong guess.wrong"));
        QVERIFY(QString::fromStdString(asked.judged("11"))
                    .contains("It must be a number and lie between 0 and 10"));
        QVERIFY(QString::fromStdString(asked.judged("4,5")).contains("It must be a number"));
    }

    void strikingOut()
    {
        const Asked asked(
            R"j({"kind": "strike", "misses": 1, "options": [{"id": "a", "when": "survivingStates at 2 < 3"},
            {"id": "b", "when": "survivingStates at 1 < 5"}, {"id": "c", "when": "survivingStates at 0 < 5"}]})j");
        QCOMPARE(asked.outcome(), std::string("a b"));
        QCOMPARE(asked.judged("1 2"), std::string("right guess.right"));
        QCOMPARE(asked.judged("1"), std::string("right guess.right"));
        QCOMPARE(asked.judged("c"), std::string("wrong guess.wrong"));
        QCOMPARE(asked.judged("none"), std::string("wrong guess.wrong"));
        QVERIFY(QString::fromStdString(asked.judged("none 1")).contains("or none"));
    }

    void aCurve()
    {
        const Asked asked(
            R"j({"kind": "curve", "answer": "survivingStates", "generations": [0, 1, 2], "least": 1, "most": 16,
            "logarithmic": true, "tolerance": 0.1})j");
        QCOMPARE(asked.outcome(), std::string("8 4 2"));
        QCOMPARE(asked.judged("8 4 2"), std::string("right guess.right"));
        QCOMPARE(asked.judged("8 4 4"),
                 std::string("right guess.right")); // a quarter of the axis at one of three
        QCOMPARE(asked.judged("8 8 4"), std::string("wrong guess.wrong"));
        QCOMPARE(asked.judged("16 16 16"), std::string("wrong guess.wrong"));
        QVERIFY(QString::fromStdString(asked.judged("1 2")).contains("be 3 numbers"));
    }

    void aMark()
    {
        const Asked near(R"j({"kind": "mark", "answer": "first(survivingStates < 5)", "tolerance": 1})j");
        QCOMPARE(near.outcome(), std::string("1"));
        QCOMPARE(near.judged("2"), std::string("right guess.right"));
        QCOMPARE(near.judged("3"), std::string("wrong guess.high"));
        QCOMPARE(near.judged("never"), std::string("wrong guess.high"));
        const Asked before(R"j({"kind": "mark", "rule": "before", "answer": "first(survivingStates < 5)"})j");
        QCOMPARE(before.judged("0"), std::string("right guess.right"));
        QCOMPARE(before.judged("2"), std::string("wrong guess.high"));
        const Asked never(R"j({"kind": "mark", "answer": "first(survivingStates < 0)"})j");
        QCOMPARE(never.outcome(), std::string("never"));
        QCOMPARE(never.judged("never"), std::string("right guess.right"));
        QCOMPARE(never.judged("1"), std::string("wrong guess.wrong"));
    }

    void aGoalIsReachedInAGeneration()
    {
        Asked asked(R"({"kind": "number", "answer": "survivingStates at 1", "least": 0, "most": 10})");
        LessonStep step = asked.step();
        step.goal = Goal{Expression::parse("survivingStates < 8 and generation > 0")->within("coins"), {}};
        QCOMPARE(goalReachedAt(step, asked.findings()), std::optional<int>(1));
        step.goal->reach = Expression::parse("survivingStates < 2")->within("coins");
        QCOMPARE(goalReachedAt(step, asked.findings()), std::optional<int>());
        QCOMPARE(goalReachedAt(step, LessonFindings{asked.lesson, {}}), std::optional<int>());
    }

    void anOpinionIsNotJudged()
    {
        LessonFiles files =
            changed("/steps/1/ask", R"j({"kind": "choice", "options": [{"id": "a"}, {"id": "b"}]})j");
        files.text += "\n## guess.a\na\n\n## guess.b\nb\n";
        files.text.erase(files.text.find("## guess.right"),
                         files.text.find("## show") - files.text.find("## guess.right"));
        const Lesson lesson = lessonOf(files);
        const Judgement judgement = judge(lesson.steps[1], LessonPrediction{{"a"}, {}}, LessonFindings{lesson, {}});
        QVERIFY(!judgement.isRight && judgement.outcome.isEmpty() && judgement.feedback.empty());
    }

    void withoutARunNothingIsRight()
    {
        const Lesson lesson = lessonOf(smallFiles());
        const Judgement judgement = judge(lesson.steps[1], LessonPrediction{{}, {2}}, LessonFindings{lesson, {}});
        QVERIFY(!judgement.isRight && judgement.outcome.isEmpty());
    }
};

HARELOOM_TEST(JudgeTest)
#include "JudgeTest.moc"
