// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/TestProgram.h"
#include "ui/language/Languages.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QFile>
#include <QImage>
#include <QRawFont>
#include <QtEndian>
#include <QtTest>

#include <algorithm>
#include <cstdlib>

namespace hareloom::ui::golden {

inline constexpr int kTolerance = 8;            // a channel, of 255
inline constexpr double kAllowedShare = 0.001;  // of the pixels, beyond it
inline constexpr auto kMakerKey = "Drawn with"; // text in the PNG

/// "Inter 3.019"
inline QString typefaceOf(const QRawFont& font)
{
    const QByteArray head = font.fontTable("head");
    const auto revision = head.size() >= 8 ? qFromBigEndian<qint32>(head.constData() + 4) / 65536.0 : 0.0;
    return QStringLiteral("%1 %2").arg(font.familyName()).arg(revision, 0, 'f', 3);
}

/// What letters and lines look like here: pictures are compared only with those of the same.
inline QString maker()
{
    const QFont font = themeFont(TextSize::Body);
    const QString version = QString::fromLatin1(qVersion());
    const QString own =
        QStringLiteral("Qt %1, %2")
            .arg(version.left(version.lastIndexOf(QLatin1Char('.'))), typefaceOf(QRawFont::fromFont(font)));
    return spokenLanguage() == QLatin1String("zh_CN")
               ? own + QStringLiteral(", ") +
                     typefaceOf(QRawFont::fromFont(font, QFontDatabase::SimplifiedChinese))
               : own;
}

/// Pixels that differ by more than the tolerance; `picture` shows them in red on a pale copy.
inline qsizetype differingPixels(const QImage& one, const QImage& other, QImage* picture)
{
    *picture = one.convertToFormat(QImage::Format_RGB32);
    qsizetype count = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x) {
            const QRgb a = one.pixel(x, y), b = other.pixel(x, y);
            const int worst = std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                                        std::abs(qBlue(a) - qBlue(b))});
            const auto pale = [](int channel) { return 255 - (255 - channel) / 4; };
            picture->setPixel(x, y,
                              worst > kTolerance ? qRgb(220, 0, 0)
                                                 : qRgb(pale(qRed(a)), pale(qGreen(a)), pale(qBlue(a))));
            count += worst > kTolerance ? 1 : 0;
        }
    return count;
}

enum class Verdict { Same, Different, OtherMaker, Approved };

/// Compares with <folder>/<name>.png. Different: leaves <name>.actual.png and <name>.diff.png beside it and
/// says why in `reason`. With HARELOOM_APPROVE=1 in the environment the picture takes the other's place.
inline Verdict compare(const QString& folder, const QString& name, QImage picture, QString* reason)
{
    const QString path = folder + QLatin1Char('/') + name;
    picture.setText(QLatin1String(kMakerKey), maker());
    for (const char* left : {".actual.png", ".diff.png"})
        QFile::remove(path + QLatin1String(left));
    if (qEnvironmentVariable("HARELOOM_APPROVE") == QLatin1String("1"))
        return picture.save(path + QStringLiteral(".png"), "PNG", 0) ? Verdict::Approved : Verdict::Different;
    const QImage wanted(path + QStringLiteral(".png"));
    if (!wanted.isNull() && wanted.text(QLatin1String(kMakerKey)) != maker()) {
        *reason = QStringLiteral("approved with %1, drawn here with %2")
                      .arg(wanted.text(QLatin1String(kMakerKey)), maker());
        return Verdict::OtherMaker;
    }
    QImage difference;
    const bool fits = wanted.size() == picture.size();
    const qsizetype pixels = fits ? differingPixels(picture, wanted, &difference) : 0;
    if (fits && double(pixels) <= kAllowedShare * picture.width() * picture.height())
        return Verdict::Same;
    picture.save(path + QStringLiteral(".actual.png"));
    if (fits)
        difference.save(path + QStringLiteral(".diff.png"));
    *reason =
        fits ? QStringLiteral("%1: %2 pixels differ; see %1.actual.png and %1.diff.png").arg(path).arg(pixels)
             : QStringLiteral("%1.png is missing or of another size; see %1.actual.png").arg(path);
    return Verdict::Different;
}

/// Fails the running row when it differs from the approved picture of its name. Skips it, saying so, where
/// Qt or the typeface are others than those it was approved with.
inline void judge(const QImage& image)
{
    QString reason;
    switch (compare(QStringLiteral(HARELOOM_SOURCE_DIR "/tests/ui/golden"),
                    QString::fromLatin1(QTest::currentDataTag()), image, &reason)) {
    case Verdict::OtherMaker:
        QSKIP(qPrintable(reason));
    case Verdict::Different:
        QFAIL(qPrintable(reason));
    default:
        break;
    }
}

/// Runs a test of pictures: with the same fonts everywhere, and as many pixels to a point as the screen says.
template<class Test>
int run(int argc, char** argv)
{
    qputenv("FONTCONFIG_FILE", HARELOOM_SOURCE_DIR "/tests/ui/golden/fonts.conf");
    QApplication application(argc, argv);
    application.setApplicationName(Test::staticMetaObject.className());
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace hareloom::ui::golden

/// Last in the file of a test of pictures.
#define HARELOOM_PICTURE_TEST(Class)                                                                         \
    [[maybe_unused]] static const bool signedUp##Class =                                                     \
        hareloom::test::signUp(#Class, &hareloom::ui::golden::run<Class>);
