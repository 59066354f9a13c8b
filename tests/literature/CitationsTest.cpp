// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Citations.h"
#include "core/data/SourceKinds.h"
#include "core/literature/Bibtex.h"
#include "core/metrics/Catalogue.h"
#include "core/recipe/ExperimentFields.h"
#include "core/recipe/Presets.h"
#include "tests/TestProgram.h"

#include <QFile>
#include <QRegularExpression>
#include <QtTest>

#include <algorithm>

using namespace hareloom;

namespace {

QString textOf(const char* path)
{
    QFile file(QStringLiteral(HARELOOM_SOURCE_DIR "/") + path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", path);
    return QString::fromUtf8(file.readAll());
}

QString qt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// What this program itself brought up, or what is no work at all.
bool isOurOwn(const QString& source)
{
    static const QRegularExpression own("^(docs/|this program|derived|clock|see docs/)");
    return source.contains(own);
}

QStringList keysOf(const Experiment& experiment)
{
    QStringList keys;
    for (const Citation& citation : citationsOf(experiment))
        keys << qt(citation.paper->key);
    return keys;
}

Experiment preset(const char* id)
{
    auto experiment = loadPreset(id);
    if (!experiment)
        qFatal("%s", experiment.error().message.c_str());
    return *std::move(experiment);
}

} // namespace

class CitationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPaperIsWhole()
    {
        QVERIFY(std::is_sorted(papers().begin(), papers().end(),
                               [](const Paper& a, const Paper& b) { return a.key < b.key; }));
        for (const Paper& paper : papers()) {
            const QByteArray key = qt(paper.key).toUtf8();
            QCOMPARE(findPaper(paper.key), &paper);
            QVERIFY2(!paper.authors.empty() && !paper.title.empty(), key);
            QVERIFY2(qt(paper.key).endsWith(qt(paper.year)), key);
            QVERIFY2(!paper.where.empty() || !paper.arxiv.empty(), key);
            QVERIFY2(QRegularExpression("^$|^10\\.\\d{4,}/\\S+$").match(qt(paper.doi)).hasMatch(), key);
            QVERIFY2(QRegularExpression("^$|^\\d{4}\\.\\d{5}$|^\\d{4}\\.\\d{4}$")
                         .match(qt(paper.arxiv))
                         .hasMatch(),
                     key);
        }
        QCOMPARE(findPaper("nobody1900"), nullptr);
    }

    void bibtexIsAsciiAndClosed()
    {
        for (const Paper& paper : papers()) {
            const QString entry = QString::fromStdString(bibtex(paper));
            QCOMPARE(entry.count('{'), entry.count('}'));
            QVERIFY2(entry.startsWith('@' + qt(paper.kind) + '{' + qt(paper.key) + ",\n"), qPrintable(entry));
            QVERIFY2(entry.endsWith("},\n}\n"), qPrintable(entry));
            QVERIFY2(std::all_of(entry.begin(), entry.end(), [](QChar c) { return c.unicode() < 128; }),
                     qPrintable(entry));
        }
        // A version comes from a session file, which may hold anything.
        QCOMPARE(bibtexOfProgram("0.1.0\x1b[2J}\n@x{").find("0.1.0") != std::string::npos, true);
        QCOMPARE(QString::fromStdString(bibtexOfProgram("1}{\x1b@")).count('@'), 1);
    }

    void aNameCountsAsAWhole()
    {
        const auto keys = [](std::string_view text) {
            QStringList all;
            for (const Paper* paper : papersNamedIn(text))
                all << qt(paper->key);
            return all;
        };
        QCOMPARE(keys("as in Nature 631, 755 (2024), Fig. 4"), QStringList("shumailov2024"));
        QCOMPARE(keys("Nature 6312; Lin 19910; arXiv 2410.167130"), QStringList());
        QCOMPARE(keys("After Kazdan et al. (arXiv 2410.16713)."), QStringList("kazdan2024"));
        QCOMPARE(keys("Villani 2003; Bonneel et al. 2015"), QStringList({"bonneel2015", "villani2003"}));
        QCOMPARE(keys(""), QStringList());
    }

    void everyMetricsSourceIsThere()
    {
        for (const MetricInfo& info : metricCatalogue())
            for (const QString& source : qt(info.source).split("; "))
                QVERIFY2(isOurOwn(source) || source.contains("not the FID") ||
                             !papersNamedIn(source.toStdString()).empty(),
                         qPrintable(qt(info.name) + ": " + source));
    }

    void everyArxivNumberOfStoriesAndPagesIsThere()
    {
        QString text = textOf("docs/metrics.md") + textOf("docs/experiments.md");
        for (const Preset& each : presets())
            text += qt(each.text);
        auto matches = QRegularExpression("arXiv\\s+(\\d{4}\\.\\d{5})").globalMatch(text);
        int found = 0;
        for (; matches.hasNext(); ++found) {
            const QString number = matches.next().captured(1);
            QVERIFY2(!papersNamedIn(("arXiv " + number).toStdString()).empty(), qPrintable(number));
        }
        QVERIFY(found > 20);
    }

    void everySettingsPaperIsThere()
    {
        for (const SettingPaper& setting : settingPapers()) {
            const ExperimentField* field = findField(setting.path);
            QVERIFY2(field, qPrintable(qt(setting.path)));
            QCOMPARE(papersNamedIn(setting.paper).size(), std::size_t(1));
            if (!setting.onlyFor.empty() && field->type == FieldType::Choice)
                QVERIFY2(std::find(field->choices.begin(), field->choices.end(), setting.onlyFor) !=
                             field->choices.end(),
                         qPrintable(qt(setting.onlyFor)));
        }
    }

    void everySourcesPaperIsThere()
    {
        int named = 0;
        for (const SourceKind* kind : sourceKinds())
            if (!kind->paper.empty()) {
                QCOMPARE(papersNamedIn(kind->paper).size(), std::size_t(1));
                ++named;
            }
        QVERIFY(named > 3);
    }

    void noPaperIsThereForNothing()
    {
        std::string named = textOf("docs/metrics.md").toStdString();
        for (const MetricInfo& info : metricCatalogue())
            (named += info.source) += "\n";
        for (const SettingPaper& setting : settingPapers())
            (named += setting.paper) += "\n";
        for (const SourceKind* kind : sourceKinds())
            (named += kind->paper) += "\n";
        for (const Preset& each : presets())
            named += each.text;
        QCOMPARE(papersNamedIn(named).size(), papers().size());
    }

    void anExperimentCitesWhatItFollows_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QStringList>("keys");
        QTest::newRow("story and bias")
            << "mad-bias" << QStringList{"alemohammad2023", "bonneel2015", "shumailov2024", "villani2003"};
        QTest::newRow("of all variants")
            << "accumulate-or-replace" << QStringList{"gerstgrasser2024", "kazdan2024", "shumailov2024"};
        QTest::newRow("of several models")
            << "islands" << QStringList{"nei1973",    "shannon1948", "shumailov2024", "vu2025",
                                        "wright1931", "wright1943",  "wu2026"};
        QTest::newRow("of the data") << "old-faithful"
                                     << QStringList{"ashman1994", "azzalini1990", "dempster1977", "shumailov2024"};
    }

    void anExperimentCitesWhatItFollows()
    {
        QFETCH(QString, id);
        QFETCH(QStringList, keys);
        QCOMPARE(keysOf(preset(qPrintable(id))), keys);
    }

    void aSettingIsCitedOnlyWhereItCounts()
    {
        Experiment experiment; // a normal that replaces its data
        experiment.evaluation.metrics = {"elapsedMs"};
        QCOMPARE(keysOf(experiment), QStringList("shumailov2024"));
        experiment.policy.filter.keepWrong = 0.5;
        QCOMPARE(keysOf(experiment), QStringList({"feng2024", "shumailov2024"}));
        QCOMPARE(QString::fromStdString(citationsOf(experiment).front().reasons.front()),
                 QString("policy.filter.keepWrong"));
    }

    void theCitationFileHasTheProgramsVersion()
    {
        const auto version =
            QRegularExpression("project\\(hareloom VERSION (\\S+)").match(textOf("CMakeLists.txt"));
        QVERIFY(version.hasMatch());
        QVERIFY(textOf("CITATION.cff").contains("\nversion: " + version.captured(1) + "\n"));
    }
};

HARELOOM_TEST(CitationsTest)
#include "CitationsTest.moc"
