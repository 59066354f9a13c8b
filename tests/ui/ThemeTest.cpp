// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "ui/theme/Theme.h"
#include "ui/theme/OkLab.h"

#include <QtTest>

#include <cmath>

using namespace hareloom::ui;

class ThemeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contrastIsThatOfWcag()
    {
        QVERIFY(std::abs(contrastRatio(Qt::white, Qt::black) - 21) < 1e-6);
        QVERIFY(std::abs(contrastRatio(QColor("#777777"), Qt::white) - 4.48) < 0.01);
    }

    void wordsReachAa_data() { themes(); }
    void wordsReachAa()
    {
        QFETCH(bool, dark);
        const Theme& t = dark ? darkTheme() : lightTheme();
        for (const QColor& behind : {t.window, t.surface, t.raised})
            for (const QColor& words : {t.text, t.muted})
                QVERIFY2(contrastRatio(words, behind) >= 4.5,
                         qPrintable(words.name() + " on " + behind.name()));
        QVERIFY(contrastRatio(t.onAccent, t.accent) >= 4.5);
        QVERIFY(contrastRatio(t.danger, t.dangerFill) >= 4.5);
        for (double share = 0; share <= 1; share += 0.05)
            QVERIFY(contrastRatio(t.generationText(share), t.surface) >= 4.5);
    }

    void marksReachThreeToOne_data() { themes(); }
    void marksReachThreeToOne()
    {
        QFETCH(bool, dark);
        const Theme& t = dark ? darkTheme() : lightTheme();
        QVERIFY(contrastRatio(t.realData, t.surface) >= 3);
        QVERIFY(contrastRatio(t.accent, t.window) >= 3);
        for (std::size_t v = 0; v < t.variants.size(); ++v)
            QVERIFY2(contrastRatio(t.variant(v), t.surface) >= 3, qPrintable(t.variant(v).name()));
        for (double share = 0; share <= 1; share += 0.05)
            QVERIFY(contrastRatio(t.generation(share), t.surface) >= 3);
    }

    void rampIsEvenForTheEye()
    {
        const Theme& t = lightTheme();
        QCOMPARE(t.generation(0), t.oldest);
        QCOMPARE(t.generation(1).name(), t.newest.name());
        double least = 1e9, greatest = 0;
        for (int i = 0; i < 10; ++i) {
            const OkLab a = toOkLab(t.generation(i / 10.0)), b = toOkLab(t.generation((i + 1) / 10.0));
            const double step = std::hypot(a.lightness - b.lightness, a.a - b.a, a.b - b.b);
            least = std::min(least, step);
            greatest = std::max(greatest, step);
        }
        QVERIFY2(greatest < 1.1 * least, "neighbouring generations differ by unequal steps");
    }

private:
    static void themes()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
};

HARELOOM_UI_TEST(ThemeTest)
#include "ThemeTest.moc"
