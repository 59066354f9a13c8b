// SPDX-License-Identifier: GPL-3.0-or-later
// The literature in the window: its cards in the gallery, its dialog, and the facts of a work's experiment.
#include "core/recipe/Presets.h"
#include "tests/TestProgram.h"
#include "tests/ui/Fixtures.h"
#include "ui/gallery/Gallery.h"
#include "ui/gallery/LiteratureDialog.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;

namespace {

const LiteratureRow& rowOf(const char* preset)
{
    const auto rows = literatureOf(preset);
    if (rows.empty())
        qFatal("%s is in no row", preset);
    return *rows.front();
}

} // namespace

class LiteratureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { fixtures::isolate(); }

    void factsSayLoopKnobAndEquation()
    {
        const auto preset = loadPreset("discrete-chain");
        QVERIFY(preset);
        const WorkFacts facts = workFactsWithEquations(*preset, 4);
        QCOMPARE(facts.loop, QString("Replace"));
        QVERIFY(facts.equations.size() > 1);
        QCOMPARE(facts.equations[0].text, QStringLiteral("E K(g) = K − L(g)"));
        const auto isHeterozygosity = [](const WorkFacts::Equation& e) {
            return e.metric == "heterozygosity";
        };
        QVERIFY(std::any_of(facts.equations.begin(), facts.equations.end(), isHeterozygosity));
        QCOMPARE(workFactsWithEquations(*preset, 1).equations.size(), std::size_t(1));
        const auto growing = loadPreset("ever-more-data");
        QVERIFY(growing);
        QVERIFY2(workFacts(*growing).words().contains("Varied: "), qPrintable(workFacts(*growing).words()));
        QCOMPARE(workName(rowOf("ever-more-data")), QString("Xu, He and Cheng"));
    }

    void everyWorkHasACardThatOpensItsExperiment()
    {
        RecentSessions recents;
        Gallery gallery(recents);
        QSignalSpy chosen(&gallery, &Gallery::presetChosen);
        for (const LiteratureRow& row : literatureRows()) {
            GalleryCard* card = gallery.work(row.number);
            QVERIFY2(card, row.work.c_str());
            QVERIFY(card->accessibleDescription().contains(QString::fromStdString(row.published)));
            QVERIFY(card->accessibleDescription().contains(QString::fromStdString(row.ours)));
            QVERIFY(card->toolTip().contains(QString::fromStdString(row.difference)));
            chosen.clear();
            card->click();
            QCOMPARE(chosen.size(), 1);
            QCOMPARE(chosen[0][0].toString(), QString::fromStdString(row.experiments.front()));
        }
    }

    void theFilterFindsAnAuthor()
    {
        RecentSessions recents;
        Gallery gallery(recents);
        gallery.resize(1200, 700);
        gallery.show();
        gallery.findChild<QLineEdit*>()->setText("2505.13947");
        QVERIFY(!gallery.work(rowOf("ever-more-data").number)->isHidden());
        QVERIFY(gallery.work(rowOf("mad-bias").number)->isHidden());
    }

    void theDialogShowsTheWorkOfTheBench()
    {
        LiteratureDialog dialog;
        dialog.showWorkOf("accumulate-ceiling");
        dialog.wait();
        QCOMPARE(dialog.work(), &rowOf("accumulate-ceiling"));
        const QString said = dialog.lines().join('\n');
        for (const std::string* part :
             {&dialog.work()->published, &dialog.work()->ours, &dialog.work()->difference})
            QVERIFY2(said.contains(QString::fromStdString(*part)), qPrintable(said));
        QVERIFY2(said.contains("https://arxiv.org/abs/"), qPrintable(said));
        dialog.showWorkOf("no-such-preset");
        QCOMPARE(dialog.work(), &literatureRows().front());
    }

    void wordsNarrowItsList()
    {
        LiteratureDialog dialog;
        dialog.showWorkOf({});
        auto* wanted = dialog.findChild<QLineEdit*>();
        wanted->setText("Drayson");
        QCOMPARE(dialog.work(), &rowOf("decoding"));
        QSignalSpy chosen(&dialog, &LiteratureDialog::presetChosen);
        for (QPushButton* button : dialog.findChildren<QPushButton*>())
            if (button->isDefault())
                button->click();
        QCOMPARE(chosen.value(0).value(0).toString(), QString("decoding"));
        wanted->setText("nobody wrote this");
        QVERIFY(!dialog.work());
        QVERIFY(dialog.lines().join('\n').contains("No work has these words."));
        wanted->clear();
        QVERIFY(dialog.work());
    }
};

HARELOOM_UI_TEST(LiteratureTest)
#include "LiteratureTest.moc"
