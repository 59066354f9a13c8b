// SPDX-License-Identifier: GPL-3.0-or-later
// The page that plays, in a real browser.
#include "tests/ui/Browser.h"
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/ImageChain.h"
#include "tests/ui/StageRuns.h"
#include "tests/ui/TextChain.h"
#include "ui/page/Page.h"
#include "ui/plot/Ticks.h"

#include <QJsonArray>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;
using namespace hareloom::ui::fixtures;

namespace {

QByteArray htmlOf(const LabSession& session)
{
    PageRequest request;
    request.columns = columnsOf(session);
    return pageHtml(makePage(request));
}

SessionContents contentsOf(const QByteArray& kind)
{
    if (kind == "images")
        return imageSession();
    if (kind == "texts")
        return textSession();
    const Experiment experiment = experimentOf(kind);
    return {experiment, collected(experiment).generations, QStringLiteral("test")};
}

} // namespace

class BrowserTest : public QObject
{
    Q_OBJECT

    /// A key, as the page hears it.
    const QString m_key =
        "const key = (name) => doc.dispatchEvent(new page.KeyboardEvent('keydown', {key: name, bubbles: "
        "true, cancelable: true}));\n"
        "const said = () => doc.getElementById('generation').getAttribute('aria-valuetext');\n";

private Q_SLOTS:
    void initTestCase() { isolate(); }
    void init()
    {
        if (Browser::program().isEmpty())
            QSKIP("chromium is not installed");
    }

    void everyNumberOfEveryChartIsTheSessions()
    {
        LabSession session;
        session.setFinished(normalSession(40), {});
        Browser browser;
        const QJsonObject tables =
            browser
                .ask(htmlOf(session),
                     "return Object.fromEntries([...doc.querySelectorAll('.chart')].map((chart) => "
                     "[chart.dataset.metric, "
                     "[...chart.querySelectorAll('tbody tr')].map((row) => [...row.cells].slice(0, "
                     "2).map((cell) => "
                     "cell.dataset.value))]));",
                     "tables")
                .toObject();
        QVERIFY2(browser.complaints().isEmpty(), qPrintable(browser.complaints()));
        QVERIFY(tables.contains("variance"));
        for (const QString& metric : tables.keys()) {
            const QJsonArray rows = tables[metric].toArray();
            QCOMPARE(rows.size(), 40);
            for (int g = 0; g < 40; ++g) {
                QCOMPARE(rows[g][0].toString().toInt(), g);
                QCOMPARE(rows[g][1].toString().toDouble(),
                         session.history().at(0, g)->metric(metric.toStdString()));
            }
        }
    }

    void numbersAreWrittenAsInTheWindow()
    {
        // What is infinite has no place in a chart, here and in the window.
        const std::vector<double> values{
            0.5,      0,     -2.5,    1e-9,         1.25e-9, -3.1e-4, 9.996e-4,  1e-3,    0.05,
            12,       999.4, 999.96,  1000,         1234.5,  99999,   123456.7,  999999,  1e6,
            1.0004e6, -1e12, 4.2e300, std::nan(""), 0.99999, 5.55555, 0.0123456, 7.00001, 1e-300};
        SessionContents contents = normalSession(static_cast<int>(values.size()));
        for (std::size_t g = 0; g < values.size(); ++g) {
            auto link = std::make_shared<Generation>(*contents.generations[g]);
            link->metrics = {{MetricName{"variance"}, values[g]}};
            contents.generations[g] = link;
        }
        LabSession session;
        session.setFinished(contents, {});
        Browser browser;
        const QJsonArray seen =
            browser
                .ask(htmlOf(session), m_key + "const all = []; for (let i = 0; i < " +
                                          QString::number(values.size()) +
                                          "; ++i) { all.push(doc.querySelector('.now').textContent); "
                                          "key('ArrowRight'); } return all;")
                .toArray();
        for (std::size_t g = 0; g < values.size(); ++g)
            QCOMPARE(seen[static_cast<qsizetype>(g)].toString(), numberText(values[g]));
    }

    void theDensityUnderThePointerIsTheModels()
    {
        LabSession session;
        session.setFinished(normalSession(20), {});
        Browser browser;
        const QJsonArray rows = browser
                                    .ask(htmlOf(session),
                                         "return [...doc.querySelectorAll('.column tbody tr')].map((row) => "
                                         "[...row.cells].map((cell) => "
                                         "Number(cell.dataset.value)));",
                                         "tables&generation=15")
                                    .toArray();
        QCOMPARE(rows.size(), 81);
        Matrix place(1, 1);
        for (const QJsonValue& row : rows) {
            place(0, 0) = row[0].toDouble();
            for (const int column : {1, 2}) {
                const double density = std::exp(
                    (*session.history().at(0, column == 1 ? 0 : 15)->snapshot->logDensity(place))[0]);
                // Parameters have seven digits; they count for most in the tails.
                QVERIFY(std::abs(row[column].toDouble() - density) <= 1e-5 * density + 1e-12);
            }
        }
    }

    void itPlaysByButtonAndKeys()
    {
        LabSession session;
        session.setFinished(normalSession(30), {});
        Browser browser;
        const QJsonArray said =
            browser
                .ask(htmlOf(session),
                     m_key + "const all = [said()];\n"
                             "for (const name of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'End', "
                             "'ArrowRight', 'Home']) "
                             "{ key(name); all.push(said()); }\n"
                             "doc.getElementById('toggle').click(); await wait(500); all.push(Number("
                             "doc.getElementById('generation').value) > 0);\n"
                             "key(' '); const at = said(); await wait(2000); all.push(at === said());\n"
                             "doc.getElementById('generation').dispatchEvent(new "
                             "page.KeyboardEvent('keydown', {key: ' ', "
                             "bubbles: true})); await wait(20000); all.push(said());\n"
                             "all.push(doc.getElementById('toggle').getAttribute('aria-label')); return all;")
                .toArray();
        QVERIFY2(browser.complaints().isEmpty(), qPrintable(browser.complaints()));
        const QJsonArray expected{"Generation 0 of 29",
                                  "Generation 1 of 29",
                                  "Generation 2 of 29",
                                  "Generation 1 of 29",
                                  "Generation 29 of 29",
                                  "Generation 29 of 29",
                                  "Generation 0 of 29",
                                  true,
                                  true,
                                  "Generation 29 of 29",
                                  "Play (Space)"};
        QCOMPARE(said, expected);
    }

    void pointingReadsAChartAndAClickGoesThere()
    {
        LabSession session;
        session.setFinished(normalSession(30), {});
        Browser browser;
        const QJsonArray seen =
            browser
                .ask(htmlOf(session),
                     m_key + "const box = doc.querySelector('[data-metric=variance] .canvas'), place = "
                             "box.getBoundingClientRect();\n"
                             "const at = {clientX: place.left + 46 + (place.width - 56) * 15 / 29, clientY: "
                             "place.top + 60, "
                             "bubbles: true}; const line = box.querySelector('path.value');\n"
                             "line.dispatchEvent(new page.PointerEvent('pointermove', at)); const reading = "
                             "doc.getElementById('reading'); const read = [reading.hidden, "
                             "reading.querySelector('strong').textContent, "
                             "reading.querySelector('b').textContent];\n"
                             "line.dispatchEvent(new page.MouseEvent('click', at)); const canvas = "
                             "doc.querySelector('canvas'); const stage = canvas.getBoundingClientRect();\n"
                             "canvas.dispatchEvent(new page.PointerEvent('pointermove', {clientX: stage.left "
                             "+ stage.width / 2, "
                             "clientY: stage.top + stage.height / 2})); return [...read, said(), "
                             "reading.querySelectorAll('b').length];")
                .toArray();
        QVERIFY2(browser.complaints().isEmpty(), qPrintable(browser.complaints()));
        QCOMPARE(seen, QJsonArray({false, "Generation 15",
                                   numberText(session.history().at(0, 15)->metric("variance"), 4),
                                   "Generation 15 of 29", 2})); // the density in two generations
    }

    void everyStageIsDrawn_data()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const auto& [name, kind] : {std::pair("gaussian", kGaussian),
                                         {"kde", kKde},
                                         {"moons", kMoons},
                                         {"mixture", kTwoClouds},
                                         {"ten states", kTenStates},
                                         {"many states", kZipf},
                                         {"twelve chains", kTwelveGaussians}})
            QTest::newRow(name) << QByteArray(kind);
        QTest::newRow("images") << QByteArray("images");
    }
    /// Something is drawn, and it changes from generation 0 to the last.
    void everyStageIsDrawn()
    {
        QFETCH(QByteArray, kind);
        LabSession session;
        session.setFinished(contentsOf(kind), {});
        Browser browser;
        const QJsonArray seen =
            browser
                .ask(htmlOf(session),
                     m_key +
                         "const look = () => { const canvas = doc.querySelector('canvas'); const pixels = "
                         "canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data; let "
                         "drawn = 0, "
                         "sum = 0; for (let i = 0; i < pixels.length; i += 4) if (pixels[i + 3]) { ++drawn; "
                         "sum = (sum * "
                         "31 + pixels[i] + pixels[i + 1] * 7 + pixels[i + 3]) % 1000000007; } return [drawn, "
                         "sum]; };\n"
                         "await wait(500); const before = look(); key('End'); await wait(500); const after = "
                         "look();\n"
                         "return [before[0], after[0], before[1] === after[1], "
                         "doc.querySelector('canvas').getAttribute('aria-label')];")
                .toArray();
        QVERIFY2(browser.complaints().isEmpty(), qPrintable(browser.complaints()));
        QVERIFY(seen[0].toInt() > 2000 && seen[1].toInt() > 2000);
        QCOMPARE(seen[2].toBool(), false);
        const int last = session.history().count(0) - 1;
        QVERIFY2(seen[3].toString().startsWith(QStringLiteral("Generation %1 of %1: ").arg(last)),
                 qPrintable(seen[3].toString()));
    }

    void barsOfAllColumnsTakeALogarithmicScale()
    {
        SessionContents contents = contentsOf(kZipf);
        const std::size_t all = contents.generations.size();
        contents.experiment.variants = {{"Some", {}}, {"Others", {{"seed", "2"}}}};
        for (std::size_t i = 0; i < all; ++i) {
            auto other = std::make_shared<Generation>(*contents.generations[i]);
            other->chain = 1;
            contents.generations.push_back(other);
        }
        LabSession session;
        session.setFinished(contents, {});
        Browser browser;
        const QJsonArray seen =
            browser
                .ask(htmlOf(session),
                     "const canvases = [...doc.querySelectorAll('canvas')]; const look = () => "
                     "canvases.map((canvas) => { "
                     "const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, "
                     "canvas.height).data; let ink = "
                     "0; for (let i = 3; i < pixels.length; i += 4) ink += pixels[i]; return ink; });\n"
                     "const before = look(); doc.querySelector('.switch input').click(); await wait(100); "
                     "const after = "
                     "look(); return [before.length, after.every((ink, i) => ink > 1.5 * before[i]), "
                     "[...doc.querySelectorAll('.switch input')].every((box) => box.checked)];")
                .toArray();
        QVERIFY2(browser.complaints().isEmpty(), qPrintable(browser.complaints()));
        QCOMPARE(seen, QJsonArray({2, true, true}));
    }

    void imagesComeOutAsTheyWere()
    {
        LabSession session;
        session.setFinished(imageSession(), {});
        Browser browser;
        const QJsonArray rows =
            browser
                .ask(htmlOf(session),
                     "await wait(1000); return [...doc.querySelectorAll('.column tbody tr')].map((row) "
                     "=> [...row.cells].map((cell) => Number(cell.dataset.value)));",
                     "tables&generation=3")
                .toArray();
        QCOMPARE(rows.size(), kImages);
        const std::vector<std::uint8_t> first = imageWall(0), now = imageWall(3);
        for (int i = 0; i < kImages; ++i)
            for (const auto& [column, wall] : {std::pair(1, &first), {2, &now}}) {
                const auto from = wall->begin() + i * kSide * kSide;
                const double mean =
                    std::accumulate(from, from + kSide * kSide, 0.0) / (255.0 * kSide * kSide);
                QVERIFY(std::abs(rows[i][column].toDouble() - mean) < 1e-12);
            }
    }

    void textsStandThereWordForWord_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<int>("shown");
        QTest::newRow("made by hand, with what repeats itself") << QByteArray("texts") << 8;
        QTest::newRow("of a real run") << QByteArray(kWords) << 5;
    }

    void textsStandThereWordForWord()
    {
        QFETCH(QByteArray, kind);
        QFETCH(int, shown);
        LabSession session;
        session.setFinished(contentsOf(kind), {});
        Browser browser;
        const QJsonArray pages =
            browser
                .ask(htmlOf(session),
                     "return [...doc.querySelectorAll('article')].map((page) => [page.dataset.generation, "
                     "page.querySelector('.written').textContent, page.querySelectorAll('mark').length]);",
                     QStringLiteral("generation=%1").arg(shown))
                .toArray();
        QVERIFY2(browser.complaints().isEmpty(), qPrintable(browser.complaints()));
        QCOMPARE(pages.size(), 3); // the first, the middle, and the one that is shown
        int marks = 0;
        for (const QJsonValue& page : pages) {
            const int g = page[0].toString().toInt();
            const std::string& answer = session.history().at(0, g)->snapshot->texts()->answers.front();
            QCOMPARE(page[1].toString().simplified(), QString::fromStdString(answer).simplified());
            marks += page[2].toInt();
        }
        QVERIFY(marks > 0 || kind != "texts");
    }

    void namesAreTextAndNothingOfThemRuns()
    {
        const std::string nasty =
            "</script><script>document.title='owned'</script><img src=x onerror=\"document.title="
            "'owned'\"> \xE2\x80\xA8 \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \"'`${1} \xF0\x9F\x90\x87 \xE5\x8F\xA4";
        SessionContents contents = normalSession(6);
        contents.experiment.title = contents.experiment.question = contents.experiment.story = nasty;
        contents.experiment.variants = {{nasty, {}}, {nasty + "2", {{"samples.size", "7"}}}};
        for (const GenerationPtr& link : normalChain(6, 100, 2, 1))
            contents.generations.push_back(link);
        LabSession session;
        session.setFinished(contents, {});
        Browser browser;
        const QJsonArray found =
            browser
                .ask(htmlOf(session), "return [doc.querySelector('h1').textContent, "
                                      "doc.querySelector('h2').textContent.trim(), "
                                      "doc.title.includes('owned') && !doc.title.includes('<img'), "
                                      "doc.images.length, doc.scripts.length, "
                                      "JSON.parse(doc.querySelector('.experiment pre').textContent).title];")
                .toArray();
        QVERIFY2(browser.complaints().isEmpty(), qPrintable(browser.complaints()));
        const QString title = QString::fromStdString(nasty);
        QCOMPARE(found[0].toString(), title);
        QCOMPARE(found[1].toString(), title);
        QCOMPARE(found[2].toBool(), false);
        QCOMPARE(found[3].toInt(), 0);
        QCOMPARE(found[4].toInt(), 2);
        QCOMPARE(found[5].toString(), title);
    }

    void whatIsCopiedHasEveryDigitAndNoFormula()
    {
        LabSession session;
        session.setFinished(
            contentsOf(R"({"family": "discrete", "source": {"kind": "categories", "weights": [5, 3, 1],
            "names": ["=1+1", "@b", "c"]}, "samples": {"size": 30}, "generations": 6, "seed": 1})"),
            {});
        Browser browser;
        const QJsonArray copied = browser
                                      .ask(htmlOf(session),
                                           "let text = ''; Object.defineProperty(page.navigator, "
                                           "'clipboard', {value: {writeText: async (words) => "
                                           "{ text = words; }}});\n"
                                           "const copy = async (where) => { doc.querySelector(where + ' "
                                           ".copy').click(); await wait(50); return "
                                           "text; };\n"
                                           "return [await copy('.column'), await "
                                           "copy('[data-metric=entropyNats]'), await copy('.experiment'), "
                                           "doc.querySelector('.experiment [role=status]').textContent];",
                                           "tables&generation=4")
                                      .toArray();
        const Vector& then = session.history().at(0, 0)->snapshot->categorical()->probabilities;
        const QStringList states = copied[0].toString().split('\n');
        QVERIFY2(states[1].startsWith("'=1+1\t" + QString::number(then[0], 'g', 5)), qPrintable(states[1]));
        QVERIFY2(states[2].startsWith("'@b\t"), qPrintable(states[2]));
        const QStringList entropy = copied[1].toString().split('\n');
        QCOMPARE(entropy.size(), 9); // the head, seven generations, the end
        for (int g = 0; g < 7; ++g)
            QCOMPARE(entropy[g + 1].section('\t', 1, 1).toDouble(),
                     session.history().at(0, g)->metric("entropyNats"));
        QVERIFY(copied[2].toString().startsWith('{'));
        QCOMPARE(copied[3].toString(), QString("Copied."));
    }

    void thePolicyHolds()
    {
        LabSession session;
        session.setFinished(normalSession(6), {});
        Browser browser;
        const QJsonArray done =
            browser
                .ask(htmlOf(session),
                     "const refused = []; doc.addEventListener('securitypolicyviolation', (e) => "
                     "refused.push(e.effectiveDirective));\n"
                     "const script = doc.createElement('script'); script.textContent = 'window.owned = 1'; "
                     "doc.body.append(script);\n"
                     "const image = doc.createElement('img'); image.src = 'http://127.0.0.1:9/a.png'; "
                     "doc.body.append(image);\n"
                     "let evaluated = true; try { page.eval('1'); } catch { evaluated = false; }\n"
                     "await page.fetch('http://127.0.0.1:9/').catch(() => 0); await wait(300);\n"
                     "return [page.owned === 1, evaluated, refused.sort().join(' '), "
                     "page.performance.getEntriesByType('resource').filter((e) => "
                     "!e.name.startsWith('data:') && "
                     "!e.name.startsWith('http://127.0.0.1:9')).length];")
                .toArray();
        QCOMPARE(done[0].toBool(), false);
        QCOMPARE(done[1].toBool(), false);
        QCOMPARE(done[2].toString(), QString("connect-src img-src script-src script-src-elem"));
        QCOMPARE(done[3].toInt(), 0);
    }

    void itFitsEveryWidth_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {320, 768, 1280, 1920})
            QTest::addRow("%d", width) << width;
    }
    void itFitsEveryWidth()
    {
        QFETCH(int, width);
        for (const QByteArray& kind : {QByteArray(kTenStates), QByteArray("texts")}) {
            LabSession session;
            session.setFinished(contentsOf(kind), {});
            Browser browser;
            const QJsonArray seen =
                browser
                    .ask(htmlOf(session),
                         "return [doc.documentElement.clientWidth, doc.documentElement.scrollWidth];", {},
                         width)
                    .toArray();
            QVERIFY(seen[0].toInt() <= width);
            QCOMPARE(seen[1].toInt(), seen[0].toInt());
        }
    }

    void theAddressSaysWhereToBegin()
    {
        LabSession session;
        session.setFinished(normalSession(30), {});
        Browser browser;
        const QJsonArray seen =
            browser
                .ask(htmlOf(session),
                     m_key + "const first = said(); const hidden = "
                             "page.getComputedStyle(doc.querySelector('header')).display; "
                             "page.location.hash = 'generation=3'; await wait(100); return [first, hidden, "
                             "said()];",
                     "generation=12&embed")
                .toArray();
        QCOMPARE(seen, QJsonArray({"Generation 12 of 29", "none", "Generation 3 of 29"}));
    }

    void chartsSayNothingOfWhatIsToComeIfAskedTo()
    {
        LabSession session;
        session.setFinished(normalSession(30), {});
        Browser browser;
        const QJsonArray seen =
            browser
                .ask(htmlOf(session),
                     "const rows = () => doc.querySelectorAll('.chart tbody tr').length / "
                     "doc.querySelectorAll('.chart').length; const window = () => "
                     "Number(doc.querySelector('clipPath rect').getAttribute('width')) < "
                     "doc.querySelector('.chart svg').clientWidth;\n"
                     "return [rows(), window()];",
                     "sofar&generation=12&tables")
                .toArray();
        QCOMPARE(seen, QJsonArray({13, true}));
    }
};

HARELOOM_UI_TEST(BrowserTest)
#include "BrowserTest.moc"
