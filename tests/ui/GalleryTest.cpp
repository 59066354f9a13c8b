// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "ui/gallery/Gallery.h"
#include "core/chain/Run.h"
#include "core/families/image/VaeSnapshot.h"
#include "core/recipe/DeviceChoice.h"
#include "core/recipe/Presets.h"
#include "tests/ui/Fixtures.h"
#include "ui/presets/PresetList.h"
#include "ui/session/SessionFile.h"
#include "ui/window/MainWindow.h"

#include <QAction>
#include <QElapsedTimer>
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
            if (trainsNetworks(experiment->family))
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
        QTRY_VERIFY_WITH_TIMEOUT(card->face().foot.contains(QStringLiteral("36 s")), kPatienceMs);
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
            if (button->objectName() == QLatin1String("primary"))
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
        auto* grid = m_gallery->findChild<CardGrid*>();
        GalleryCard* card = grid->shownCards().back();
        QCOMPARE(card->face().title, QStringLiteral("Lost"));
        QVERIFY(card->face().isMissing);
        card->setFocus();
        QTest::keyClick(card, Qt::Key_Delete);
        QCOMPARE(m_recents->list().size(), std::size_t(1));
        QVERIFY(m_gallery->isAncestorOf(m_gallery->focusWidget()));
        for (QPushButton* button : m_gallery->findChildren<QPushButton*>())
            if (button->text().startsWith(QStringLiteral("Clear")))
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
        auto* grid = m_gallery->findChild<CardGrid*>();
        QTRY_VERIFY_WITH_TIMEOUT(grid->shownCards().back()->preview(), kPatienceMs);
        QVERIFY(
            grid->shownCards().back()->face().body.contains(QStringLiteral("31 of 101 generations, seed ")));
    }

private:
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
