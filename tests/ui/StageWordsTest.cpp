// SPDX-License-Identifier: GPL-3.0-or-later
// What every stage says of itself in every mode, against approved texts: facts, legend, sentence and table.
// Beside the pictures of ui_Golden, on every system.
#include "tests/TestProgram.h"
#include "tests/ui/Baseline.h"
#include "tests/ui/DiffusionChain.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/ImageChain.h"
#include "tests/ui/StageRuns.h"
#include "tests/ui/TextChain.h"
#include "ui/families/Faces.h"

#include <QtTest>

#include <cmath>

using namespace hareloom;
using namespace hareloom::ui;
using namespace hareloom::ui::fixtures;

namespace {

constexpr std::size_t kMostRows = 12; // of a table, spread over the whole of it

QString cell(double value)
{
    if (std::isnan(value))
        return QStringLiteral("-");
    return QString::number(value == 0 ? 0 : value, 'g', 6); // no minus before zero
}

QString tableText(const DataTable& table)
{
    QString text = QStringLiteral("table: %1\n  %2\n").arg(table.title, table.headers.join(" | "));
    const std::size_t count = table.rows.size(), shown = std::min(count, kMostRows);
    for (std::size_t i = 0; i < shown; ++i) {
        QStringList cells;
        for (const double value : table.rows[shown > 1 ? i * (count - 1) / (shown - 1) : 0])
            cells << cell(value);
        text += QStringLiteral("  %1\n").arg(cells.join(" | "));
    }
    return text + QStringLiteral("  %1 rows\n").arg(count);
}

QString wordsOf(StageScene& scene, double position, const StageOptions& options)
{
    QString text = QStringLiteral("summary: %1\n").arg(scene.summary(position, options));
    for (const StageFact& fact : scene.stage()->facts(scene.frameAt(position)))
        text += QStringLiteral("fact: %1 = %2, was %3\n").arg(fact.name, fact.value, fact.before);
    for (const LegendEntry& entry : scene.legend(position, options, lightTheme()))
        text += QStringLiteral("legend: %1\n").arg(entry.text);
    for (const QString& choice : scene.choices(position, options))
        text += QStringLiteral("choice: %1\n").arg(choice);
    if (const QString whole = scene.text(position, options); !whole.isEmpty())
        text += QStringLiteral("text: %1\n").arg(whole);
    return text + tableText(scene.table(position, options));
}

/// Every mode at the beginning and at the end.
QString wordsOf(StageScene& scene)
{
    const QStringList modes = scene.modes();
    const int last = scene.session().history().count(scene.chain()) - 1;
    QString text;
    for (int mode = 0; mode < modes.size(); ++mode)
        for (const int generation : {0, last}) {
            StageOptions options;
            options.mode = mode;
            text += QStringLiteral("== %1, generation %2\n").arg(modes[mode]).arg(generation);
            text += wordsOf(scene, generation, options);
        }
    return text;
}

} // namespace

class StageWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fixtures::isolate(); }

    void runs_data()
    {
        QTest::addColumn<QByteArray>("experiment");
        QTest::newRow("density") << QByteArray(kGaussian);
        QTest::newRow("density-chains") << QByteArray(kTwelveGaussians);
        QTest::newRow("density-kernels") << QByteArray(kKde);
        QTest::newRow("scatter") << QByteArray(kTwoClouds);
        QTest::newRow("scatter-kernels") << QByteArray(kMoons);
        QTest::newRow("states") << QByteArray(kTenStates);
        QTest::newRow("states-zipf") << QByteArray(kZipf);
        QTest::newRow("states-chains") << QByteArray(kWrightFisher);
        QTest::newRow("line") << QByteArray(kLine);
        QTest::newRow("answers") << QByteArray(kAnswers);
        QTest::newRow("two-readers") << QByteArray(kTwoReaders);
    }
    void runs()
    {
        QFETCH(QByteArray, experiment);
        StageRun run(experiment);
        run.look(0);
        baseline::judge(QString::fromLatin1(QTest::currentDataTag()), wordsOf(run.scene));
    }

    void networks_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("images") << 0;
        QTest::newRow("texts") << 1;
        QTest::newRow("drawn-points") << 2;
        QTest::newRow("drawn-images") << 3;
    }
    void networks()
    {
        QFETCH(int, kind);
        LabSession session;
        session.setFinished(kind == 0   ? imageSession()
                            : kind == 1 ? textSession()
                                        : diffusionSession(kind == 3),
                            {});
        StageScene scene(session, faceOf);
        scene.setChain(0);
        baseline::judge(QString::fromLatin1(QTest::currentDataTag()), wordsOf(scene));
    }

    void aChangedLineIsFound()
    {
        QCOMPARE(baseline::firstDifference("a\nb", "a\nb"), QString());
        QCOMPARE(baseline::firstDifference("a\nb", "a\nc"),
                 QStringLiteral("line 2: approved \"b\", now \"c\""));
        QCOMPARE(baseline::firstDifference("a", "a\nb"), QStringLiteral("line 2: approved \"\", now \"b\""));
    }
};

HARELOOM_UI_TEST(StageWordsTest)
#include "StageWordsTest.moc"
