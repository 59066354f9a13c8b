// SPDX-License-Identifier: GPL-3.0-or-later
// The stage of the language family on texts made by hand: no network is trained here. Pictures are approved
// as GoldenTest's are.
#include "ui/texts/TextStage.h"

#include "core/families/ngram/NGramSnapshot.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/Golden.h"
#include "tests/ui/TextChain.h"
#include "ui/export/ExportPlan.h"
#include "ui/families/Faces.h"
#include "ui/texts/PerplexityRidges.h"
#include "ui/presets/PresetList.h"
#include "ui/stage/StageChooser.h"
#include "ui/stage/StageView.h"
#include "ui/theme/Icons.h"
#include "ui/vitals/VariantLegend.h"
#include "ui/vitals/VitalChart.h"
#include "ui/window/StatusStrip.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QPainter>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

#include <cmath>
#include <numeric>

using namespace hareloom;
using namespace hareloom::ui;
using namespace hareloom::ui::fixtures;

namespace {

constexpr QSize kCanvas(880, 460);
enum { Pages, Difference, Perplexity, Topics };

struct Bench
{
    LabSession session;
    StageScene scene{session, faceOf};
    StageLook look;

    explicit Bench(SessionContents contents = textSession())
    {
        session.setFinished(std::move(contents), {});
        scene.setChain(0);
    }
    static StageOptions mode(int mode, int choice = 0)
    {
        StageOptions options;
        options.mode = mode;
        options.choice = choice;
        return options;
    }
};

QStringList modesWith(const LanguageView& view)
{
    TextStage stage;
    stage.setOrigin({textExperiment(), textLink(0, view), nullptr, {}});
    return stage.modes();
}

QAction* actionCalled(QWidget& widget, const QString& words)
{
    for (QAction* action : widget.actions())
        if (QString(action->text()).remove(QLatin1Char('&')) == words)
            return action;
    return nullptr;
}

} // namespace

class TextStageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        isolate();
        QVERIFY2(fontFamily().startsWith(QLatin1String("Inter")),
                 "the pictures are drawn with Inter: install fonts-inter");
    }

    void theWindowKnowsTheFamily()
    {
        const Face& face = faceOf("language");
        const auto stage = face.makeStage(*textLink(0, textView(0))->snapshot);
        QVERIFY(dynamic_cast<TextStage*>(stage.get()));
        QVERIFY(!stage->drawsRows());
        QVERIFY(face.glyph() != drawUnknown);
        QCOMPARE(face.title(), QStringLiteral("Language"));
    }

    // Every family that writes shows its texts alike.
    void nGramsHaveTheSameStage()
    {
        const Face& face = faceOf("ngram");
        const auto counts = std::make_shared<NGramCounts>();
        WrittenTexts texts = textView(0);
        texts.passagePrompts.assign(texts.passages.size(), ""); // that begin anew
        texts.prompts.clear();
        texts.answers.clear();
        const auto snapshot = std::make_shared<NGramSnapshot>(counts, std::weak_ptr<const NGramModel>(), texts);
        auto generation = std::make_shared<Generation>(*textLink(0, textView(0)));
        generation->snapshot = snapshot;
        const auto stage = face.makeStage(*snapshot);
        QVERIFY(dynamic_cast<TextStage*>(stage.get()));
        QVERIFY(face.writesTexts() && face.glyph() != drawUnknown && face.glyph() != faceOf("language").glyph());
        stage->setOrigin({textExperiment(), generation, nullptr, {}});
        QCOMPARE(stage->modes().size(), 4);
        StageFrame frame;
        frame.from = frame.to = generation;
        QVERIFY(stage->text(frame, {}).contains(QString::fromStdString(texts.passages[0])));
    }

    void onlyWhatIsKnownIsOffered()
    {
        LanguageView view = textView(0);
        QCOMPARE(modesWith(view), (QStringList{QStringLiteral("Pages"), QStringLiteral("Difference"),
                                               QStringLiteral("Perplexity"), QStringLiteral("Topics")}));
        view.kinds.clear();
        view.firstNats.clear();
        QCOMPARE(modesWith(view).size(), 2);
        view.prompts.clear();
        view.answers.clear();
        view.passages.clear();
        QCOMPARE(modesWith(view), QStringList{QStringLiteral("Pages")});
    }

    void marksAreWhereThePhrasesStand()
    {
        const std::string text = "über a grey hare sat, 𝄞 then über a grey hare sat.\nEnd";
        const MarkedText marked = markedText(text);
        QCOMPARE(marked.marks.size(), std::size_t(2));
        const auto words = [&](std::size_t i) {
            return marked.text.mid(marked.marks[i].begin, marked.marks[i].end - marked.marks[i].begin);
        };
        QVERIFY(words(0).startsWith(QStringLiteral("über a grey hare sat")));
        QVERIFY(words(1).startsWith(QStringLiteral("über a grey hare sat")));
        QCOMPARE(marked.occurrences(marked.marks[0].phrase), 2);
        QCOMPARE(marked.words.size(), std::size_t(13));
        QCOMPARE(marked.repeatedShare(), 10 / 13.0);
        QCOMPARE(marked.wordAt(0), 0);
        QCOMPARE(marked.wordAt(int(marked.text.size()) - 1), 12);
        QVERIFY(markedText("").words.empty());
        QCOMPARE(markedText("").repeatedShare(), 0.0);
        QCOMPARE(markedText("a\x01"
                            "b\tc")
                     .words.size(),
                 std::size_t(3)); // nothing that a terminal obeys
    }

    void differencesKeepTheLongestCommonText()
    {
        const auto of = [](const char* a, const char* b) {
            return differenceOf(markedText(a), markedText(b));
        };
        const WordDifference some =
            of("the old tower stands above the nave", "the tower stands near the old nave");
        QCOMPARE(some.kept, 5); // the tower stands the nave
        QCOMPARE(some.lost(), 2);
        QCOMPARE(some.added(), 2);
        QCOMPARE(some.keptBefore, (std::vector<bool>{true, false, true, true, false, true, true}));
        QCOMPARE(of("a b", "c d").kept, 0);
        QCOMPARE(of("a b", "a b").kept, 2);
        QCOMPARE(of("", "a").added(), 1);
    }

    void histogramsCountEveryBlockOnce()
    {
        const std::vector<float> nats = textView(0).firstNats;
        const PerplexityTails tails = perplexityTails(nats);
        const PerplexityBins bins = perplexityBins(double(*std::max_element(nats.begin(), nats.end())));
        const PerplexityHistogram histogram = perplexityHistogram(nats, tails, bins);
        QVERIFY(std::abs(std::accumulate(histogram.shares.begin(), histogram.shares.end(), 0.0) - 1) < 1e-9);
        QVERIFY(histogram.below <= 0.0101 && histogram.above <= 0.0101);
        const PerplexityHistogram last = perplexityHistogram(textView(kLastText).firstNats, tails, bins);
        QVERIFY(last.above > 5 * histogram.above); // the tail grows
        QVERIFY(perplexityHistogram({}, tails, bins).shares.empty());
    }

    void binsReachToARoundNumber()
    {
        for (const auto& [most, high] :
             {std::pair(1.0, 2.0), {1.9, 2.0}, {2.1, 5.0}, {51.0, 100.0}, {4e4, 5e4}})
            QCOMPARE(perplexityBins(std::log(most)).high, high);
        QVERIFY(perplexityBins(1e9).high < 1e13); // a model that has diverged
        const PerplexityBins bins = perplexityBins(std::log(100));
        QCOMPARE(bins.of(1), 0);
        QCOMPARE(bins.of(0.5), 0);
        QCOMPARE(bins.of(10), PerplexityBins::kCount / 2);
        QCOMPARE(bins.of(1e300), PerplexityBins::kCount - 1);
        QCOMPARE(bins.edge(0), 1.0);
        QCOMPARE(bins.edge(PerplexityBins::kCount), 100.0);
    }

    void everyGenerationStandsInItsOwnColumn()
    {
        Bench bench;
        const QString text = bench.scene.text(kLastText, Bench::mode(Pages));
        for (int g = 0; g <= kLastText; ++g)
            QVERIFY(text.contains(QStringLiteral("Generation %1\n").arg(g)));
        QCOMPARE(text.count(QStringLiteral("The parish church of Saint Osyth")), 1);
        QVERIFY(bench.scene.text(kLastText, Bench::mode(Perplexity)).isEmpty());
        QVERIFY(bench.scene.choices(0, Bench::mode(Topics)).isEmpty());
        QCOMPARE(bench.scene.choices(0, Bench::mode(Pages)).size(), 4); // two prompts, two passages
    }

    void wordsAreRead()
    {
        Bench bench;
        const QRectF area(0, 0, kCanvas.width(), kCanvas.height());
        const QRectF plot = bench.scene.plot(area, kLastText, Bench::mode(Pages)).area;
        auto reading = bench.scene.read(plot.topLeft() + QPointF(6, 8), area, kLastText, Bench::mode(Pages));
        QVERIFY(reading.has_value());
        QVERIFY2(reading->heading.startsWith(QStringLiteral("generation 0, word 1 of ")),
                 qPrintable(reading->heading));
        QVERIFY(!bench.scene.read(plot.topLeft() - QPointF(0, 20), area, kLastText, Bench::mode(Pages)));
        // The last column's first words are a phrase that it says three times.
        reading = bench.scene.read({plot.right() - 140, plot.top() + 8}, area, kLastText, Bench::mode(Pages));
        QVERIFY(reading.has_value());
        QCOMPARE(reading->values.front().name, QStringLiteral("its phrase stands"));
        QVERIFY(reading->values.front().value.section(QLatin1Char(' '), 0, 0).toInt() >= 2);
    }

    void lostWordsAreReadAsLost()
    {
        Bench bench;
        const QRectF area(0, 0, kCanvas.width(), kCanvas.height());
        const StageOptions options = Bench::mode(Difference);
        const QRectF plot = bench.scene.plot(area, kLastText, options).area;
        const auto reading = bench.scene.read(plot.topLeft() + QPointF(6, 8), area, kLastText, options);
        QVERIFY(reading.has_value());
        QCOMPARE(reading->values.front().value, QStringLiteral("lost"));
        QVERIFY(bench.scene.summary(kLastText, options)
                    .contains(QStringLiteral("generation 0's words 0 are kept")));
        StageOptions before = options;
        before.beforeOnly = true;
        QVERIFY(bench.scene.text(kLastText, before).contains(QStringLiteral("Generation 8\n")));
    }

    void tablesHoldWhatIsDrawn()
    {
        Bench bench;
        QCOMPARE(bench.scene.table(4, Bench::mode(Pages)).rows.size(), std::size_t(5));
        QCOMPARE(bench.scene.table(4, Bench::mode(Difference)).rows.size(), std::size_t(4));
        const DataTable topics = bench.scene.table(4, Bench::mode(Topics));
        QCOMPARE(topics.rows.size(), std::size_t(kLastText + 2)); // and the real text
        QVERIFY(std::isnan(topics.rows[0][0]) && topics.rows[0][2] == 0.25);
        QCOMPARE(topics.headers.last(), QStringLiteral("no topic"));
        for (int mode = 0; mode < 4; ++mode) {
            const DataTable table = bench.scene.table(4, Bench::mode(mode));
            QVERIFY(!table.rows.empty());
            for (const auto& row : table.rows)
                QCOMPARE(qsizetype(row.size()), table.headers.size());
        }
        const DataTable histogram = bench.scene.table(4, Bench::mode(Perplexity));
        double sum = 0;
        for (const auto& row : histogram.rows)
            sum += row[2];
        QVERIFY(std::abs(sum - 1) < 1e-9);
    }

    void theSpokenSentenceReadsTheAnswer()
    {
        Bench bench;
        const QString words = bench.scene.summary(kLastText, Bench::mode(Pages));
        QVERIFY(words.contains(QStringLiteral("test perplexity")));
        QVERIFY(words.contains(QStringLiteral("it answers: “black-tailed jackrabbits")));
    }

    // A generation that went wrong leaves one without texts.
    void aGenerationWithoutTextIsPaintedWithoutIt()
    {
        Bench bench({textExperiment(), {textLink(0, textView(0)), textLink(1, {})}, QStringLiteral("test")});
        QImage image(kCanvas, QImage::Format_RGB32);
        for (int mode = 0; mode < bench.scene.modes().size(); ++mode)
            for (const double position : {0.5, 1.0}) {
                QPainter painter(&image);
                bench.scene.paint(painter, QRectF(image.rect()), position, Bench::mode(mode), lightTheme());
                bench.scene.paintThumbnail(painter, QRectF(0, 0, 90, 50), 1, Bench::mode(mode), lightTheme());
                bench.scene.read({200, 250}, QRectF(image.rect()), position, Bench::mode(mode));
                bench.scene.table(position, Bench::mode(mode));
                bench.scene.summary(position, Bench::mode(mode));
            }
        QVERIFY(!bench.scene.text(1, Bench::mode(Pages)).contains(QStringLiteral("Generation 1")));
    }

    void textsAreChosenByKeyAndMouse()
    {
        Bench bench;
        StageView view(bench.scene, bench.look);
        view.resize(kCanvas);
        view.setPosition(kLastText);
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.setFocus();
        auto* chooser = view.findChild<StageChooser*>();
        QVERIFY(chooser && chooser->isVisible());
        const auto combos = chooser->findChildren<QComboBox*>();
        QCOMPARE(combos.front()->count(), 4);
        QVERIFY(!combos.back()->isVisible()); // nothing to compare with on pages
        QSignalSpy chosen(&bench.look, &StageLook::changed);
        QTest::keyClick(&view, Qt::Key_PageDown);
        QCOMPARE(view.options().choice, 1);
        QCOMPARE(combos.front()->currentIndex(), 1);
        QTest::keyClick(&view, Qt::Key_PageUp);
        QCOMPARE(view.options().choice, 0);
        QTest::keyClick(&view, Qt::Key_PageUp); // the first stays the first
        QCOMPARE(view.options().choice, 0);
        const auto buttons = chooser->findChildren<QToolButton*>();
        QTest::mouseClick(buttons.back(), Qt::LeftButton);
        QCOMPARE(view.options().choice, 1);
        QVERIFY(chosen.count() >= 3);
        bench.look.set(Bench::mode(Difference));
        QVERIFY(combos.back()->isVisible());
        bench.look.set(Bench::mode(Topics));
        QVERIFY(!chooser->isVisible());
    }

    void theRealTextIsReadBesideTheGenerations()
    {
        Bench bench;
        const QRectF area(QPointF(), kCanvas);
        const QRectF plot = bench.scene.plot(area, 4, Bench::mode(Topics)).area;
        const QPointF foot(plot.left() + 4, plot.bottom() - 4);
        const auto read = bench.scene.read(foot, area, 4, Bench::mode(Topics));
        QVERIFY(read);
        QCOMPARE(read->heading, QStringLiteral("hare"));
        QCOMPARE(read->values.back().value, QStringLiteral("10.0%"));
        QCOMPARE(read->values.size(), std::size_t(2)); // generation 0, and the real text
        VitalSeries series("distinct2", bench.session.variants());
        series.update(bench.session.history());
        VitalChart chart;
        chart.series = &series;
        QVERIFY(chart.verticalRange().high >= 0.5);
        QVERIFY(chart.readout(3).join(QLatin1Char(' ')).endsWith(QStringLiteral(", real data 0.5")));
        QCOMPARE(chart.table().headers.last(), QStringLiteral("real data"));
        QCOMPARE(chart.table().rows[3].back(), 0.5);
        QCOMPARE(vitalLegend({&series}, lightTheme(), true).back().kind, LegendMark::Kind::Real);
        VitalSeries perplexity("testPerplexity", bench.session.variants()); // a text by itself has none
        perplexity.update(bench.session.history());
        QCOMPARE(vitalLegend({&perplexity}, lightTheme(), true).back().kind, LegendMark::Kind::Origin);
    }

    void longTextsScrollByKeyAndWheel()
    {
        Bench bench;
        StageView view(bench.scene, bench.look);
        view.resize(500, 280);
        view.setPosition(kLastText);
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.setFocus();
        QVERIFY(bench.scene.mostScroll(view.rect(), kLastText, view.options()) > 1);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.options().scroll, 1);
        QWheelEvent down(QPointF(200, 200), view.mapToGlobal(QPointF(200, 200)), {}, {0, -120}, Qt::NoButton,
                         Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &down);
        QVERIFY(view.options().scroll > 1);
        for (int i = 0; i < 100; ++i)
            QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.options().scroll, bench.scene.mostScroll(view.rect(), kLastText, view.options()));
        for (int i = 0; i < 100; ++i)
            QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(view.options().scroll, 0);
    }

    void whatIsShownIsCopied()
    {
        Bench bench;
        StageView view(bench.scene, bench.look);
        view.resize(kCanvas);
        view.setPosition(4);
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        const QString text = QGuiApplication::clipboard()->text();
        QVERIFY(text.contains(QString::fromStdString(towerAnswers()[4])));
        QVERIFY(!text.contains(QString::fromStdString(towerAnswers()[5])));
        bench.look.set(Bench::mode(Topics));
        QVERIFY(!actionCalled(view, QStringLiteral("Copy text"))->isEnabled());
    }

    void everyFormatIsWritten()
    {
        Bench bench;
        ExportMaterial material;
        material.values.title = QStringLiteral("t");
        material.charts = {{QStringLiteral("stage"), {}}};
        material.texts = [&](TextFormat format) { return textsOf(bench.session, 0, format); };
        QTemporaryDir folder;
        ExportChoice choice;
        choice.what = ExportWhat::Texts;
        choice.folder = folder.path();
        QStringList endings;
        for (const ExportFormat format : formatsOf(ExportWhat::Texts)) {
            choice.format = format;
            const ExportOutcome outcome = writeExport(material, choice);
            QVERIFY2(outcome.error.isEmpty(), qPrintable(outcome.error));
            endings << QFileInfo(outcome.written.front()).suffix();
            QFile file(outcome.written.front());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(file.readAll().contains("jackrabbits"));
        }
        QCOMPARE(endings, (QStringList{QStringLiteral("md"), QStringLiteral("html"), QStringLiteral("txt"),
                                       QStringLiteral("csv")}));
    }

    void aReportQuotesTheAnswers()
    {
        Bench bench;
        const Report report = makeReport({bench.session, 0, {0, 4, 9}, Bench::mode(Pages), {}, {}, {}});
        QCOMPARE(report.writings.prompts.size(), std::size_t(2));
        QCOMPARE(report.writings.prompts[0].answers.size(), 3);
        const QString html = QString::fromUtf8(reportHtml(report));
        QVERIFY(html.contains(QStringLiteral("What it writes")));
        QVERIFY(html.contains(QString::fromStdString(towerAnswers()[9]).left(60)));
        QVERIFY(reportPdf(report).startsWith("%PDF"));
    }

    void theStripSaysWhatAModelDoes()
    {
        Progress progress;
        progress.generation = 4;
        progress.training.phase = TrainingPhase::Training;
        progress.training.epoch = 2;
        progress.training.epochs = 5;
        progress.training.lossNats = 3.206;
        QCOMPARE(phaseWords(progress, true),
                 QStringLiteral("generation 4: training, epoch 2 of 5, loss 3.21 nats a token"));
        progress.training = {};
        progress.training.phase = TrainingPhase::Writing;
        progress.training.tokensPerSecond = 940.4;
        progress.training.secondsLeft = 40;
        QCOMPARE(phaseWords(progress, true),
                 QStringLiteral("generation 4: writing, 40 s left of it, 940 tokens/s"));
        QCOMPARE(phaseWords(progress, false), QStringLiteral("generation 4: writing"));
        progress.training.remark = "memory ran out: 4 of 16 blocks at once";
        QVERIFY(phaseWords(progress, true)
                    .endsWith(QStringLiteral("/s, memory ran out: 4 of 16 blocks at once")));
        QCOMPARE(phaseWords({}, true), QString());
    }

    void pictures_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<double>("position");
        QTest::addColumn<int>("choice");
        QTest::addColumn<bool>("dark");
        for (const bool dark : {false, true}) {
            const char* theme = dark ? "dark" : "light";
            QTest::addRow("text-pages-%s", theme) << int(Pages) << 9.0 << 0 << dark;
            QTest::addRow("text-typing-%s", theme) << int(Pages) << 5.6 << 0 << dark;
            QTest::addRow("text-passages-%s", theme) << int(Pages) << 3.0 << 2 << dark;
            QTest::addRow("text-difference-%s", theme) << int(Difference) << 2.0 << 0 << dark;
            QTest::addRow("text-perplexity-%s", theme) << int(Perplexity) << 7.0 << 0 << dark;
            QTest::addRow("text-topics-%s", theme) << int(Topics) << 6.0 << 0 << dark;
        }
    }
    void pictures()
    {
        QFETCH(int, mode);
        QFETCH(double, position);
        QFETCH(int, choice);
        QFETCH(bool, dark);
        Bench bench;
        const Theme& theme = dark ? darkTheme() : lightTheme();
        QImage image(kCanvas, QImage::Format_RGB32);
        image.fill(theme.surface);
        QPainter painter(&image);
        bench.scene.paint(painter, QRectF(image.rect()), position, Bench::mode(mode, choice), theme);
        painter.end();
        golden::judge(image);
    }

    void thumbnails_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("text-thumbnails-light") << false;
        QTest::newRow("text-thumbnails-dark") << true;
    }
    void thumbnails()
    {
        QFETCH(bool, dark);
        Bench bench;
        const Theme& theme = dark ? darkTheme() : lightTheme();
        QImage image(640, 210, QImage::Format_RGB32);
        image.fill(theme.surface);
        QPainter painter(&image);
        int row = 0;
        for (const int mode : {Pages, Perplexity, Topics}) {
            for (int column = 0; column < 6; ++column)
                bench.scene.paintThumbnail(painter, QRectF(8 + 105 * column, 8 + 66 * row, 97, 57),
                                           column * kLastText / 5, Bench::mode(mode), theme);
            ++row;
        }
        painter.end();
        golden::judge(image);
    }
};

HARELOOM_PICTURE_TEST(TextStageTest)
#include "TextStageTest.moc"
