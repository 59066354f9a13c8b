// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/SourceKinds.h"
#include "core/family/Family.h"
#include "core/family/Sentences.h"
#include "core/metrics/Catalogue.h"
#include "core/metrics/MetricWords.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/Families.h"
#include "core/recipe/NamedPolicies.h"
#include "core/recipe/Presets.h"
#include "core/teller/Glossary.h"
#include "core/text/FieldGuide.h"
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "ui/language/EngineTranslator.h"
#include "ui/language/EngineWords.h"
#include "ui/language/LanguageControl.h"
#include "ui/language/Languages.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/window/FileController.h"
#include "ui/window/MainWindow.h"
#include "ui/window/RecipeController.h"
#include "ui/window/WindowHolder.h"

#include <QAction>
#include <QFile>
#include <QMap>
#include <QMenu>
#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTranslator>
#include <QXmlStreamReader>
#include <QtTest>

#include <set>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

/// "{generation}", "%1": sorted.
QStringList placeholdersOf(const QString& words)
{
    static const QRegularExpression placeholder(QStringLiteral("\\{[A-Za-z]+\\}|%[0-9n]"));
    QStringList found;
    for (auto at = placeholder.globalMatch(words); at.hasNext();)
        found << at.next().captured();
    found.sort();
    return found;
}

/// Of a .ts file: "context: source", and its translation; empty where it is not finished.
QMap<QString, QString> messagesIn(const QString& path)
{
    QMap<QString, QString> found;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return found;
    QXmlStreamReader xml(&file);
    QString context, source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation")) {
            const bool isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
            const QString words = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            found[context + QStringLiteral(": ") + source] = isFinished ? words : QString();
        }
    }
    return found;
}

} // namespace

class LanguageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fixtures::isolate(); }
    void cleanup() { QSettings().remove(QStringLiteral("window/language")); }

    void thePreferredLanguageIsTaken_data()
    {
        QTest::addColumn<QStringList>("wanted");
        QTest::addColumn<QString>("code");
        QTest::newRow("China") << QStringList{"zh-Hans-CN", "zh-CN", "zh"} << "zh_CN";
        QTest::newRow("as an environment says it") << QStringList{"zh_CN"} << "zh_CN";
        QTest::newRow("Taiwan") << QStringList{"zh-Hant-TW", "zh-TW", "zh"} << "zh_CN";
        QTest::newRow("Britain") << QStringList{"en-GB", "zh-CN"} << "en";
        QTest::newRow("the second one") << QStringList{"de-DE", "de", "zh-CN"} << "zh_CN";
        QTest::newRow("none that there is") << QStringList{"de-DE", "fr"} << "en";
        QTest::newRow("none at all") << QStringList{"C"} << "en";
        QTest::newRow("no names") << QStringList{} << "en";
    }
    void thePreferredLanguageIsTaken()
    {
        QFETCH(QStringList, wanted);
        QFETCH(QString, code);
        QCOMPARE(languageFor(wanted), code);
    }

    void aChoiceIsKeptAndHolds()
    {
        LanguageControl languages;
        QCOMPARE(languages.code(), QStringLiteral("en"));
        QSignalSpy changed(&languages, &LanguageControl::changed);
        languages.choose(QStringLiteral("zh_CN"));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("取消"));
        languages.choose(QStringLiteral("zh_CN"));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(LanguageControl::choice(), QStringLiteral("zh_CN"));
        languages.choose({});
        QCOMPARE(languages.code(), QStringLiteral("en"));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Cancel"));
    }

    void englishCounts()
    {
        const LanguageControl languages;
        QCOMPARE(QCoreApplication::translate("hareloom::ui::DataTableView", "%n row(s) copied.", nullptr, 1),
                 QStringLiteral("1 row copied."));
        QCOMPARE(QCoreApplication::translate("hareloom::ui::DataTableView", "%n row(s) copied.", nullptr, 2),
                 QStringLiteral("2 rows copied."));
    }

    void everyWordOfTheEngineIsTranslated_data()
    {
        QTest::addColumn<EngineList>("list");
        QTest::addColumn<QByteArray>("english");
        const auto row = [](EngineList list, std::string_view english) {
            if (!english.empty())
                QTest::addRow("%d %s", static_cast<int>(list), std::string(english.substr(0, 80)).c_str())
                    << list << QByteArray(english.data(), qsizetype(english.size()));
        };
        for (const Sentence& sentence : sentences())
            row(EngineList::Teller, sentence.words);
        for (const MetricInfo& metric : metricCatalogue()) {
            row(EngineList::Metric, metric.title);
            row(EngineList::Metric, findMetricWords(metric.name)->plain);
            row(EngineList::Metric, findMetricWords(metric.name)->meaning);
        }
        for (const ExperimentField& field : experimentFields())
            for (const std::string* words : {&field.label, &field.help, &field.plain})
                row(EngineList::Setting, *words);
        for (const NamedPolicy& policy : namedPolicies()) {
            row(EngineList::Setting, policy.title);
            row(EngineList::Setting, policy.help);
        }
        for (const Term& term : glossary()) {
            row(EngineList::Glossary, term.name);
            row(EngineList::Glossary, term.meaning);
        }
        for (const Preset& preset : presets()) {
            const auto experiment = loadPreset(preset.id);
            for (const std::string* words : {&experiment->title, &experiment->question, &experiment->story})
                row(EngineList::Preset, *words);
            for (const Variant& variant : experiment->variants)
                row(EngineList::Preset, variant.title);
        }
        for (const SourceKind* kind : sourceKinds()) {
            row(EngineList::Choices, kind->title);
            row(EngineList::State, kind->unit);
        }
        for (const GuideKind& kind : FieldGuide::standard().kinds())
            row(EngineList::State, kind.name);
        std::set<std::string> facts;
        for (const GuideTopic& topic : FieldGuide::standard().topics())
            for (const auto& [name, value] : topic.facts)
                facts.insert(name.substr(0, name.find_last_not_of("0123456789") + 1));
        for (const std::string& fact : facts)
            row(EngineList::Fact, fact);
        for (const Family* family : families()) {
            row(EngineList::Family, family->title);
            row(EngineList::Family, family->rowsWord);
        }
    }
    // With the same placeholders, and in Chinese where the English has words.
    void everyWordOfTheEngineIsTranslated()
    {
        QFETCH(EngineList, list);
        QFETCH(QByteArray, english);
        static const auto chinese = EngineTranslator::read(QStringLiteral("zh_CN"));
        QVERIFY(chinese);
        QCoreApplication::installTranslator(chinese.get());
        const QString words =
            engineWords(list, std::string_view(english.constData(), std::size_t(english.size())));
        QCoreApplication::removeTranslator(chinese.get());
        static const QRegularExpression han(QStringLiteral("[\\x{4e00}-\\x{9fff}]"));
        static const QRegularExpression sameInBoth(
            QStringLiteral("^(M = [0-9,]+|Distinct-[123]|Self-BLEU|Beta|[A-Za-z-]*MNIST)$"));
        if (!QString::fromUtf8(english).contains(sameInBoth))
            QVERIFY2(words.contains(han), english.constData());
        QCOMPARE(placeholdersOf(words), placeholdersOf(QString::fromUtf8(english)));
    }

    // A title that somebody typed is in no list.
    void whatIsInNoListStaysAsItIs()
    {
        const LanguageControl languages;
        QCOMPARE(engineWords(EngineList::Preset, "My own %1 title"), QStringLiteral("My own %1 title"));
    }

    // What lupdate finds in the sources is in the file, finished, with the same placeholders, and nothing
    // else is.
    void everyWordOfTheWindowIsTranslated()
    {
        const QTemporaryDir place;
        const QString kept = QStringLiteral(HARELOOM_SOURCE_DIR "/resources/translations/hareloom_zh_CN.ts");
        const QString fresh = place.filePath(QStringLiteral("hareloom_zh_CN.ts"));
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(HARELOOM_SOURCE_DIR));
        lupdate.start(QStringLiteral(HARELOOM_LUPDATE),
                      {"-silent", "-no-obsolete", "-locations", "none", "-I", ".", "-target-language",
                       "zh_CN", "app", "ui", "-ts", fresh});
        QVERIFY2(lupdate.waitForFinished(120'000) && lupdate.exitCode() == 0,
                 lupdate.readAllStandardError().constData());
        const auto inSources = messagesIn(fresh), translated = messagesIn(kept);
        QVERIFY(inSources.size() > 1000);
        for (auto at = inSources.begin(); at != inSources.end(); ++at)
            QVERIFY2(translated.contains(at.key()), qPrintable("not in the file: " + at.key()));
        static const QRegularExpression piece(QStringLiteral("^(?!Joining: )[\\w:]+: [,;.] "));
        for (auto at = inSources.begin(); at != inSources.end(); ++at) // sentences are not put together from pieces
            QVERIFY2(!at.key().contains(piece), qPrintable("a piece of a sentence: " + at.key()));
        for (auto at = translated.begin(); at != translated.end(); ++at) {
            QVERIFY2(inSources.contains(at.key()), qPrintable("no longer in the sources: " + at.key()));
            QVERIFY2(!at->isEmpty(), qPrintable("not finished: " + at.key()));
            QVERIFY2(placeholdersOf(*at) == placeholdersOf(at.key()), qPrintable(at.key()));
        }
    }

    // As docs/translation.md says: lupdate makes the file, lrelease reads it, and what is not translated
    // stays English.
    void aLanguageBeginsWithItsTools()
    {
        const QTemporaryDir place;
        const QString ts = place.filePath(QStringLiteral("hareloom_fr.ts")),
                      qm = place.filePath(QStringLiteral("hareloom_fr.qm"));
        QProcess tool;
        tool.setWorkingDirectory(QStringLiteral(HARELOOM_SOURCE_DIR));
        tool.start(QStringLiteral(HARELOOM_LUPDATE), {"-silent", "-no-obsolete", "-locations", "none", "-I",
                                                      ".", "-target-language", "fr", "app", "ui", "-ts", ts});
        QVERIFY(tool.waitForFinished(120'000) && tool.exitCode() == 0);
        QFile file(ts);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray content = file.readAll();
        const auto begun = messagesIn(ts);
        QCOMPARE(begun.size(),
                 messagesIn(QStringLiteral(HARELOOM_SOURCE_DIR "/resources/translations/hareloom_zh_CN.ts"))
                     .size());
        QVERIFY(begun.values().join(QString()).isEmpty());
        content.replace("<source>&amp;File</source>\n        <translation type=\"unfinished\"></translation>",
                        "<source>&amp;File</source>\n        <translation>&amp;Fichier</translation>");
        file.resize(0);
        file.seek(0);
        file.write(content);
        file.close();
        tool.start(QStringLiteral(HARELOOM_LRELEASE), {"-silent", ts, "-qm", qm});
        QVERIFY(tool.waitForFinished(120'000) && tool.exitCode() == 0);
        QTranslator french;
        QVERIFY(french.load(qm));
        QCoreApplication::installTranslator(&french);
        QCOMPARE(QCoreApplication::translate("Menus", "&File"), QStringLiteral("&Fichier"));
        QCOMPARE(QCoreApplication::translate("Menus", "&Edit"), QStringLiteral("&Edit"));
        QVERIFY(!EngineTranslator::read(QStringLiteral("fr")));
    }

    // A letter that two entries of a menu share would only choose the one and then the other.
    void aLetterBelongsToOneEntryOfAMenu_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("en") << QStringLiteral("en");
        QTest::newRow("zh_CN") << QStringLiteral("zh_CN");
    }
    void aLetterBelongsToOneEntryOfAMenu()
    {
        QFETCH(QString, code);
        LanguageControl languages;
        languages.choose(code);
        ThemeControl themes;
        MainWindow window(themes, &languages);
        QVERIFY(window.open(QStringLiteral("mixture-two-blobs")));
        int letters = 0;
        for (QMenu* menu : window.findChildren<QMenu*>()) {
            Q_EMIT menu->aboutToShow();
            QMap<QChar, QString> known;
            for (const QAction* action : menu->actions()) {
                static const QRegularExpression marked(QStringLiteral("&([^&])"));
                const auto found = marked.match(action->text());
                // What the stage offers itself changes with it, and is in a menu of its own, too.
                const bool isOfStage = window.actions().stage.contains(const_cast<QAction*>(action));
                if (!action->isVisible() || isOfStage || !found.hasMatch())
                    continue;
                const QChar letter = found.captured(1).at(0).toUpper();
                QVERIFY2(!known.contains(letter),
                         qPrintable(QStringLiteral("%1: %2, %3")
                                        .arg(menu->title(), known.value(letter), action->text())));
                known.insert(letter, action->text());
                ++letters;
            }
        }
        QVERIFY(letters > 60);
    }

    void anotherLanguageKeepsTheRun()
    {
        ThemeControl themes;
        LanguageControl languages;
        WindowHolder holder(themes, languages);
        MainWindow* const before = &holder.window();
        before->show();
        before->session().setExperiment(fixtures::normalExperiment(1'000'000, 1, 500));
        before->session().start();
        QTRY_VERIFY(before->session().history().size() > 3);
        before->cursor().show(2);
        LabSession* const run = &before->session();
        const auto made = run->history().size();
        const QSize size = before->size();

        languages.choose(QStringLiteral("zh_CN"));
        QTRY_VERIFY(&holder.window() != before);
        MainWindow& now = holder.window();
        QCOMPARE(&now.session(), run);
        QVERIFY(run->isRunning());
        QCOMPARE(now.cursor().shown(), 2);
        QVERIFY(now.isVisible() && now.isLaboratoryShown());
        QCOMPARE(now.size(), size);
        QTRY_VERIFY(run->history().size() > made + 3);
        QTRY_VERIFY(now.cursor().count() > static_cast<int>(made));
        run->stop();
        QTRY_VERIFY(!run->isRunning());
    }

    void anotherLanguageKeepsWhatWasWritten()
    {
        ThemeControl themes;
        LanguageControl languages;
        WindowHolder holder(themes, languages);
        MainWindow* const before = &holder.window();
        QVERIFY(before->open(QStringLiteral("discrete-chain")));
        before->session().start();
        QTRY_VERIFY(before->session().state() == RunState::Finished);
        before->cursor().show(before->cursor().count() - 1);
        Experiment changed = before->session().experiment();
        changed.generations += 7;
        before->recipes().recipe().change(changed, QStringLiteral("more"));

        languages.choose(QStringLiteral("zh_CN"));
        QTRY_VERIFY(&holder.window() != before);
        MainWindow& now = holder.window();
        QCOMPARE(now.recipes().recipe().draft().generations, changed.generations);
        QVERIFY(now.session().state() == RunState::Finished);
        QCOMPARE(now.files().presetOnBench(), QStringLiteral("discrete-chain"));
        QVERIFY(now.cursor().isAtEnd());
    }
};

HARELOOM_UI_TEST(LanguageTest)
#include "LanguageTest.moc"
