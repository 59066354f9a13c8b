// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "ui/theme/OkLab.h"
#include "ui/theme/StyleSheet.h"

#include <QMap>
#include <QtTest>

using namespace hareloom::ui;

namespace {

constexpr double kWords = 4.5, kGraphics = 3.0; // WCAG 2.1 AA

QMap<QString, QColor> tokensOf(const Theme& theme)
{
    QMap<QString, QColor> tokens;
    for (const auto& [name, colour] : styleTokens(theme))
        tokens.insert(name.mid(1), colour);
    tokens.insert("realData", theme.realData);
    return tokens;
}

} // namespace

/// Every pair of colours that meets in the window. Disabled words and lines that only part are exempt.
class ContrastTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsReachTheirBackground_data()
    {
        pairs({"text", "muted"}, {"window", "surface", "raised", "hover", "tint"});
        pairs({"text"}, {"line"}); // a pressed button
        pairs({"onAccent"}, {"accent", "accentHover"});
        pairs({"danger"}, {"dangerFill"});
    }
    void wordsReachTheirBackground() { check(kWords); }

    void graphicsReachTheirBackground_data()
    {
        pairs({"accent"}, {"window", "surface", "raised", "tint", "line"}); // focus, ticks, progress
        pairs({"control"}, {"window", "surface", "raised"});
        pairs({"realData"}, {"surface"});
        pairs({"danger"}, {"window"});
        pairs({"onAccent"}, {"accent"}); // focus of the primary button
    }
    void graphicsReachTheirBackground() { check(kGraphics); }

    void marksReachTheirChart_data() { themes(); }
    void marksReachTheirChart()
    {
        QFETCH(bool, dark);
        const Theme& t = dark ? darkTheme() : lightTheme();
        for (std::size_t v = 0; v < t.variants.size(); ++v) {
            reach(t.variant(v), t.surface, kGraphics);
            // Theory is drawn a little lighter than its variant.
            reach(mix(t.surface, t.variant(v), 0.9), t.surface, kGraphics);
        }
        for (double share = 0; share <= 1; share += 0.05)
            reach(t.generation(share), t.surface, kGraphics);
    }

    // The shown frame of the filmstrip is tinted with its generation's colour.
    void theShownFrameIsRead_data() { themes(); }
    void theShownFrameIsRead()
    {
        QFETCH(bool, dark);
        const Theme& t = dark ? darkTheme() : lightTheme();
        for (double share = 0; share <= 1; share += 0.05) {
            const QColor frame = mix(t.surface, t.generation(share), 0.12);
            reach(t.text, frame, kWords);
            reach(t.generationText(share), frame, kWords);
        }
    }

private:
    static void themes()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    static void pairs(const QStringList& fronts, const QStringList& backs)
    {
        QTest::addColumn<QColor>("front");
        QTest::addColumn<QColor>("back");
        for (const bool dark : {false, true}) {
            const auto tokens = tokensOf(dark ? darkTheme() : lightTheme());
            for (const QString& front : fronts)
                for (const QString& back : backs) {
                    QVERIFY2(tokens.contains(front) && tokens.contains(back),
                             qPrintable(front + " on " + back));
                    QTest::newRow(
                        qPrintable(QString(dark ? "dark: %1 on %2" : "light: %1 on %2").arg(front, back)))
                        << tokens[front] << tokens[back];
                }
        }
    }

    static void reach(const QColor& front, const QColor& back, double least)
    {
        const double ratio = contrastRatio(front, back);
        QVERIFY2(
            ratio >= least,
            qPrintable(QString("%1 on %2 is %3:1").arg(front.name(), back.name()).arg(ratio, 0, 'f', 2)));
    }

    static void check(double least)
    {
        QFETCH(QColor, front);
        QFETCH(QColor, back);
        reach(front, back, least);
    }
};

HARELOOM_UI_TEST(ContrastTest)
#include "ContrastTest.moc"
