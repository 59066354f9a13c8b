// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "ui/theme/OkLab.h"
#include "ui/theme/StyleSheet.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QMap>
#include <QRadioButton>
#include <QStyleFactory>
#include <QVBoxLayout>
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

    // What nobody has chosen yet must be seen as well as what is chosen.
    void choicesAreSeenInADialog_data() { themes(); }
    void choicesAreSeenInADialog()
    {
        QFETCH(bool, dark);
        const Theme& t = dark ? darkTheme() : lightTheme();
        QApplication::setStyle(QStyleFactory::create("Fusion")); // as ThemeControl does
        QDialog dialog;
        dialog.setStyleSheet(styleSheet(t));
        QVBoxLayout column(&dialog);
        QRadioButton first(&dialog), second(&dialog);
        QCheckBox box(&dialog);
        for (QAbstractButton* each :
             {static_cast<QAbstractButton*>(&first), static_cast<QAbstractButton*>(&second),
              static_cast<QAbstractButton*>(&box)})
            column.addWidget(each);
        first.setChecked(true);
        dialog.setAttribute(Qt::WA_DontShowOnScreen);
        dialog.show();
        const QImage seen = dialog.grab().toImage();
        for (const QWidget* each :
             {static_cast<QWidget*>(&first), static_cast<QWidget*>(&second), static_cast<QWidget*>(&box)}) {
            double most = 1;
            for (int y = each->geometry().top(); y <= each->geometry().bottom(); ++y)
                for (int x = each->geometry().left(); x <= each->geometry().right(); ++x)
                    most = std::max(most, contrastRatio(seen.pixelColor(x, y), t.window));
            QVERIFY2(most >= kGraphics, qPrintable(QString::number(most)));
        }
        QVERIFY(seen.copy(first.geometry()) != seen.copy(second.geometry()));
        for (const QPoint& edge : {QPoint(0, seen.height() / 2), QPoint(seen.width() - 1, seen.height() / 2),
                                   QPoint(seen.width() / 2, 0), QPoint(seen.width() / 2, seen.height() - 1)})
            reach(seen.pixelColor(edge), t.window, kGraphics);
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
