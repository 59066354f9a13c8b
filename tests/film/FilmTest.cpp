// SPDX-License-Identifier: GPL-3.0-or-later
// Films: what is planned, painted and encoded is what others read.
#include "tests/TestProgram.h"
#include "tests/film/FilmReading.h"
#include "tests/ui/Fixtures.h"
#include "tests/ui/ImageChain.h"
#include "tests/ui/StageRuns.h"
#include "tests/ui/TextChain.h"
#include "ui/film/FilmJob.h"
#include "ui/film/FilmedComparison.h"
#include "ui/film/FilmedRun.h"

#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;
using namespace hareloom::ui::fixtures;

namespace {

const FilmFormat kFormats[] = {FilmFormat::Mp4, FilmFormat::WebM, FilmFormat::WebP, FilmFormat::Gif};

constexpr double kLeastLikeness = 32; // dB, of a decoded frame: what a codec may lose

QImage painted(FilmScene& scene, double position, const FilmLook& look)
{
    QImage image(look.size, QImage::Format_RGB32);
    QPainter painter(&image);
    scene.paint(painter, position, look);
    return image;
}

SessionContents sessionOf(const QByteArray& json)
{
    const Experiment experiment = experimentOf(json);
    return {experiment, collected(experiment).generations, QStringLiteral("test")};
}

RunToFilm runOf(const SessionContents& contents, int mode = 0)
{
    RunToFilm run{contents, 0, {}, {}, {}};
    run.options.mode = mode;
    if (const auto real = RealRows::read(contents.experiment, 0))
        run.real = *real;
    return run;
}

FilmPlan planOf(std::vector<int> generations, const FilmTiming& timing)
{
    const auto plan = FilmPlan::make(generations, timing);
    if (!plan)
        qFatal("%s", plan.error().message.c_str());
    return *plan;
}

/// Three seconds of colours that no session made.
class Colours final : public FilmScene
{
public:
    int generations() const override { return 10; }
    void paint(QPainter& painter, double position, const FilmLook& look) override
    {
        painter.fillRect(QRect(QPoint(0, 0), look.size), QColor::fromHsv(int(position * 20), 120, 220));
        painter.fillRect(QRectF(position * 10, 20, 30, 40), Qt::black);
    }
};

} // namespace

class FilmTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file(FilmFormat format, const QString& name = "film") const
    {
        return m_folder.filePath(name + '.' + endingOf(format));
    }

    FilmWish wishFor(FilmFormat format, FilmPlan plan, const QSize& size = {480, 270})
    {
        FilmWish wish{format, {}, std::move(plan), file(format), aboutFilm(normalExperiment(9))};
        wish.look.size = size;
        return wish;
    }

    static Result<qint64> made(std::unique_ptr<FilmScene> scene, const FilmWish& wish)
    {
        if (const auto possible = checkFilm(wish); !possible)
            return possible.error();
        FilmJob job(std::move(scene), wish);
        Result<qint64> outcome = stopped();
        QSignalSpy ended(&job, &FilmJob::ended);
        connect(&job, &FilmJob::ended, &job, [&](const Result<qint64>& end) { outcome = end; });
        job.start();
        if (!ended.wait(120'000))
            qFatal("the film has not ended");
        return outcome;
    }

    QStringList left() const { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden); }

private Q_SLOTS:
    void initTestCase() { isolate(); }
    void init()
    {
        for (const QString& name : left())
            QFile::remove(m_folder.filePath(name));
    }

    void aPlanHasStillsAndGlides()
    {
        const FilmPlan plan = planOf({0, 1, 2, 3}, {10, 30, true, 1, 2});
        // Nine frames between the first and the last, each generation on one of them; a second, and two.
        QCOMPARE(plan.frames().size(), std::size_t(10));
        QCOMPARE(plan.ticks(), 30 + 10 + 60);
        QCOMPARE(plan.frames().front().ticks, 31);
        QCOMPARE(plan.frames().back().ticks, 61);
        QCOMPARE(plan.frames()[3].position, 1.0);
        QVERIFY(std::abs(plan.frames()[4].position - 4 / 3.0) < 1e-12);
        QCOMPARE(plan.frames().back().position, 3.0);
        QCOMPARE(plan.passedOver(), 0);
    }

    void aPlanStepsWhereItIsToldTo()
    {
        const FilmPlan plan = planOf({0, 1, 2, 3}, {10, 30, false, 0, 0});
        QCOMPARE(plan.frames().size(), std::size_t(4));
        QCOMPARE(plan.ticks(), 10);
        for (std::size_t i = 0; i < 4; ++i)
            QCOMPARE(plan.frames()[i].position, double(i));
        QCOMPARE(plan.frames()[1].ticks, 3);
    }

    // Between generations that do not follow each other nothing was made that could be shown.
    void aPlanGlidesBetweenNeighboursOnly()
    {
        const FilmPlan plan = planOf({0, 5, 6}, {10, 30, true, 0, 0});
        for (const FilmFrame& frame : plan.frames())
            QVERIFY(frame.position == 0 || frame.position >= 5);
        QVERIFY(std::any_of(plan.frames().begin(), plan.frames().end(),
                            [](const FilmFrame& frame) { return frame.position > 5 && frame.position < 6; }));
    }

    void aFastPlanPassesOverAllButTheEnds()
    {
        std::vector<int> all(1001);
        std::iota(all.begin(), all.end(), 0);
        const FilmPlan plan = planOf(all, {100, 20, false, 0, 0});
        QCOMPARE(plan.frames().size(), std::size_t(201));
        QCOMPARE(plan.frames().front().position, 0.0);
        QCOMPARE(plan.frames().back().position, 1000.0);
        QCOMPARE(plan.passedOver(), 800);
        // No frame is spent between two of them.
        const FilmPlan fast = planOf(all, {70, 30, true, 0, 0});
        for (const FilmFrame& frame : fast.frames())
            QCOMPARE(frame.position, std::floor(frame.position));
    }

    void aPlanOfOneGenerationIsAStill()
    {
        const FilmPlan plan = planOf({7}, {10, 30, true, 1, 2});
        QCOMPARE(plan.frames().size(), std::size_t(1));
        QCOMPARE(plan.ticks(), 91);
        QCOMPARE(planOf({7}, {10, 30, true, 0, 0}).ticks(), 1);
    }

    void aPlanRefusesWhatCannotBe()
    {
        const auto refused = [](const std::vector<int>& generations, const FilmTiming& timing,
                                const char* words) {
            const auto plan = FilmPlan::make(generations, timing);
            return !plan && QString::fromStdString(plan.error().message).contains(words);
        };
        QVERIFY(refused({}, {}, "at least one generation"));
        QVERIFY(refused({0, 1}, {0, 30, true, 1, 1}, "0 generations a second: give 0.05 to 1000"));
        QVERIFY(refused({0, 1}, {std::nan(""), 30, true, 1, 1}, "generations a second"));
        QVERIFY(refused({0, 1}, {10, 0, true, 1, 1}, "0 frames a second: give 1 to 60"));
        QVERIFY(refused({0, 1}, {10, 30, true, -1, 1}, "A still of -1 seconds"));
        std::vector<int> all(100'000);
        std::iota(all.begin(), all.end(), 0);
        QVERIFY(refused(all, {10, 30, true, 1, 1}, "Choose fewer generations or a higher speed"));
    }

    void everyFormatIsReadByOthers_data()
    {
        QTest::addColumn<int>("format");
        for (const FilmFormat format : kFormats)
            QTest::newRow(qPrintable(endingOf(format))) << int(format);
    }

    // As many frames as planned, each as it was painted, for as long as was asked.
    void everyFormatIsReadByOthers()
    {
        if (!hasReaders())
            QSKIP("needs ffmpeg, ffprobe, webpinfo and webpmux");
        QFETCH(int, format);
        const auto kind = static_cast<FilmFormat>(format);
        const bool isVideo = needsEvenSides(kind);
        const FilmWish wish =
            wishFor(kind, planOf({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {10, 20, true, 0.5, 1}), {320, 180});
        const auto bytes = made(std::make_unique<Colours>(), wish);
        QVERIFY2(bytes.ok(), bytes ? "" : bytes.error().message.c_str());
        QCOMPARE(*bytes, QFileInfo(wish.path).size());
        QCOMPARE(left(), QStringList{QFileInfo(wish.path).fileName()});
        const QList<QImage> frames = framesOf(wish.path);
        QCOMPARE(frames.size(),
                 isVideo ? qsizetype(wish.plan.ticks()) : qsizetype(wish.plan.frames().size()));
        Colours scene;
        qsizetype at = 0;
        for (const FilmFrame& frame : wish.plan.frames()) {
            const double alike = likeness(frames[at], painted(scene, frame.position, wish.look));
            QVERIFY2(alike >= kLeastLikeness, qPrintable(QString::number(alike)));
            at += isVideo ? frame.ticks : 1;
        }
        if (kind == FilmFormat::WebP) {
            const QByteArray info = outputOf("webpinfo", {wish.path});
            QVERIFY(info.contains("No error detected."));
            int milliseconds = 0;
            for (const QByteArray& line : info.split('\n'))
                if (line.contains("Duration:"))
                    milliseconds += line.mid(line.indexOf(':') + 1).trimmed().toInt();
            QCOMPARE(milliseconds, int(std::lround(1000 * wish.plan.seconds())));
            return;
        }
        const double seconds = probed(wish.path)["format"].toObject()["duration"].toString().toDouble();
        QVERIFY2(std::abs(seconds - wish.plan.seconds()) < 0.011, qPrintable(QString::number(seconds)));
    }

    void videosArePlayableEverywhere()
    {
        if (!hasReaders())
            QSKIP("needs ffprobe");
        for (const FilmFormat format : {FilmFormat::Mp4, FilmFormat::WebM}) {
            const FilmWish wish = wishFor(format, planOf({0, 1, 2, 3}, {10, 30, true, 1, 1}));
            QVERIFY(made(std::make_unique<Colours>(), wish).ok());
            const QJsonObject stream = probed(wish.path);
            QCOMPARE(stream["pix_fmt"].toString(), QString("yuv420p"));
            QCOMPARE(stream["codec_name"].toString(), QString(format == FilmFormat::Mp4 ? "h264" : "vp9"));
            QCOMPARE(stream["color_space"].toString(), QString("bt709"));
            QCOMPARE(stream["avg_frame_rate"].toString(), QString("30/1"));
        }
        // The index stands before the pictures, so that a browser begins before it has them all.
        QFile mp4(file(FilmFormat::Mp4));
        QVERIFY(mp4.open(QIODevice::ReadOnly));
        const QByteArray bytes = mp4.readAll();
        QVERIFY(bytes.indexOf("moov") > 0 && bytes.indexOf("moov") < bytes.indexOf("mdat"));
    }

    void everyStageInEveryFormat_data()
    {
        QTest::addColumn<SessionContents>("contents");
        QTest::addColumn<int>("mode");
        const auto add = [](const char* name, const SessionContents& contents) {
            FilmedRun run(runOf(contents));
            const QStringList modes = run.scene().modes();
            for (int mode = 0; mode < modes.size(); ++mode)
                QTest::addRow("%s %s", name, qPrintable(modes[mode])) << contents << mode;
        };
        add("gaussian", sessionOf(kGaussian));
        add("chains", sessionOf(kTwelveGaussians));
        add("clouds", sessionOf(kTwoClouds));
        add("states", sessionOf(kTenStates));
        add("moons", sessionOf(kMoons));
        add("images", imageSession());
        add("texts", textSession());
    }

    void everyStageInEveryFormat()
    {
        if (!hasReaders())
            QSKIP("needs ffmpeg, ffprobe, webpinfo and webpmux");
        QFETCH(SessionContents, contents);
        QFETCH(int, mode);
        const RunToFilm run = runOf(contents, mode);
        FilmedRun scene(run);
        const int last = scene.generations() - 1;
        QVERIFY(last >= 3);
        for (const FilmFormat format : kFormats) {
            const FilmWish wish = wishFor(format, planOf({0, 1, last}, {5, 10, false, 0, 0}), {480, 270});
            const auto bytes = made(std::make_unique<FilmedRun>(run), wish);
            QVERIFY2(bytes.ok(), bytes ? "" : bytes.error().message.c_str());
            const QList<QImage> frames = framesOf(wish.path);
            const double first = likeness(frames.front(), painted(scene, 0, wish.look));
            const double end = likeness(frames.back(), painted(scene, last, wish.look));
            QVERIFY2(std::min(first, end) >= kLeastLikeness,
                     qPrintable(QString("%1: %2 and %3 dB").arg(endingOf(format)).arg(first).arg(end)));
            // Not just any picture: the beginning is less like the end than like itself.
            QVERIFY(likeness(frames.front(), painted(scene, last, wish.look)) < first - 3);
        }
    }

    void aComparisonStaysAfterItsShorterRunHasEnded()
    {
        if (!hasReaders())
            QSKIP("needs ffmpeg");
        LabSession longer, shorter;
        longer.setFinished(normalSession(12), {});
        shorter.setFinished(normalSession(5), {});
        Comparison comparison;
        comparison.addRun(longer, 0, "Now");
        comparison.addRun(shorter, 0, "Before");
        comparison.setColumns({0, 1});
        auto scene = std::make_unique<FilmedComparison>(comparison, StageOptions());
        QCOMPARE(scene->generations(), 12);
        // The film holds what it shows: the run may go.
        longer.setExperiment(normalExperiment(3));
        FilmedComparison again(scene->comparison(), {});
        QCOMPARE(again.generations(), 12);
        const FilmWish wish = wishFor(FilmFormat::WebP, planOf({0, 11}, {5, 5, false, 0, 0}), {800, 450});
        QVERIFY(made(std::move(scene), wish).ok());
        const QList<QImage> frames = framesOf(wish.path);
        QVERIFY(likeness(frames.back(), painted(again, 11, wish.look)) > kLeastLikeness);
        QVERIFY(aboutComparison(again.comparison()).origin.find("Variance fades") == 0);
    }

    void partsCanBeLeftOut()
    {
        FilmedRun scene(runOf(normalSession(12)));
        FilmLook look;
        const QImage all = painted(scene, 11, look);
        for (bool FilmLook::*part : {&FilmLook::hasCharts, &FilmLook::hasStory, &FilmLook::hasTitle}) {
            FilmLook without = look;
            without.*part = false;
            QVERIFY(likeness(all, painted(scene, 11, without)) < 40);
        }
        FilmLook dark = look;
        dark.theme = &darkTheme();
        QCOMPARE(painted(scene, 11, dark).pixelColor(2, 2), darkTheme().surface);
        QCOMPARE(all.pixelColor(2, 2), lightTheme().surface);
        // The same moment is the same picture, whatever was painted before.
        QCOMPARE(likeness(all, painted(scene, 11, look)), 99.0);
    }

    void aFilmSaysWhatItIs()
    {
        if (!hasReaders())
            QSKIP("needs ffprobe and webpmux");
        Experiment experiment = normalExperiment(9);
        experiment.title = "<b>Fades</b> & \"away\"\x07\nnow";
        experiment.seed = 42;
        const std::string clean = "<b>Fades</b> & \"away\"\xEF\xBF\xBD now";
        for (const FilmFormat format : kFormats) {
            FilmWish wish = wishFor(format, planOf({0, 1}, {5, 10, false, 0, 0}));
            wish.about = aboutFilm(experiment);
            QVERIFY(made(std::make_unique<Colours>(), wish).ok());
            QString all;
            if (format == FilmFormat::WebP) {
                const QString xmp = m_folder.filePath("film.xmp");
                outputOf("webpmux", {"-get", "xmp", wish.path, "-o", xmp});
                QFile text(xmp);
                QVERIFY(text.open(QIODevice::ReadOnly));
                QXmlStreamReader xml(text.readAll());
                while (!xml.atEnd())
                    if (xml.readNext() == QXmlStreamReader::Characters)
                        all += xml.text().toString() + '\n';
                QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
            } else {
                const QJsonObject stream = probed(wish.path);
                QJsonObject tags = stream["format"].toObject()["tags"].toObject();
                for (const QString& key : tags.keys())
                    all += key.toLower() + '=' + tags[key].toString() + '\n';
                if (format != FilmFormat::Gif)
                    QVERIFY2(all.contains("title=" + QString::fromStdString(clean)), qPrintable(all));
            }
            for (const QString& part : {QString::fromStdString(clean), QString("seed 42"),
                                        QString("Hareloom"), QString("\"seed\": 42")})
                QVERIFY2(all.contains(part), qPrintable(endingOf(format) + ": " + part + " in " + all));
            QVERIFY(!all.contains(QChar(7)));
        }
    }

    void theSameFilmHasTheSameBytes()
    {
        for (const FilmFormat format : kFormats) {
            QByteArray bytes[2];
            for (QByteArray& each : bytes) {
                const FilmWish wish = wishFor(format, planOf({0, 1, 2, 3}, {5, 10, true, 0, 0}));
                QVERIFY(made(std::make_unique<FilmedRun>(runOf(normalSession(4))), wish).ok());
                QFile film(wish.path);
                QVERIFY(film.open(QIODevice::ReadOnly));
                each = film.readAll();
            }
            QVERIFY2(bytes[0] == bytes[1], qPrintable(endingOf(format)));
        }
    }

    void aStoppedFilmLeavesWhatWasThere()
    {
        for (const FilmFormat format : kFormats) {
            const FilmWish wish = wishFor(format, planOf({0, 9}, {0.05, 30, true, 0, 0}));
            QFile before(wish.path);
            QVERIFY(before.open(QIODevice::WriteOnly) && before.write("mine") == 4);
            before.close();
            std::vector<int> many(10);
            std::iota(many.begin(), many.end(), 0);
            FilmWish longer = wish;
            longer.plan = planOf(many, {0.5, 60, true, 0, 0});
            FilmJob job(std::make_unique<Colours>(), longer);
            std::optional<Result<qint64>> outcome;
            QSignalSpy ended(&job, &FilmJob::ended);
            connect(&job, &FilmJob::ended, &job, [&](const Result<qint64>& end) { outcome = end; });
            connect(&job, &FilmJob::progressed, &job, [&] {
                if (job.shareDone() > 0.2)
                    job.stop();
            });
            job.start();
            QVERIFY(ended.wait(60'000));
            QVERIFY(!*outcome && outcome->error().kind == ErrorKind::Stopped);
            QCOMPARE(left(), QStringList{QFileInfo(wish.path).fileName()});
            QVERIFY(before.open(QIODevice::ReadOnly));
            QCOMPARE(before.readAll(), QByteArray("mine"));
            before.close();
            QVERIFY(before.remove());
        }
        {
            FilmJob job(std::make_unique<Colours>(),
                        wishFor(FilmFormat::Gif, planOf({0, 1, 2}, {0.1, 30, true, 0, 0})));
            job.start();
            QCoreApplication::processEvents();
        } // gone while at work
        QVERIFY(left().isEmpty());
    }

    void whatCannotBeMadeIsSaidBefore()
    {
        const auto says = [this](FilmFormat format, const QSize& size, int ticks, const QString& path) {
            FilmWish wish = wishFor(format, planOf({0, 1}, {5, ticks, false, 0, 0}), size);
            if (!path.isEmpty())
                wish.path = path;
            const auto possible = checkFilm(wish);
            return possible ? QString() : QString::fromStdString(possible.error().message);
        };
        QCOMPARE(says(FilmFormat::Mp4, {1, 1}, 30, {}),
                 QString("1 × 1 pixels: each side of a film has 16 to 7680 pixels."));
        QCOMPARE(says(FilmFormat::WebM, {1281, 721}, 30, {}),
                 QString("1281 × 721 pixels: WebM needs even sides; 1280 × 720 will do."));
        QCOMPARE(says(FilmFormat::WebP, {1281, 721}, 30, {}), QString());
        QCOMPARE(says(FilmFormat::Gif, {641, 361}, 60, {}),
                 QString("60 frames a second: GIF allows at most 50."));
        QCOMPARE(says(FilmFormat::Gif, {640, 360}, 20, m_folder.path()),
                 m_folder.path() + " is a folder; give the film a name.");
        QFile way(m_folder.filePath("way"));
        QVERIFY(way.open(QIODevice::WriteOnly));
        QVERIFY(
            says(FilmFormat::Gif, {640, 360}, 20, way.fileName() + "/film.gif").contains("this is a file"));
    }

    void oddSizesAndOnePixelLines()
    {
        if (!hasReaders())
            QSKIP("needs ffmpeg");
        for (const FilmFormat format : {FilmFormat::WebP, FilmFormat::Gif}) {
            const FilmWish wish = wishFor(format, planOf({0, 1, 2}, {5, 10, false, 0, 0}), {17, 99});
            QVERIFY(made(std::make_unique<Colours>(), wish).ok());
            QCOMPARE(framesOf(wish.path).front().size(), QSize(17, 99));
        }
        const FilmWish least = wishFor(FilmFormat::Mp4, planOf({0, 1, 2}, {5, 10, false, 0, 0}), {16, 16});
        const auto bytes = made(std::make_unique<FilmedRun>(runOf(normalSession(4))), least);
        QVERIFY2(bytes.ok(), bytes ? "" : bytes.error().message.c_str());
        QCOMPARE(framesOf(least.path).front().size(), QSize(16, 16));
    }
};

HARELOOM_UI_TEST(FilmTest)
#include "FilmTest.moc"
