// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/TestProgram.h"
#include "tests/film/FilmReading.h"
#include "tests/ui/Fixtures.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>

using namespace hareloom;
using namespace hareloom::ui;

/// `hareloom --render --format mp4`, as a shell starts it.
class RenderFilmTest : public QObject
{
    Q_OBJECT

    struct Outcome
    {
        int status;
        QString out, err;
    };

    static Outcome outcomeOf(QProcess& process)
    {
        if (!process.waitForFinished(120'000))
            qFatal("hareloom has not ended");
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    Outcome render(const QStringList& options) const
    {
        QProcess process;
        process.start(HARELOOM_WINDOW, QStringList{"--render", m_session, "--out", m_out} + options);
        return outcomeOf(process);
    }

    static QString keep(const QString& path, const Experiment& experiment, int generations, int chains)
    {
        const auto session = SessionFile::create(path, experiment, 1);
        if (!session)
            qFatal("%s", session.error().message.c_str());
        for (int chain = 0; chain < chains; ++chain)
            if (!(*session)->add(fixtures::normalChain(generations, 100, 1 + unsigned(chain), chain)))
                qFatal("no generations");
        return path;
    }

    QStringList written() const { return QDir(m_out).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    QString film(const char* name) const { return m_out + '/' + QLatin1String(name); }

private Q_SLOTS:
    void init()
    {
        fixtures::isolate();
        m_folder = std::make_unique<QTemporaryDir>();
        m_out = m_folder->filePath("films");
        Experiment experiment = fixtures::normalExperiment(11, 2);
        experiment.variants = {{"Few", {}}, {"Many", {{"samples.size", "1000"}}}};
        m_session = keep(m_folder->filePath("two.hareloom"), experiment, 12, 4);
    }

    void everyFormatOfARun()
    {
        if (!fixtures::hasReaders())
            QSKIP("needs ffmpeg, ffprobe, webpinfo and webpmux");
        const Outcome outcome =
            render({"--format", "mp4,webm,webp,gif", "--generation", "0-8/4,11", "--speed", "4", "--size",
                    "640x360", "--stills", "0.5,1", "--theme", "dark"});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QCOMPARE(written(), (QStringList{"film.gif", "film.mp4", "film.webm", "film.webp"}));
        QCOMPARE(outcome.out.count('\n'), 4);
        for (const QString& name : written()) {
            const QList<QImage> frames = fixtures::framesOf(m_out + '/' + name);
            QVERIFY(frames.size() >= 4);
            QCOMPARE(frames.front().size(), QSize(640, 360));
            QVERIFY(frames.front().pixelColor(3, 3).lightness() < 60);
            QVERIFY(fixtures::likeness(frames.front(), frames.back()) < 40);
        }
        const double seconds =
            fixtures::probed(film("film.mp4"))["format"].toObject()["duration"].toString().toDouble();
        QVERIFY2(std::abs(seconds - (0.5 + 0.75 + 1 + 1 / 30.0)) < 0.02,
                 qPrintable(QString::number(seconds)));
    }

    void figuresAndFilmsAtOnce()
    {
        const Outcome outcome =
            render({"--format", "png,gif", "--chart", "stage", "--generation", "0-2", "--size", "320x180"});
        QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
        QCOMPARE(written(), (QStringList{"film.gif", "stage-0000.png", "stage-0001.png", "stage-0002.png"}));
    }

    void chainsTheWindowAndComparisons()
    {
        if (!fixtures::hasReaders())
            QSKIP("needs ffmpeg");
        const QStringList small{"--generation", "0,11", "--speed", "5", "--stills", "0", "--format", "webp"};
        const Outcome chains = render(small + QStringList{"--view", "chains", "--variant", "Many"});
        QVERIFY2(chains.status == 0, qPrintable(chains.err));
        const Outcome variants = render(small + QStringList{"--scene", "comparison"});
        QVERIFY2(variants.status == 0, qPrintable(variants.err));
        const QString other = keep(m_folder->filePath("other.hareloom"), fixtures::normalExperiment(5), 6, 1);
        const Outcome both =
            render(small + QStringList{"--beside", other, "--without", "charts,story,title"});
        QVERIFY2(both.status == 0, qPrintable(both.err));
        const Outcome window = render(small + QStringList{"--scene", "window"});
        QVERIFY2(window.status == 0, qPrintable(window.err));
        QCOMPARE(written(), (QStringList{"comparison.webp", "film-chain-2.webp", "window.webp"}));
        for (const QString& name : written()) {
            const QList<QImage> frames = fixtures::framesOf(m_out + '/' + name);
            QCOMPARE(frames.size(), qsizetype(2));
            QCOMPARE(frames.front().size(), QSize(1280, 720));
            QVERIFY2(fixtures::likeness(frames.front(), frames.back()) < 40, qPrintable(name));
        }
        // No setting of whoever asks makes another film of the window.
        QFile first(film("window.webp"));
        QVERIFY(first.open(QIODevice::ReadOnly));
        const QByteArray bytes = first.readAll();
        QCOMPARE(render(small + QStringList{"--scene", "window"}).status, 0);
        QFile again(film("window.webp"));
        QVERIFY(again.open(QIODevice::ReadOnly) && again.readAll() == bytes);
    }

    void whatCannotBeIsRefusedBeforeAnythingIsMade_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const QStringList& options, const char* words) {
            QTest::newRow(name) << options << QString(words);
        };
        row("format", {"--format", "avi"},
            "\"avi\" is unknown; allowed are png, svg, pdf, html, md and page, and for films mp4");
        row("pixel", {"--size", "1x1"}, "each side of a film has 16 to 7680 pixels");
        row("odd", {"--size", "641x360"}, "MP4 needs even sides; 640 × 360 will do");
        row("size", {"--size", "large"}, "--size large: give width and height in pixels, as 1280x720.");
        row("speed", {"--speed", "0"}, "0 generations a second: give 0.05 to 1000");
        row("word", {"--speed", "fast"}, "--speed fast: give generations a second");
        row("fps", {"--fps", "61"}, "61 frames a second: give 1 to 60");
        row("stills", {"--stills", "1,2,3"}, "--stills 1,2,3: give seconds for both ends");
        row("motion", {"--motion", "fly"}, "--motion fly: give glide or step.");
        row("scene", {"--scene", "moon"}, "--scene moon: give run, comparison or window.");
        row("view", {"--view", "Wall"}, "--view Wall: this stage has ");
        row("generation", {"--generation", "0-12"},
            "--generation 12: there are generations 0 to 11 to film.");
        row("range", {"--generation", "5-2"}, "\"5-2\" is not a generation");
        row("beside", {"--beside", "/no/such.hareloom"}, "/no/such.hareloom");
        row("without", {"--without", "sound"}, "a film without title, charts and story");
        row("variants", {"--variant", "None"}, "--variant None");
    }

    void whatCannotBeIsRefusedBeforeAnythingIsMade()
    {
        QFETCH(QStringList, options);
        QFETCH(QString, words);
        const Outcome outcome =
            render(options.contains("--format") ? options : options + QStringList{"--format", "mp4"});
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.contains(words), qPrintable(outcome.err));
        // One sentence of what is wrong, and nothing else but which chain it would have been.
        qsizetype sentences = 0;
        for (const QString& line : outcome.err.split('\n'))
            sentences += line.startsWith("hareloom: ");
        QCOMPARE(sentences, qsizetype(outcome.err.contains("is on the stage") ? 2 : 1));
        QVERIFY(!QDir(m_out).exists());
    }

    void aFullDiskLeavesNothing()
    {
        for (const char* format : {"mp4", "webm", "webp", "gif"}) {
            QProcess process;
            // No file may grow beyond this: as a full disk, for root and others alike.
            process.setChildProcessModifier([] {
                const rlimit limit{20'000, 20'000};
                ::setrlimit(RLIMIT_FSIZE, &limit);
                ::signal(SIGXFSZ, SIG_IGN);
            });
            process.start(HARELOOM_WINDOW, {"--render", m_session, "--out", m_out, "--format", format});
            const Outcome outcome = outcomeOf(process);
            QCOMPARE(outcome.status, 1);
            QVERIFY2(outcome.err.contains("could not be written: File too large. Nothing is left of it."),
                     qPrintable(QLatin1String(format) + ": " + outcome.err));
            QVERIFY2(written().isEmpty(), qPrintable(written().join(' ')));
        }
    }

    void anInterruptLeavesNothing()
    {
        QProcess process;
        process.start(HARELOOM_WINDOW, {"--render", m_session, "--out", m_out, "--format", "webp", "--fps",
                                        "60", "--speed", "0.2", "--motion", "glide", "--size", "1920x1080"});
        // The film's file is there once the first frame is.
        QTRY_VERIFY_WITH_TIMEOUT(!written().isEmpty() || process.state() == QProcess::NotRunning, 60'000);
        QCOMPARE(process.state(), QProcess::Running);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        const Outcome outcome = outcomeOf(process);
        QCOMPARE(outcome.status, 130);
        QVERIFY2(outcome.err.contains("Stopped; nothing of"), qPrintable(outcome.err));
        QVERIFY(written().isEmpty());
    }

    // It brings a hundred libraries with it; only a film needs them.
    void aStartDoesNotWaitForLibav()
    {
        QProcess ldd;
        ldd.start("ldd", {HARELOOM_WINDOW});
        const Outcome outcome = outcomeOf(ldd);
        QCOMPARE(outcome.status, 0);
        QVERIFY(outcome.out.contains("libQt6Widgets"));
        QVERIFY(!outcome.out.contains("libavcodec") && !outcome.out.contains("libavformat"));
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        QProcess process;
        process.start(HARELOOM_WINDOW,
                      {"--render", m_session, "--out", m_session + "/films", "--format", "gif"});
        const Outcome outcome = outcomeOf(process);
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.err.contains("this is a file, and a folder is to be there"),
                 qPrintable(outcome.err));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_session, m_out;
};

HARELOOM_UI_TEST(RenderFilmTest)
#include "RenderFilmTest.moc"
