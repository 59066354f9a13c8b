// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/Gallery.h"
#include "core/chain/Run.h"
#include "core/families/image/VaeSnapshot.h"
#include "core/lesson/LessonReader.h"
#include "core/literature/LiteratureTable.h"
#include "core/recipe/Presets.h"
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "ui/presets/PresetList.h"
#include "ui/session/SessionFile.h"
#include "ui/window/MainWindow.h"

#include <QAction>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

constexpr int kPatienceMs = 20000;

class Collector final : public ChainObserver
{
public:
    void onGeneration(const GenerationPtr& generation) override { links.push_back(generation); }
    std::vector<GenerationPtr> links;
};

} // namespace

class GalleryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        fixtures::isolate();
        QDir(QStandardPaths::writableLocation(QStandardPaths::CacheLocation)).removeRecursively();
        m_recents = std::make_unique<RecentSessions>();
        m_gallery = std::make_unique<Gallery>(*m_recents);
        m_gallery->resize(1200, 700);
    }
    void cleanup() { m_gallery.reset(); }

    void everyPresetHasACard()
    {
        for (const PresetEntry& preset : presetList()) {
            const GalleryCard* card = m_gallery->card(preset.id);
            QVERIFY2(card, qPrintable(preset.id));
            QCOMPARE(card->accessibleName(), preset.title);
            QVERIFY(card->accessibleDescription().contains(preset.question));
        }
    }

    void aPictureIsTheRunItself()
    {
        const auto experiment = loadPreset("old-faithful");
        QVERIFY(experiment.ok());
        const Experiment small = previewExperiment(*experiment);
        const auto preview = computePreview(small, StopToken());
        QVERIFY2(preview.ok(), preview.ok() ? "" : preview.error().message.c_str());
        QVERIFY((*preview)->links.size() > 10);
        Collector real;
        QVERIFY(run(small, real, StopToken(), {1, {}}).ok());
        for (const GenerationPtr& link : (*preview)->links) {
            const GenerationPtr& same = real.links[static_cast<std::size_t>(link->index)];
            QCOMPARE(link->seed, same->seed);
            const auto *a = link->snapshot->normalMixture(), *b = same->snapshot->normalMixture();
            QVERIFY(a && b);
            QVERIFY(a->means == b->means);
        }
    }

    void everyPresetCanBePreviewed()
    {
        for (const Preset& preset : presets()) {
            const auto experiment = loadPreset(preset.id);
            QVERIFY(experiment.ok());
            if (learnsSlowly(experiment->family))
                continue;
            StopSource stop;
            Experiment small = previewExperiment(*experiment);
            small.generations = 2;
            const auto preview = computePreview(small, stop.token());
            QVERIFY2(preview.ok(), preset.id.data());
            QCOMPARE((*preview)->links.front()->index, 0);
        }
    }

    void whatWasComputedIsCached()
    {
        const auto experiment = loadPreset("old-faithful");
        const Experiment small = previewExperiment(*experiment);
        QVERIFY(cachedPreview(small, StopToken()).ok());
        StopSource stop;
        stop.requestStop();
        QVERIFY(!computePreview(small, stop.token()).ok());
        QVERIFY2(cachedPreview(small, stop.token()).ok(), "it was computed again");
    }

    void cardsGetTheirPicturesWhileShown()
    {
        m_gallery->show();
        QTRY_VERIFY_WITH_TIMEOUT(m_gallery->card(QStringLiteral("old-faithful"))->preview(), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_gallery->card(QStringLiteral("old-faithful"))->face().foot.contains(QStringLiteral("200")),
            3 * kPatienceMs);
    }

    void aSweepIsCalledByItsChains()
    {
        rememberSeconds(*loadPreset("real-share-grid"), 12);
        m_gallery->show();
        QTRY_COMPARE_WITH_TIMEOUT(
            m_gallery->card(QStringLiteral("real-share-grid"))->face().foot,
            QStringLiteral("about 12 s for a sweep of %1 chains").arg(QLocale().toString(1440)),
            3 * kPatienceMs);
    }

    void slowPresetsShowTheirLatestRun()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("s.hareloom"));
        Experiment experiment = *loadPreset("images-quick");
        rememberSeconds(experiment, 36);
        experiment.seed = 9; // another try of the same
        std::vector<GenerationPtr> links;
        for (int g = 0; g < 3; ++g) {
            auto link = std::make_shared<Generation>();
            link->index = g;
            VaeView view;
            view.wall.assign(4 * 8 * 8, 128);
            link->snapshot = std::make_shared<VaeSnapshot>(VaeArchitecture{ImageNetwork::Dense, 8, 8, 4, 16},
                                                           nullptr, std::move(view));
            links.push_back(std::move(link));
        }
        QVERIFY((*SessionFile::create(path, experiment, 1))->add(links).ok());
        m_recents->add(path, QStringLiteral("s"));
        m_gallery->show();
        const GalleryCard* card = m_gallery->card(QStringLiteral("images-quick"));
        QTRY_VERIFY_WITH_TIMEOUT(card->preview(), 3 * kPatienceMs);
        QCOMPARE(card->preview()->experiment.seed, Seed{9});
        QTRY_VERIFY_WITH_TIMEOUT(card->face().foot.contains(QStringLiteral("36 s")), 3 * kPatienceMs);
        QVERIFY(!m_gallery->card(QStringLiteral("images-paper"))->preview());
    }

    void jobsEndAtOnce()
    {
        std::atomic<bool> runs{false}, after{false};
        BackgroundJobs jobs;
        jobs.add([&runs](const StopToken& stop) {
            runs = true;
            while (!stop.stopRequested())
                std::this_thread::yield();
            runs = false;
        });
        QTRY_VERIFY(runs);
        bool forgotten = true;
        jobs.add([&forgotten](const StopToken&) { forgotten = false; });
        jobs.cancel();
        QTRY_VERIFY(!runs);
        jobs.add([&after](const StopToken& stop) { after = !stop.stopRequested(); });
        QTRY_VERIFY(after);
        QVERIFY2(forgotten, "a cancelled job was done all the same");
    }

    void typingFilters()
    {
        show();
        auto* field = m_gallery->findChild<QLineEdit*>();
        QTest::keyClicks(field, QStringLiteral("zipf"));
        QVERIFY(m_gallery->card(QStringLiteral("discrete-zipf"))->isVisible());
        QVERIFY(!m_gallery->card(QStringLiteral("old-faithful"))->isVisible());
        QSignalSpy chosen(m_gallery.get(), &Gallery::presetChosen);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(chosen.count(), 1);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(m_gallery->card(QStringLiteral("old-faithful"))->isVisible());
    }

    void lettersOnACardGoToTheFilter()
    {
        show();
        QTest::keyClick(m_gallery->focusWidget(), Qt::Key_K);
        auto* field = m_gallery->findChild<QLineEdit*>();
        QCOMPARE(field->text(), QStringLiteral("k"));
        QTest::keyClicks(field, QStringLiteral("de"));
        QCOMPARE(field->text(), QStringLiteral("kde"));
    }

    void lettersOnAButtonGoToTheFilterToo()
    {
        m_gallery->setOngoing("a run");
        show();
        QPushButton* back = nullptr;
        for (auto* button : m_gallery->findChildren<QPushButton*>())
            if (button->objectName() == QLatin1String("primary") && button->isVisible())
                back = button;
        QVERIFY(back && back->isVisible());
        back->setFocus();
        QTest::keyClick(back, Qt::Key_Z);
        auto* field = m_gallery->findChild<QLineEdit*>();
        QCOMPARE(field->text(), QStringLiteral("z"));
        QVERIFY(field->hasFocus());
        m_gallery->clearFilter();
        QVERIFY(m_gallery->card(QStringLiteral("old-faithful"))->isVisible());
    }

    void arrowsVisitEveryCardAndReturnOpens()
    {
        show();
        auto* grid = m_gallery->findChild<CardGrid*>();
        const QList<GalleryCard*> cards = grid->shownCards();
        QTest::keyClick(cards.front(), Qt::Key_Home);
        for (GalleryCard* card : cards) {
            QCOMPARE(m_gallery->focusWidget(), card);
            QTest::keyClick(card, Qt::Key_Right);
        }
        QTest::keyClick(cards.back(), Qt::Key_Home);
        QTest::keyClick(cards.front(), Qt::Key_Down);
        auto* below = static_cast<GalleryCard*>(m_gallery->focusWidget());
        QVERIFY(below->y() > cards.front()->y());
        QSignalSpy chosen(m_gallery.get(), &Gallery::presetChosen);
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Space})
            QTest::keyClick(below, key);
        QTest::mouseClick(below, Qt::LeftButton);
        QCOMPARE(chosen.count(), 3);
        QCOMPARE(chosen[0][0].toString(), below->objectName());
    }

    void recentsAreTheLatestFirstAndOnce()
    {
        for (int i = 0; i < 30; ++i)
            m_recents->add(QStringLiteral("/nowhere/%1.hareloom").arg(i), QStringLiteral("run %1").arg(i));
        m_recents->add(QStringLiteral("/nowhere/20.hareloom"), QStringLiteral("again"));
        QCOMPARE(m_recents->list().size(), RecentSessions::kMost);
        QCOMPARE(m_recents->list().front().title, QStringLiteral("again"));
        const RecentSessions kept;
        QCOMPARE(kept.list().size(), RecentSessions::kMost);
        QCOMPARE(kept.list().front().path, QStringLiteral("/nowhere/20.hareloom"));
        QCOMPARE(std::count_if(kept.list().begin(), kept.list().end(),
                               [](const auto& e) { return e.path.endsWith(QStringLiteral("/20.hareloom")); }),
                 1);
    }

    void missingFilesAreGreyAndCanBeRemoved()
    {
        show();
        m_recents->add(QStringLiteral("/nowhere/a.hareloom"), QStringLiteral("Lost"));
        m_recents->add(QStringLiteral("/nowhere/b.hareloom"), QStringLiteral("Lost too"));
        GalleryCard* card = recent(QStringLiteral("Lost"));
        QVERIFY(card && card->isVisible());
        QVERIFY(card->face().isMissing);
        card->setFocus();
        QTest::keyClick(card, Qt::Key_Delete);
        QCOMPARE(m_recents->list().size(), std::size_t(1));
        QVERIFY(m_gallery->isAncestorOf(m_gallery->focusWidget()));
        for (QPushButton* button : m_gallery->findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("Clear"))
                QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(m_recents->list().empty());
    }

    void aLineOfACardEndsWhereItSays()
    {
        const auto picture = [](const QString& body) {
            GalleryCard card(
                {QStringLiteral("Trees"), body, QStringLiteral("today"), QStringLiteral("gaussian")});
            card.resize(card.sizeHint());
            return card.grab().toImage();
        };
        QVERIFY(picture(QStringLiteral("seed 1\ntrees.hareloom")) !=
                picture(QStringLiteral("seed 1trees.hareloom")));
    }

    void aSessionSaysHowFarItCame()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine.hareloom"));
        {
            auto file = SessionFile::create(path, fixtures::normalExperiment(100), 1);
            QVERIFY(file.ok());
            QVERIFY((*file)->add(fixtures::normalChain(31)).ok());
        }
        show();
        m_recents->add(path, QStringLiteral("Mine"));
        QTRY_VERIFY_WITH_TIMEOUT(recent(QStringLiteral("Mine"))->preview(), kPatienceMs);
        QVERIFY(recent(QStringLiteral("Mine"))
                    ->face()
                    .body.contains(QStringLiteral("31 of 101 generations, seed ")));
    }

    void lessonsComeFirstThenThePathThenRecentRunsThenQuestions()
    {
        show();
        m_recents->add(QStringLiteral("/nowhere/a.hareloom"), QStringLiteral("Lost"),
                       QStringLiteral("Real share 0.1"));
        QList<GalleryCard*> cards = m_gallery->findChild<CardGrid*>()->shownCards();
        for (std::size_t i = 0; i < 4; ++i) // of eight; the others are asked for
            QCOMPARE(cards.takeFirst(), m_gallery->lesson(QString::fromStdString(shippedLessons()[i])));
        const auto& path = presetOrder().path;
        for (std::size_t i = 0; i < path.size(); ++i) {
            const GalleryCard* card = cards[static_cast<qsizetype>(i)];
            QCOMPARE(card->objectName().toStdString(), path[i]);
            QCOMPARE(card->face().step, static_cast<int>(i) + 1);
        }
        QCOMPARE(cards[static_cast<qsizetype>(path.size())], recent(QStringLiteral("Lost")));
        const auto works = static_cast<qsizetype>(literatureRows().size());
        QCOMPARE(cards.size(), qsizetype(presetList().size()) + 1 + works);
        QVERIFY(cards.last()->face().step == 0);
    }

    // The few in front are whole rows: no card stands alone below the others.
    void theLessonsInFrontFillTheirRows_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("shown");
        QTest::newRow("two columns") << 700 << 4;
        QTest::newRow("three columns") << 1024 << 3;
        QTest::newRow("four columns") << 1280 << 4;
        QTest::newRow("more columns") << 1920 << 4;
    }
    void theLessonsInFrontFillTheirRows()
    {
        QFETCH(int, width);
        QFETCH(int, shown);
        m_gallery->resize(width, 600);
        show();
        QTRY_COMPARE(int(std::count_if(
                         shippedLessons().begin(), shippedLessons().end(),
                         [&](const auto& id) {
                             return m_gallery->lesson(QString::fromStdString(std::string(id)))->isVisible();
                         })),
                     shown);
    }

    void ofManyRecentRunsTheLatestAreShown()
    {
        show();
        for (int i = 0; i < 9; ++i)
            m_recents->add(QStringLiteral("/nowhere/%1.hareloom").arg(i), QStringLiteral("run %1").arg(i));
        QVERIFY(recent(QStringLiteral("run 8"))->isVisible());
        QVERIFY(!recent(QStringLiteral("run 0"))->isVisible());
        QPushButton* all = nullptr;
        for (QPushButton* button : m_gallery->findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("All 9"))
                all = button;
        QVERIFY(all && all->isVisible());
        QTest::mouseClick(all, Qt::LeftButton);
        QVERIFY(recent(QStringLiteral("run 0"))->isVisible());
        QTest::mouseClick(all, Qt::LeftButton);
        QVERIFY(!recent(QStringLiteral("run 0"))->isVisible());
        QTest::keyClicks(m_gallery->findChild<QLineEdit*>(),
                         QStringLiteral("run 0")); // who looks for it finds it
        QVERIFY(recent(QStringLiteral("run 0"))->isVisible());
    }

    void aFilterWithoutAHitSaysSo()
    {
        show();
        m_recents->add(QStringLiteral("/nowhere/a.hareloom"), QStringLiteral("Lost"));
        m_gallery->findChild<QLineEdit*>()->setFocus();
        QTest::keyClicks(m_gallery->findChild<QLineEdit*>(), QStringLiteral("giraffe"));
        QVERIFY(m_gallery->findChild<CardGrid*>()->shownCards().isEmpty());
        QStringList said;
        for (const QLabel* label : m_gallery->findChildren<QLabel*>())
            if (label->isVisible())
                said << label->text();
        QVERIFY2(said.join(QLatin1Char(' ')).contains(QStringLiteral("giraffe")),
                 qPrintable(said.join(QLatin1Char('|'))));
        for (const QPushButton* button : m_gallery->findChildren<QPushButton*>())
            QVERIFY2(!button->isVisible() || !button->text().startsWith(QStringLiteral("Clear")),
                     "alone on the page");
        QTest::keyClick(m_gallery->findChild<QLineEdit*>(), Qt::Key_Escape);
        QVERIFY(!m_gallery->findChild<CardGrid*>()->shownCards().isEmpty());
    }

    /// Of the glossary, a story, a question over the cards, a work's author.
    void theFilterFindsWhatIsNotOnTheCards()
    {
        show();
        auto* filter = m_gallery->findChild<QLineEdit*>();
        auto* terms = m_gallery->findChild<QLabel*>(QStringLiteral("terms"));
        const auto ids = [&](const QString& sought) {
            filter->setText(sought);
            QStringList found;
            for (const GalleryCard* card : m_gallery->findChild<CardGrid*>()->shownCards())
                found << card->objectName();
            return found;
        };
        QVERIFY(ids(QStringLiteral("setting B")).contains(QStringLiteral("keep-real"))); // its story
        QVERIFY(ids(QStringLiteral("Does more data help"))
                    .contains(QStringLiteral("ngram-orders"))); // over the cards
        QVERIFY(ids(QStringLiteral("Kazdan")).size() > 0);      // a work
        QVERIFY(!terms->isVisible());
        ids(QStringLiteral("perplexity"));
        QVERIFY(terms->isVisible() && terms->text().startsWith(QStringLiteral("Perplexity: ")));
        QVERIFY(ids(QStringLiteral("Why does the mean not change?")).isEmpty());
        QVERIFY(terms->isVisible() && terms->text().startsWith(QStringLiteral("Mean: ")));
        m_gallery->clearFilter();
        QVERIFY(!terms->isVisible());
    }

    void cardsSayWhatMustBeFetchedFirst()
    {
        const QTemporaryDir none;
        qputenv("XDG_DATA_HOME", none.path().toLocal8Bit());
        qputenv("HF_HUB_CACHE", none.path().toLocal8Bit());
        const Gallery gallery(*m_recents);
        qunsetenv("XDG_DATA_HOME");
        qunsetenv("HF_HUB_CACHE");
        QVERIFY2(gallery.card(QStringLiteral("images-paper"))
                     ->face()
                     .foot.contains(QStringLiteral("MNIST (11.6 MB)")),
                 qPrintable(gallery.card(QStringLiteral("images-paper"))->face().foot));
        const QString opt = gallery.card(QStringLiteral("church-paper"))->face().foot;
        QVERIFY2(opt.contains(QStringLiteral("OPT-125m")) && opt.contains(QStringLiteral("WikiText-2")),
                 qPrintable(opt));
        QVERIFY(!gallery.card(QStringLiteral("images-quick"))->face().foot.contains(QStringLiteral("fetch")));
    }

    /// What becomes of it is for the run to show.
    void aCardDoesNotGiveTheAnswerAway()
    {
        const auto preview = computePreview(previewExperiment(*loadPreset("discrete-chain")), StopToken());
        QVERIFY(preview.ok());
        const auto picture = [&](bool isOwn, const GenerationPtr& only) {
            GalleryCard card({QStringLiteral("Ten"), {}, {}, QStringLiteral("discrete"), false, 0});
            auto shown = std::make_shared<Preview>(**preview);
            if (only) // and what it began with, which has the axes
                shown->links = {shown->links.front(), only};
            card.setPreview(shown, isOwn);
            card.resize(card.sizeHint());
            return card.grab().toImage();
        };
        const auto& links = (*preview)->links;
        QVERIFY(picture(false, links.front()) != picture(true, links.back()));
        QCOMPARE(picture(false, nullptr), picture(false, links.front()));
        QCOMPARE(picture(true, nullptr), picture(true, links.back()));
    }

    void networksShowTheirRealDataFromTheStart()
    {
        m_gallery->show();
        QTRY_VERIFY_WITH_TIMEOUT(m_gallery->card(QStringLiteral("images-quick"))->hasRealData(),
                                 3 * kPatienceMs);
        QVERIFY(!m_gallery->card(QStringLiteral("images-quick"))->preview());
    }

private:
    GalleryCard* recent(const QString& title) const
    {
        for (GalleryCard* card : m_gallery->findChild<CardGrid*>()->cards())
            if (card->face().title == title)
                return card;
        return nullptr;
    }

    void show()
    {
        m_gallery->show();
        m_gallery->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_gallery.get()));
        m_gallery->takeFocus();
    }

    std::unique_ptr<RecentSessions> m_recents;
    std::unique_ptr<Gallery> m_gallery;
};

HARELOOM_UI_TEST(GalleryTest)
#include "GalleryTest.moc"
