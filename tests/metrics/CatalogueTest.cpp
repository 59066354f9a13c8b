// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Catalogue.h"
#include "core/metrics/MetricWords.h"
#include "tests/TestProgram.h"

#include <QFile>
#include <QSet>
#include <QtTest>

#include <algorithm>

using namespace hareloom;

class CatalogueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMetricHasATitleAnEquationAndASource()
    {
        for (const MetricInfo& info : metricCatalogue()) {
            QVERIFY(!info.title.empty());
            QVERIFY(!info.equation.empty());
            QVERIFY(!info.source.empty());
        }
    }

    void namesAreUnique()
    {
        QSet<QString> names;
        for (const MetricInfo& info : metricCatalogue())
            names.insert(nameOf(info));
        QCOMPARE(names.size(), static_cast<qsizetype>(metricCatalogue().size()));
    }

    // Labels are those of images, topics those of text, and only a distribution has a likelihood or a truth.
    void whatAMetricNeedsGoesWithItsRows()
    {
        const auto isAmong = [](RowKind rows, std::span<const RowKind> all) {
            return std::find(all.begin(), all.end(), rows) != all.end();
        };
        for (const MetricInfo& info : metricCatalogue()) {
            QVERIFY2(!info.rows.empty(), qPrintable(nameOf(info)));
            for (const RowKind rows : info.rows) {
                const bool isDistribution = isAmong(rows, kOfDistributions);
                const bool fits = info.needs == MetricNeed::Labels   ? rows == RowKind::Images
                                  : info.needs == MetricNeed::Topics ? rows == RowKind::Text
                                  : info.needs == MetricNeed::Truth || info.needs == MetricNeed::HeldOut ||
                                          info.needs == MetricNeed::Likelihood
                                      ? isDistribution
                                      : true;
                QVERIFY2(fits, qPrintable(nameOf(info)));
            }
        }
    }

    void everyMetricHasItsSectionInTheDocumentation()
    {
        QFile file(QStringLiteral(HARELOOM_SOURCE_DIR "/docs/metrics.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (const MetricInfo& info : metricCatalogue())
            QVERIFY2(text.contains(QStringLiteral("\n### %1\n").arg(nameOf(info))), qPrintable(nameOf(info)));
        QCOMPARE(text.count(QStringLiteral("\n### ")), static_cast<qsizetype>(metricCatalogue().size()));
    }

    void everyMetricIsSaidInPlainWords()
    {
        QFile file(QStringLiteral(HARELOOM_SOURCE_DIR "/docs/metrics.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll()).simplified();
        const auto q = [](std::string_view view) { return QString::fromUtf8(view.data(), qsizetype(view.size())); };
        QSet<QString> plain;
        for (const MetricInfo& info : metricCatalogue()) {
            const MetricWords* words = findMetricWords(info.name);
            QVERIFY2(words, qPrintable(nameOf(info)));
            plain.insert(q(words->plain));
            // The page says it in the same words, right under the heading.
            const QString start = "### " + nameOf(info) + " **" + q(words->plain) + ".** " + q(words->meaning);
            QVERIFY2(text.contains(start), qPrintable(start));
            QVERIFY2(words->meaning.ends_with('.'), qPrintable(start));
        }
        QCOMPARE(plain.size(), static_cast<qsizetype>(metricCatalogue().size())); // no two share a name
        QVERIFY(!findMetricWords("nothing"));
        QCOMPARE(findMetricWords("mean[3]"), findMetricWords("mean"));
        QVERIFY(!findMetricWords("variance[3]"));
    }

    void theDataUnitIsTheDocumentations()
    {
        QFile file(QStringLiteral(HARELOOM_SOURCE_DIR "/docs/metrics.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        for (const MetricInfo& info : metricCatalogue()) {
            const QString section = text.section("\n### " + nameOf(info) + "\n", 1).section("\n### ", 0, 0);
            const QString unit = QString::fromUtf8(info.dataUnit.data(), qsizetype(info.dataUnit.size()));
            QVERIFY2(unit.isEmpty() ? !section.contains("Unit: data") : section.contains("Unit: " + unit + "."),
                     qPrintable(nameOf(info)));
            QVERIFY(unit.isEmpty() || info.unit.empty());
        }
    }

    void findsByName_data()
    {
        QTest::addColumn<QByteArray>("asked");
        QTest::addColumn<QByteArray>("found"); // empty: unknown
        QTest::newRow("plain") << QByteArray("variance") << QByteArray("variance");
        QTest::newRow("stem of a variable's") << QByteArray("mean") << QByteArray("mean");
        QTest::newRow("one variable's") << QByteArray("mean[3]") << QByteArray("mean");
        QTest::newRow("index where there is none") << QByteArray("variance[0]") << QByteArray();
        QTest::newRow("no digits") << QByteArray("mean[]") << QByteArray();
        QTest::newRow("not a number") << QByteArray("mean[x]") << QByteArray();
        QTest::newRow("unclosed") << QByteArray("mean[3") << QByteArray();
        QTest::newRow("other case") << QByteArray("Variance") << QByteArray();
        QTest::newRow("empty") << QByteArray("") << QByteArray();
    }

    void findsByName()
    {
        QFETCH(QByteArray, asked);
        QFETCH(QByteArray, found);
        const MetricInfo* info = findMetric(asked.toStdString());
        QCOMPARE(info ? nameOf(*info) : QString(), QString::fromUtf8(found));
    }

private:
    static QString nameOf(const MetricInfo& info)
    {
        return QString::fromUtf8(info.name.data(), static_cast<qsizetype>(info.name.size()));
    }
};

HARELOOM_TEST(CatalogueTest)
#include "CatalogueTest.moc"
