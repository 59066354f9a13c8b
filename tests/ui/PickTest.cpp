// SPDX-License-Identifier: GPL-3.0-or-later
// A person who clicks what survives: the candidates are the engine's, and a session keeps the clicks.
#include "core/experiment/Curation.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"
#include "tests/ui/Fixtures.h"
#include "ui/mechanism/PickDialog.h"
#include "ui/window/MainWindow.h"
#include "ui/window/PickController.h"

#include <QAction>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

constexpr const char* kBell = R"({"family": "gaussian", "generations": 3, "samples": {"size": 50}})";
constexpr int kPatienceMs = 20000;

std::vector<GenerationPtr> upTo(const std::vector<GenerationPtr>& all, int last)
{
    return {all.begin(), all.begin() + last + 1};
}

} // namespace

class PickTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { fixtures::isolate(); }

    // What is shown is what will be learned from: the mean of the picked rows is the next model's.
    void theNextGenerationLearnsFromThePicked()
    {
        Experiment e = experimentOf(kBell);
        const auto made = collected(e).generations;
        const auto found = candidatesOf(e, 0, upTo(made, 1), {});
        QVERIFY2(found, found ? "" : found.error().message.c_str());
        QCOMPARE(found->at, std::int64_t(2));
        QCOMPARE(found->rows.rows(), Eigen::Index(64));
        std::vector<int> picks;
        double sum = 0;
        for (int r = 0; r < found->groups; ++r) {
            picks.push_back((r * 7) % found->each);
            sum += found->rows(Eigen::Index(r) * found->each + picks.back(), 0);
        }
        e.events.push_back(changeOf(*found, picks));
        const auto after = collected(e, 1, upTo(made, 1)).generations;
        QCOMPARE(after.front()->index, 2);
        QCOMPARE(after.front()->syntheticRows, std::int64_t(found->groups));
        QVERIFY(std::abs(after.front()->metric("mean[0]") - sum / found->groups) < 1e-12);
    }

    void whereItCannotBeDoneItSaysSo()
    {
        const auto refusal = [](const char* json) {
            const Experiment e = experimentOf(json);
            const auto found = candidatesOf(e, 0, upTo(collected(e).generations, 0), {});
            return found ? QString() : QString::fromStdString(found.error().message);
        };
        QVERIFY(refusal(R"({"family": "gaussian", "generations": 1, "policy": {"pool": "all"}})")
                    .contains("Set the loop"));
        QVERIFY(
            refusal(
                R"({"family": "ngram", "generations": 1, "source": {"kind": "fieldGuide"}, "samples": {"size": 20}, "evaluation": {"metrics": []}})")
                .contains("cannot be chosen by hand"));
        const Experiment e = experimentOf(kBell);
        const auto all = collected(e).generations;
        const auto last = candidatesOf(e, 0, all, {});
        QVERIFY(!last && QString::fromStdString(last.error().message).contains("last generation"));
    }

    void clicksAndKeysPick()
    {
        Candidates candidates;
        candidates.at = 5;
        candidates.groups = 3;
        candidates.each = 2;
        candidates.rows = Vector::LinSpaced(6, 0, 1);
        PickDialog dialog(candidates, {}, lightTheme());
        dialog.show();
        PickBoard& board = dialog.board();
        QVERIFY(!dialog.learnButton()->isEnabled());
        QTest::keyClick(&board, Qt::Key_2);
        QTest::keyClick(&board, Qt::Key_1);
        QCOMPARE(board.picks(), (std::vector<int>{1, 0, -1}));
        QVERIFY(board.accessibleDescription().contains("Row 3 of 3, candidate 1 of 2"));
        QTest::keyClick(&board, Qt::Key_Right);
        QTest::keyClick(&board, Qt::Key_Space);
        QCOMPARE(board.picks(), (std::vector<int>{1, 0, 1}));
        QVERIFY(dialog.learnButton()->isEnabled());
        QTest::mouseClick(&board, Qt::LeftButton, {}, QPoint(12, 12));
        QCOMPARE(board.picks().front(), 0);
    }

    void theWindowGoesOnWithWhatWasPicked()
    {
        ThemeControl themes;
        MainWindow window(themes);
        window.session().setExperiment(experimentOf(kBell));
        window.session().step();
        QTRY_COMPARE_WITH_TIMEOUT(window.session().history().count(0), 1, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(!window.session().isRunning(), kPatienceMs);
        auto* picking = window.findChild<PickController*>();
        QVERIFY(picking && window.actions().pick->isEnabled());
        Candidates candidates;
        candidates.at = 1;
        const std::vector<int> picks(16, 2);
        QVERIFY(picking->learnFrom(candidates, picks));
        QTRY_COMPARE_WITH_TIMEOUT(window.session().history().count(0), 2, kPatienceMs);
        QCOMPARE(window.session().history().at(0, 1)->syntheticRows, std::int64_t(16));
        const auto& kept = window.session().experiment().events;
        QCOMPARE(kept.size(), std::size_t(1));
        QVERIFY(kept[0].set.back().second.find("\"picks\"") != std::string::npos);
    }
};

HARELOOM_UI_TEST(PickTest)
#include "PickTest.moc"
