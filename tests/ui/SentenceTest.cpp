// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine puts together, in Chinese: every template of its sources, and refusals as they come.
#include "core/address/Address.h"
#include "core/address/AddressedExperiment.h"
#include "core/data/CsvTable.h"
#include "core/experiment/Field.h"
#include "core/lesson/LessonReader.h"
#include "core/metrics/Catalogue.h"
#include "core/recipe/DeviceChoice.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Overrides.h"
#include "core/recipe/Presets.h"
#include "core/store/Session.h"
#include "core/sweep/SweepPlan.h"
#include "tests/TestProgram.h"
#include "tests/ui/EngineSources.h"
#include "tests/ui/Fixtures.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/EngineTranslator.h"
#include "ui/language/EngineWords.h"
#include "ui/language/SentenceTemplates.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <sstream>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

const QString kFile = QStringLiteral(HARELOOM_SOURCE_DIR "/resources/translations/sentences_zh_CN.json");

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject sentencesOf(const char* list)
{
    return QJsonDocument::fromJson(contentOf(kFile)).object()[QLatin1String(list)].toObject();
}

/// Files of the engine whose words no window shows as sentences: data, code, tables, and what the command
/// line alone says.
bool isSilent(const QString& file)
{
    static const QStringList kSilent{
        QStringLiteral("literature/"),              // works, by name
        QStringLiteral("text/NameSyllables"),       // data
        QStringLiteral("text/Guide"),               // the grammar that comes with the program, and its tests
        QStringLiteral("text/FieldGuide"),          // ...
        QStringLiteral("metrics/Catalogue"),        // equations and works
        QStringLiteral("recipe/Citations"),         // works, and BibTeX
        QStringLiteral("catalogue/Entries"),        // works
        QStringLiteral("snippet/Pgfplots"),         // code
        QStringLiteral("snippet/Quoting"),          // code
        QStringLiteral("snippet/Methods"),          // a paragraph for a paper in English
        QStringLiteral("snippet/Shell"),            // code
        QStringLiteral("sweep/SlurmScript"),        // code
        QStringLiteral("sweep/SweepState"),         // hareloom-cli sweep status
        QStringLiteral("sweep/SweepTables"),        // hareloom-cli sweep collect
        QStringLiteral("sweep/SweepTasks"),         // hareloom-cli sweep run --task
        QStringLiteral("sweep/SweepForecast"),      // hareloom-cli sweep estimate
        QStringLiteral("store/TextReport"),         // an English file
        QStringLiteral("store/SessionVerify"),      // hareloom-cli verify
        QStringLiteral("store/Recompute"),          // hareloom-cli verify
        QStringLiteral("store/LinkDifference"),     // ...
        QStringLiteral("store/SessionLog"),         // SQL
        QStringLiteral("store/SessionShorten"),     // SQL
        QStringLiteral("lesson/Worksheet"),         // HTML; its words are a list
        QStringLiteral("lesson/ExpectationLesson"), // a lesson, whose words are a list
        QStringLiteral("family/Sentences"),         // the teller's list
        QStringLiteral("family/Event"),             // faults of the program itself
        QStringLiteral("family/PackedNumbers"),     // ...
        QStringLiteral("neural/kernels/Tiny"),      // assembler
    };
    return std::any_of(kSilent.begin(), kSilent.end(),
                       [&](const QString& each) { return file.contains(QStringLiteral("/core/") + each); });
}

/// Two words or more, or one that follows something else; no SQL, no HTML, no file's content, no joint, no
/// work's authors.
bool isSaid(const QString& words)
{
    static const QRegularExpression said(QStringLiteral("[A-Za-z]{2,} [a-z{]|\\} [a-z]{2}"));
    static const QRegularExpression code(QStringLiteral(
        "\\n|^<|(SELECT|INSERT|DELETE|PRAGMA|UPDATE|DROP|WHERE|BEGIN|ALTER|CREATE) |^content-range|^SQLite "
        "format|^version https|\\x00"));
    static const QRegularExpression joint(QStringLiteral("^\\{\\} (or|on|to|is|of) \\{\\}$"));
    static const QRegularExpression work(QStringLiteral("^[A-Z]\\w+( and [A-Z]\\w+| et al\\.)? \\d{4}$"));
    return words.contains(said) && !words.contains(code) && !words.contains(joint) && !words.contains(work);
}

/// What stands in the lists that LanguageTest holds.
QSet<QString> listedWords()
{
    QSet<QString> known;
    const QJsonObject all =
        QJsonDocument::fromJson(
            contentOf(QStringLiteral(HARELOOM_SOURCE_DIR "/resources/translations/words_zh_CN.json")))
            .object();
    for (const QJsonValue& list : all)
        for (const QString& word : list.toObject().keys())
            known << word.trimmed();
    return known;
}

QMap<QString, QString> sourceTemplates()
{
    QMap<QString, QString> found; // and the file
    const QSet<QString> known = listedWords();
    QDirIterator files(QStringLiteral(HARELOOM_SOURCE_DIR "/core"), {"*.cpp", "*.h"}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        if (isSilent(file))
            continue;
        const QByteArray source = contentOf(file);
        for (const std::string& words :
             sources::SentenceReader({source.constData(), std::size_t(source.size())}).read())
            if (const QString text = QString::fromStdString(words);
                isSaid(text) && !known.contains(text.trimmed()))
                found.insert(text, file);
    }
    return found;
}

/// "{}" as often as in English, or each number once.
bool hasSameHoles(const QString& english, const QString& chinese)
{
    const qsizetype holes = english.count(QStringLiteral("{}"));
    if (chinese.contains(QStringLiteral("{}")) || holes == 0)
        return chinese.count(QStringLiteral("{}")) == holes;
    for (qsizetype i = 1; i <= 9; ++i)
        if (chinese.count(QStringLiteral("{%1}").arg(i)) != (i <= holes ? 1 : 0))
            return false;
    return true;
}

/// Words of plain letters that are left, without what stands in quotation marks.
QStringList englishIn(QString text)
{
    static const QRegularExpression quoted(QStringLiteral("\"[^\"]*\"|'[^']*'|`[^`]*`"));
    static const QRegularExpression word(QStringLiteral("(?<![\\w./=\\[-])[A-Za-z][a-z]+(?![\\w./=\\[-])"));
    text.remove(quoted);
    QStringList words;
    for (auto at = word.globalMatch(text); at.hasNext();)
        words << at.next().captured();
    return words;
}

std::string experimentError(const std::string& json)
{
    const auto experiment = parseExperiment(json, "a.json");
    return experiment ? std::string() : experiment.error().message;
}

std::string settingError(const std::string& preset, const std::string& path, const std::string& value)
{
    auto experiment = loadPreset(preset);
    const auto changed = applyOverrides(*experiment, {{path, value}}, "");
    return changed ? std::string() : changed.error().message;
}

std::string csvError(const std::string& text)
{
    std::istringstream in(text);
    const auto table = readCsv(in, "/data/a b.csv", {});
    return table ? std::string() : table.error().message;
}

std::string addressError(const std::string& text)
{
    const auto address = parseAddress(text);
    if (!address)
        return address.error().message;
    const auto opened = experimentOf(*address);
    return opened ? std::string() : opened.error().message;
}

std::string lessonError(const std::string& json, const std::string& text)
{
    const auto lesson = readLesson(LessonFiles{"mine", json, text});
    return lesson ? std::string() : lesson.error().message;
}

std::string sweepError(const std::string& sweep)
{
    const auto experiment =
        parseExperiment(R"({"schema":1,"family":"gaussian","sweep":)" + sweep + "}", "a.json");
    if (!experiment)
        return experiment.error().message;
    const auto plan = SweepPlan::make(*experiment);
    return plan ? std::string() : plan.error().message;
}

std::string sessionError(const QString& path)
{
    const auto session = Session::openReadOnly(path.toStdString());
    return session ? std::string() : session.error().message;
}

} // namespace

class SentenceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        fixtures::isolate();
        m_chinese = EngineTranslator::read(QStringLiteral("zh_CN"));
        QVERIFY(m_chinese);
        QCoreApplication::installTranslator(m_chinese.get());
    }
    void cleanupTestCase() { QCoreApplication::removeTranslator(m_chinese.get()); }

    void sourcesAreRead()
    {
        const std::string source = R"code(
            // "no word of this"
            return invalidFile(path + ": found " + std::to_string(count) + " cells, where the "
                               "first row has 'a'");
            return refused("be " + std::string("above ") + inQuotes(word) + (isOpen ? " or so" : " at most"));
            text += R"(raw (text))";
        )code";
        const std::vector<std::string> found = sources::SentenceReader(source).read();
        const std::vector<std::string> expected{"{}: found {} cells, where the first row has 'a'", "{} or so",
                                                "{} at most", "be above {}{}", "raw (text)"};
        QCOMPARE(found, expected);
    }

    void everySentenceIsTranslated()
    {
        const QJsonObject known = sentencesOf("Sentence");
        QStringList missing;
        const auto inSources = sourceTemplates();
        QVERIFY(inSources.size() > 700);
        for (auto at = inSources.begin(); at != inSources.end(); ++at)
            if (!known.contains(at.key()))
                missing << at.key() + QStringLiteral("   (") + at.value().section(QLatin1Char('/'), -2) +
                               u')';
        QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("not in sentences_zh_CN.json:\n") +
                                               missing.join(QLatin1Char('\n'))));
        for (const QString& english : known.keys())
            QVERIFY2(inSources.contains(english), qPrintable("no longer in the sources: " + english));
    }

    void holesAreKept()
    {
        for (const char* const list : {"Sentence", "Composed", "Joint", "Value", "Change"}) {
            const QJsonObject all = sentencesOf(list);
            QVERIFY(!all.isEmpty());
            for (auto at = all.begin(); at != all.end(); ++at)
                QVERIFY2(hasSameHoles(at.key(), at->toString()), qPrintable(at.key()));
        }
    }

    void whatIsPutTogetherIsTakenApart_data()
    {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("chinese");
        const auto row = [](const char* english, const char* chinese) {
            QTest::newRow(english) << QString::fromUtf8(english) << QString::fromUtf8(chinese);
        };
        row("policy.realShare is 1.5. It must lie between 0 and 1.",
            "policy.realShare 是 1.5，必须在 0 至 1 之间。");
        row("It is 1.5. It must lie between 0 and 1.", "现在是 1.5，必须在 0 至 1 之间。");
        row("Real share is 2. It must lie between 0 and 1.", "真实数据占比是 2，必须在 0 至 1 之间。");
        row("model.bandwidth is \"x\". It must be fixed, scott or silverman.",
            "model.bandwidth 是 \"x\"，必须是 fixed、scott 或 silverman。");
        row("variants[0] (Replace): samples.size is 1. It must be at least 2 for this model.",
            "variants[0]（替换）：samples.size 是 1，必须至少为 2，这个模型才能拟合。");
        row("/data/a b.csv, line 3, column 2 (eruptions): \"x\" was found, which has a percent sign. "
            "Remove it",
            "/data/a b.csv，第 3 行，第 2 列（eruptions）：\"x\" 有百分号。请去掉它");
        row("A text that somebody wrote", "A text that somebody wrote");
        row("", "");
    }
    void whatIsPutTogetherIsTakenApart()
    {
        QFETCH(QString, english);
        QFETCH(QString, chinese);
        QCOMPARE(engineSentence(english.toStdString()), chinese);
    }

    void valuesAndChangesAreTranslated()
    {
        const ExperimentField& pool = *findField("policy.pool");
        QCOMPARE(engineValue(pool, "latest, from 200 on: all"),
                 QStringLiteral("只用最新的，从第 200 代起：全部"));
        QCOMPARE(engineValue(*findField("title"), "latest"), QStringLiteral("latest"));
        QCOMPARE(engineValue(*findField("title"), "none"), QStringLiteral("无"));
        const QString share = engineWords(EngineList::Setting, findField("policy.realShare")->label);
        QCOMPARE(engineChanges(findField("policy.realShare")->label + " 0.5"),
                 share + QStringLiteral(" 0.5"));
        QCOMPARE(engineWords(EngineList::Preset, "From 20: " + findField("policy.realShare")->label + " 0.1"),
                 QStringLiteral("从第 20 代起：%1 0.1").arg(share));
        QCOMPARE(engineWords(EngineList::Preset, "From words"), QStringLiteral("From words"));
    }

    // Longer than any sentence, and without an end that a template has.
    void longTextsAreLeftAlone()
    {
        const std::string text(100'000, 'a');
        QElapsedTimer time;
        time.start();
        QCOMPARE(engineSentence(text), QString::fromStdString(text));
        std::string list = "a";
        for (int i = 0; i < 500; ++i)
            list += ", the " + std::to_string(i) + " and some: more";
        QVERIFY(!engineSentence(list).isEmpty());
        QVERIFY2(time.elapsed() < 10'000, qPrintable(QString::number(time.elapsed())));
    }

    void whatTheEngineRefusesIsSaidInChinese_data()
    {
        QTest::addColumn<QString>("english");
        int count = 0;
        const auto row = [&count](const char* what, const std::string& english) {
            QTest::addRow("%d %s", ++count, what) << QString::fromStdString(english);
        };
        const auto set = [&row](const char* path, const char* value, const char* preset = "old-faithful") {
            row((std::string(path) + "=" + value).c_str(), settingError(preset, path, value));
        };
        set("policy.realShare", "1.5");
        set("policy.realShare", "abc");
        set("samples.size", "-4");
        set("samples.size", "1.5");
        set("generations", "-1");
        set("family", "foo");
        set("source.kind", "nope");
        set("chains", "0");
        set("seed", "-1");
        set("policy.pool", "everything");
        set("model.components", "0");
        set("model.covariance", "weird");
        set("errors.statistical", "maybe");
        set("evaluation.metrics", "[1]");
        set("evaluation.every", "3");
        set("source.low", "3");
        set("source.path", "/x.csv");
        set("foo.bar", "1");
        set("model.order", "0", "ngram-orders");
        set("model.bandwidth", "x", "kde-drift");
        set("policy.filter.keepRight", "2");
        set("source.weights", "[-1]", "discrete-chain");
        set("source.weights", "3", "discrete-chain");
        const auto experiment = [&row](const char* json) { row(json, experimentError(json)); };
        const auto body = [&row](const std::string& rest) {
            row(rest.c_str(), experimentError(R"({"schema":1,"family":"gaussian",)" + rest + "}"));
        };
        experiment("{");
        experiment("[1]");
        experiment(R"({"schema":1})");
        experiment(R"({"schema":99,"family":"gaussian"})");
        experiment(R"({"schema":1,"family":"gaussian","family":"kde"})");
        body(R"("foo":1)");
        body(R"("variants":3)");
        body(R"("variants":[{"title":"a","set":{"policy.realShare":3}}])");
        body(R"("events":[{"at":500,"set":{"policy.realShare":0.1}}])");
        body(R"("events":[{"at":3,"set":{"seed":3}}])");
        body(R"("samples":{"size":1})");
        body(R"("samples":{"schedule":"list"})");
        body(R"("evaluation":{"metrics":["mean","mean"]})");
        body(R"("evaluation":{"metrics":["nope"]})");
        body(R"("policy":{"realShare":0.6,"freshShare":0.6})");
        body(R"("policy":{"pool":"all","realShare":0.1})");
        const auto sweep = [&row](const char* json) { row(json, sweepError(json)); };
        sweep(R"({"grid":{"policy.realShare":[0,2]}})");
        sweep(R"({"grid":{"policy.realShare":{"log":[0,1,3]}}})");
        sweep(R"({"grid":{"policy.realShare":[]}})");
        sweep(R"({"foo":3})");
        sweep(R"({"grid":{"policy.realShare":[0.1,0.1]}})");
        const auto csv = [&row](const char* text) { row(text, csvError(text)); };
        csv("a,b\n1,2\n3,4,5\n6,7\n");
        csv("a\n1\n\n2\n");
        csv("a,b\n1,\"2\n");
        csv("a,b\n1,NA\n2,3\n");
        csv("a,b\n1,\n2,3\n");
        csv("");
        csv("<html><body>");
        csv("PK\x03\x04 and more");
        const auto address = [&row](const char* text) { row(text, addressError(text)); };
        address("hareloom:?preset=nope");
        address("http://example.org");
        address("hareloom:?preset=old-faithful&generation=-1");
        address("hareloom:?preset=old-faithful&set=foo=1");
        address("hareloom:?preset=old-faithful&set=policy.realShare=7");
        address("hareloom:?preset=old-faithful&view=x");
        address("hareloom:?preset=old-faithful&variant=7");
        address("hareloom:?preset=old-faithful&generation=100000");
        address("hareloom:?preset=old-faithful&what");
        address("hareloom:?preset=old-faithful&set=source.path=/etc/passwd");
        row("no lesson", lessonError("{", ""));
        row("an empty lesson", lessonError("{}", ""));
        row("HTML in a lesson", lessonError(R"({"schema":1})", "## a\n<b>x</b>\n"));
        row("no such device", chooseDevice("gaussian", "tpu").error().message);
        row("no device for this family", chooseDevice("gaussian", "cuda").error().message);
        const QTemporaryDir folder;
        row("a session that is a folder", sessionError(folder.path()));
        row("no such session", sessionError(folder.filePath(QStringLiteral("x.hareloom"))));
        QFile file(folder.filePath(QStringLiteral("y.hareloom")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no session at all") > 0);
        file.close();
        row("no session", sessionError(file.fileName()));
    }
    // Data stay: names of settings, paths, numbers, what stands in quotation marks, and ids.
    void whatTheEngineRefusesIsSaidInChinese()
    {
        QFETCH(QString, english);
        QVERIFY2(!english.isEmpty(), "nothing was refused");
        const QString chinese = engineSentence(english.toStdString());
        QStringList left = englishIn(chinese);
        static const QStringList kData{"foo",    "tpu", "policy", "hareloom", "Hareloom", "json", "csv",
                                       "latest", "all", "first",  "cuda",     "cpu",      "auto"};
        static const QSet<QString> ids = knownIds();
        left.removeIf([](const QString& word) { return kData.contains(word) || ids.contains(word); });
        QVERIFY2(left.isEmpty(),
                 qPrintable(english + "\n" + chinese + "\n" + left.join(QStringLiteral(" "))));
    }

private:
    /// Of settings, their choices, metrics, presets and views.
    static QSet<QString> knownIds()
    {
        QSet<QString> ids{"schema", "events", "variants", "sweep",   "true",  "false",
                          "preset", "set",    "branch",   "variant", "chain", "generation",
                          "view",   "grid",   "also",     "log",     "at"};
        for (const MetricInfo& metric : metricCatalogue())
            ids << QString::fromStdString(std::string(metric.name));
        for (const Preset& preset : presets())
            ids << QString::fromStdString(std::string(preset.id));
        for (const char* const view : {"rows", "lost", "pages"}) // of an address
            ids << QString::fromLatin1(view);
        for (const ExperimentField& field : experimentFields()) {
            ids << QString::fromStdString(field.path);
            for (const std::string& choice : field.choices)
                ids << QString::fromStdString(choice);
        }
        return ids;
    }

    std::unique_ptr<EngineTranslator> m_chinese;
};

HARELOOM_UI_TEST(SentenceTest)
#include "SentenceTest.moc"
