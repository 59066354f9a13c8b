// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/LessonFields.h"
#include "tests/TestProgram.h"
#include "tests/lesson/Small.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::test;

namespace {

void write(const QString& path, const std::string& content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(content.data(), std::ssize(content)) != std::ssize(content))
        qFatal("cannot write %s", qPrintable(path));
}

QString refusalOfFolder(const QString& folder)
{
    const auto lesson = readLesson(folder.toStdString());
    return lesson ? QString() : QString::fromStdString(lesson.error().message);
}

} // namespace

class ReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSmallLessonIsRead()
    {
        const Lesson lesson = lessonOf(smallFiles());
        QCOMPARE(lesson.steps.size(), std::size_t(3));
        QCOMPARE(lesson.minutes, 5);
        QCOMPARE(lesson.steps[1].experiment, std::string("coins")); // as in the step before
        QCOMPARE(*lesson.steps[1].runTo, 0);
        QCOMPARE(labelOf(lesson, lesson.steps[0], "gold"), std::string("gold"));
    }

    /// A stranger's lesson: one sentence or two that say where, what was found and what is allowed.
    void whatIsWrongIsRefused_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("words");
        const struct
        {
            const char *name, *pointer, *value, *words;
        } cases[] = {
            {"unknown field", "/stepps", "1", "stepps: there is no such field here; the nearest are steps"},
            {"unknown field within", "/steps/0/txt", "1", "steps[0].txt: there is no such field here"},
            {"schema", "/schema", "2", "schema is 2. It must lie between 1 and 1."},
            {"minutes", "/minutes", "\"five\"", "minutes is \"five\". It must be a whole number"},
            {"id", "/steps/0/id", "\"../../etc\"",
             "steps[0].id is \"../../etc\". It must be a name of up to 30"},
            {"no steps", "/steps", "[]", "be a list of 1 to 60 objects"},
            {"same id", "/steps/1/id", "\"start\"",
             "steps[1].id is \"start\". It must be a name that stands there once"},
            {"id of an experiment", "/steps/0/id", "\"coins\"",
             "be another name than those of the experiments"},
            {"unknown preset", "/experiments/0/preset", "\"old\"", "there is no preset \"old\""},
            {"two experiments in one", "/experiments/0/preset", "\"old-faithful\"", "Give one of the two"},
            {"unknown setting", "/experiments/0/set", R"({"policy.reelShare": 1})",
             "experiments[0].set.policy.reelShare: there is no such field here; the nearest are "
             "policy.realShare"},
            {"setting out of range", "/experiments/0/set", R"({"policy.realShare": 2})",
             "policy.realShare is 2. It must lie between 0 and 1."},
            {"too much work", "/experiments/0/set", R"({"generations": 1000000})",
             "a lesson's may have 100000"},
            {"too many rows", "/experiments/0/set", R"({"samples.size": 1e12})", "too many for a lesson"},
            {"absolute path", "/experiments/0/experiment",
             R"({"schema": 1, "family": "gaussian", "source": {"kind": "csv", "path": "/etc/passwd"}})",
             "\"/etc/passwd\". It must lie within the lesson's own folder"},
            {"path out of it", "/experiments/0/experiment",
             R"({"schema": 1, "family": "gaussian", "source": {"kind": "csv", "path": "a/../../b.csv"}})",
             "It must lie within the lesson's own folder"},
            {"too few names", "/experiments/0/names", R"(["a", "b"])",
             "be one name for each of the 4 states"},
            {"view", "/steps/0/show", R"(["everything"])",
             "steps[0].show is \"everything\". It must be stage"},
            {"metric", "/steps/2/metrics", R"(["variance"])",
             "steps[2].metrics is \"variance\". It must be survivingStates"},
            {"past the end", "/steps/2/runTo", "101", "be at most 100, the experiment's last generation"},
            {"unlock", "/steps/2/unlock", R"(["model.components"])",
             "be a setting that counts for this experiment"},
            {"no such question", "/steps/0/reveal", "\"guess\"", "be an earlier step that asks a question"},
            {"kind", "/steps/1/ask/kind", "\"essay\"",
             "steps[1].ask.kind is \"essay\". It must be choice, order"},
            {"no answer", "/steps/1/ask", R"({"kind": "number"})",
             "steps[1].ask.answer: this kind of question needs it"},
            {"no options", "/steps/1/ask", R"({"kind": "choice"})", "needs two options or more"},
            {"no generations", "/steps/1/ask", R"({"kind": "curve", "answer": "survivingStates"})",
             "a curve needs 2 to 20 rising generations"},
            {"no expression", "/steps/1/ask/answer", "\"survivingStates <\"", "cannot be read: character 18"},
            {"unknown metric", "/values/0/is", "\"survivingStaes\"",
             "neither a value of the lesson nor a metric"},
            {"unknown variant", "/values/0/is", "\"survivingStates of \\\"A\\\"\"",
             "\"A\" is no variant of coins"},
            {"unknown state", "/values/0/is", "\"state(lead)\"",
             "\"lead\" is none of the \"names\" of coins"},
            {"a value by itself", "/values/0/is", "\"left + 1\"",
             "\"left\" is a value that stands further below"},
            {"a value like a metric", "/values/0/id", "\"variance\"", "be another name than a metric's"},
            {"costly", "/values/0/is", "\"first(first(survivingStates < 2) < 3)\"",
             "stands within another one"},
            {"answer", "/values/0/is", "\"answer(start)\"",
             "no earlier step whose question is answered by a number"},
            {"unused value", "/values/1", R"({"id": "idle", "is": "1"})",
             "no text and no expression names \"idle\""},
            {"claim without words", "/claims/0/says", "\"In all runs\"",
             "stand, word for word, in the text \"show\""},
            {"claim of no text", "/claims/0/text", "\"shew\"", "the nearest is show"},
            {"goal", "/steps/2/goal", R"({"reach": "survivingStates > 1", "solution": {"samples.size": 10}})",
             "be empty, because the step unlocks no setting"},
        };
        for (const auto& each : cases)
            QTest::newRow(each.name) << QString(each.pointer) << QByteArray(each.value)
                                     << QString(each.words);
    }

    void whatIsWrongIsRefused()
    {
        QFETCH(QString, pointer);
        QFETCH(QByteArray, value);
        QFETCH(QString, words);
        const QString refusal = refusalOf(changed(qPrintable(pointer), value));
        QVERIFY2(refusal.contains(words), qPrintable(refusal));
        QVERIFY2(refusal.startsWith("small/lesson.json: ") && !refusal.contains('\n') && refusal.size() < 600,
                 qPrintable(refusal));
    }

    void brokenJsonIsRefused()
    {
        LessonFiles files = smallFiles();
        files.json = "{\"schema\": 1,\n  oops}";
        QVERIFY(refusalOf(files).contains("line 2"));
        files.json = std::string(100'000, '[');
        QVERIFY(refusalOf(files).contains("lie within one another"));
        files.json = R"({"schema": 1, "schema": 1})";
        QVERIFY(refusalOf(files).contains("stands there twice"));
        files.json = "[]";
        QVERIFY(refusalOf(files).contains("be an object"));
    }

    void thousandsOfStepsAreRefused()
    {
        QByteArray steps = "[";
        for (int i = 0; i < 5000; ++i)
            steps += QByteArray(i > 0 ? "," : "") + "{\"id\": \"s" + QByteArray::number(i) + "\"}";
        QVERIFY(refusalOf(changed("/steps", steps + "]"))
                    .contains("list of 1 to 60 objects, and this one has 5000"));
    }

    void valuesThatDoubleOneAnotherAreRefused()
    {
        nlohmann::json values = nlohmann::json::array({{{"id", "left"}, {"is", "survivingStates"}}});
        for (int i = 1; i < 40; ++i) {
            const std::string before = i == 1 ? "left" : "v" + std::to_string(i - 1);
            values.push_back({{"id", "v" + std::to_string(i)}, {"is", before + " + " + before}});
        }
        const QString refusal = refusalOf(changed("/values", QByteArray::fromStdString(values.dump())));
        QVERIFY2(refusal.contains("has more than 300 parts"), qPrintable(refusal));
    }

    void aFolderIsRead()
    {
        QTemporaryDir folder;
        write(folder.filePath("lesson.json"), smallFiles().json);
        QVERIFY(refusalOfFolder(folder.path()).contains("text.en.md: there is no such file"));
        write(folder.filePath("text.en.md"), smallFiles().text);
        QCOMPARE(refusalOfFolder(folder.path()), QString());
        QVERIFY(refusalOfFolder(folder.filePath("none")).contains("there is no such folder"));
    }

    void anotherLanguageIsReadWhereItIsThere()
    {
        QTemporaryDir folder;
        write(folder.filePath("lesson.json"), smallFiles().json);
        write(folder.filePath("text.en.md"), smallFiles().text);
        std::string other = smallFiles().text;
        other.replace(other.find("My lesson"), 9, "我的课程");
        write(folder.filePath("text.zh_CN.md"), other);
        const std::string path = folder.path().toStdString();
        QCOMPARE(readLesson(path, "zh_CN").value().texts["title"], std::string("我的课程"));
        QCOMPARE(lessonLanguages(path), (std::vector<std::string>{"en", "zh_CN"}));
        QCOMPARE(lessonLanguages("copy-of-a-copy").front(), std::string("en"));
        QCOMPARE(readLesson(path, "fr").value().texts["title"], std::string("My lesson"));
        write(folder.filePath("text.zh_CN.md"), "## title\n课程\n");
        QVERIFY(!readLesson(path, "zh_CN"));
    }

    void nothingOutsideOfTheFolderIsRead()
    {
        QTemporaryDir folder, outside;
        write(outside.filePath("text.en.md"), smallFiles().text);
        write(outside.filePath("data.csv"), "1\n2\n3\n");
        write(folder.filePath("lesson.json"), smallFiles().json);
        QVERIFY(QFile::link(outside.filePath("text.en.md"), folder.filePath("text.en.md")));
        QVERIFY(refusalOfFolder(folder.path()).contains("a link that leads out of the lesson's folder"));
        QVERIFY(QFile::remove(folder.filePath("text.en.md")));
        write(folder.filePath("text.en.md"), smallFiles().text);
        const auto files =
            changed("/experiments/0/experiment",
                    R"({"schema": 1, "family": "gaussian", "source": {"kind": "csv", "path": "data.csv"}})");
        write(folder.filePath("lesson.json"), files.json);
        QVERIFY(QFile::link(outside.filePath("data.csv"), folder.filePath("data.csv")));
        QVERIFY(refusalOfFolder(folder.path()).contains("a link leads out of it"));
    }

    void largeFilesAreRefusedUnread()
    {
        QTemporaryDir folder;
        write(folder.filePath("lesson.json"), smallFiles().json);
        write(folder.filePath("text.en.md"), std::string(10 << 20, 'x'));
        QVERIFY(refusalOfFolder(folder.path()).contains("more than the 262144 bytes"));
        write(folder.filePath("lesson.json"), std::string(10 << 20, ' '));
        QVERIFY(refusalOfFolder(folder.path()).contains("more than the 262144 bytes"));
    }

    void theReferenceIsThatOfTheFields()
    {
        QFile page(QStringLiteral(HARELOOM_SOURCE_DIR "/docs/lessons.md"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(page.readAll()),
                      table = QString::fromStdString(lessonFieldTable());
        QVERIFY2(text.contains(table),
                 "docs/lessons.md does not hold the table that `hareloom-cli lesson format` prints");
        for (const LessonField& field : lessonFields())
            QVERIFY2(!field.values.empty() && !field.usual.empty() && !field.meaning.empty(),
                     field.path.c_str());
    }
};

HARELOOM_TEST(ReaderTest)
#include "ReaderTest.moc"
