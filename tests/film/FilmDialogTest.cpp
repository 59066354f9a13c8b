// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/film/FilmDialog.h"
#include "tests/TestProgram.h"
#include "tests/film/FilmReading.h"
#include "tests/ui/Fixtures.h"
#include "ui/film/FilmedRun.h"
#include "ui/theme/ThemeControl.h"
#include "ui/window/ComparisonController.h"
#include "ui/window/FilmController.h"
#include "ui/window/MainWindow.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

using namespace hareloom;
using namespace hareloom::ui;
using namespace hareloom::ui::fixtures;

class FilmDialogTest : public QObject
{
    Q_OBJECT

    static FilmMaterial material()
    {
        FilmMaterial material;
        material.theme = &lightTheme();
        material.values.title = "Variance: fades/away";
        material.values.seed = 3;
        FilmSubject subject;
        subject.words = "The stage";
        subject.name = "film";
        subject.generations = 12;
        subject.about = aboutFilm(normalExperiment(11));
        subject.make = [](const FilmLook&) -> std::unique_ptr<FilmScene> {
            return std::make_unique<FilmedRun>(RunToFilm{normalSession(12), 0, {}, {}, {}});
        };
        material.subjects.push_back(subject);
        subject.words = "The whole window";
        subject.hasParts = subject.canGlide = false;
        material.subjects.push_back(subject);
        return material;
    }

    template<class Widget>
    static Widget* named(const QWidget& dialog, const char* name)
    {
        for (Widget* each : dialog.findChildren<Widget*>())
            if (each->accessibleName() == QLatin1String(name))
                return each;
        qFatal("there is no %s", name);
        return nullptr;
    }

    static QPushButton* button(const QWidget& dialog, const QString& words)
    {
        for (QPushButton* each : dialog.findChildren<QPushButton*>())
            if (QString(each->text()).remove('&') == words)
                return each;
        qFatal("there is no button %s", qPrintable(words));
        return nullptr;
    }

    static QCheckBox* box(const QWidget& dialog, const QString& words)
    {
        for (QCheckBox* each : dialog.findChildren<QCheckBox*>())
            if (QString(each->text()).remove('&') == words)
                return each;
        qFatal("there is no box %s", qPrintable(words));
        return nullptr;
    }

    [[gnu::noinline]] static bool neverGlides(const FilmPlan& plan)
    {
        return std::all_of(plan.frames().begin(), plan.frames().end(), [](const FilmFrame& frame) {
            return frame.position == std::floor(frame.position);
        });
    }

    void makeSmall(FilmDialog& dialog, FilmFormat format) const
    {
        QComboBox* formats = named<QComboBox>(dialog, "Format");
        formats->setCurrentIndex(formats->findData(int(format)));
        named<QSpinBox>(dialog, "Width in pixels")->setValue(320);
        named<QSpinBox>(dialog, "Height in pixels")->setValue(180);
        named<QLineEdit>(dialog, "Folder")->setText(m_folder.path());
    }

    QTemporaryDir m_folder;

private Q_SLOTS:
    void init() { isolate(); }

    void theWishIsWhatIsChosen()
    {
        FilmDialog dialog(material());
        makeSmall(dialog, FilmFormat::WebM);
        named<QSpinBox>(dialog, "First generation")->setValue(2);
        named<QSpinBox>(dialog, "Every how many generations")->setValue(4);
        named<QDoubleSpinBox>(dialog, "Generations a second")->setValue(1);
        const auto wish = dialog.wish();
        QVERIFY2(wish.ok(), wish ? "" : wish.error().message.c_str());
        QCOMPARE(wish->look.size, QSize(320, 180));
        QCOMPARE(QFileInfo(wish->path).fileName(), QString("variance-fades-away-film-seed3.webm"));
        QCOMPARE(wish->plan.frames().front().position, 2.0);
        QCOMPARE(wish->plan.frames().back().position, 11.0); // 2, 6, 10, and the last
        QCOMPARE(wish->plan.seconds(), 1 + 3 + 2 + 1 / 30.0);
        QVERIFY(wish->look.theme == &lightTheme());
        named<QComboBox>(dialog, "Theme")->setCurrentIndex(2);
        QVERIFY(dialog.wish()->look.theme == &darkTheme());
        // The window has no parts, is as it is, and steps.
        named<QComboBox>(dialog, "What to film")->setCurrentIndex(1);
        QVERIFY(!named<QComboBox>(dialog, "Theme")->isEnabled());
        QVERIFY(dialog.wish()->look.theme == &lightTheme());
        QVERIFY(dialog.wish().ok() && neverGlides(dialog.wish()->plan));
    }

    void whatCannotBeIsSaidAndNotMade()
    {
        FilmDialog dialog(material());
        makeSmall(dialog, FilmFormat::Mp4);
        QVERIFY(button(dialog, "Make the film")->isEnabled());
        named<QSpinBox>(dialog, "Width in pixels")->setValue(321);
        QVERIFY2(dialog.said().contains("MP4 needs even sides; 320 × 180 will do."),
                 qPrintable(dialog.said()));
        QVERIFY(!button(dialog, "Make the film")->isEnabled());
        // A format that takes it has no objection; back at MP4 the side is even again.
        QComboBox* formats = named<QComboBox>(dialog, "Format");
        formats->setCurrentIndex(formats->findData(int(FilmFormat::Gif)));
        QCOMPARE(dialog.said(), QString());
        formats->setCurrentIndex(formats->findData(int(FilmFormat::Mp4)));
        QCOMPARE(dialog.said(), QString());
        QCOMPARE(named<QSpinBox>(dialog, "Width in pixels")->value(), 320);
        named<QSpinBox>(dialog, "First generation")->setValue(9);
        named<QSpinBox>(dialog, "Last generation")->setValue(4);
        QVERIFY2(dialog.said().contains("The first generation is after the last one."),
                 qPrintable(dialog.said()));
        named<QSpinBox>(dialog, "Last generation")->setValue(11);
        named<QLineEdit>(dialog, "Name of the file")->setText("{nothing}");
        QVERIFY(!dialog.said().isEmpty());
    }

    void aFilmIsMadeWhileTheWindowGoesOn()
    {
        FilmDialog dialog(material());
        makeSmall(dialog, FilmFormat::Mp4);
        dialog.show();
        QSignalSpy ended(&dialog, &FilmDialog::ended);
        int turns = 0;
        QTimer other;
        connect(&other, &QTimer::timeout, this, [&] { turns += dialog.isAtWork(); });
        other.start(0);
        button(dialog, "Make the film")->click();
        QVERIFY(dialog.isAtWork());
        QVERIFY(named<QProgressBar>(dialog, "How much of the film is made")->isVisible());
        const int frames = static_cast<int>(dialog.wish()->plan.frames().size());
        QString promised;
        for (const QLabel* label : dialog.findChildren<QLabel*>("muted"))
            promised += label->text();
        QVERIFY(ended.wait(60'000));
        // Whoever else has something to do has had a turn between any two frames.
        QVERIFY2(turns >= frames - 1, qPrintable(QString("%1 turns in %2 frames").arg(turns).arg(frames)));
        QVERIFY2(dialog.said().startsWith("Written: "), qPrintable(dialog.said()));
        const QString path = m_folder.filePath("variance-fades-away-film-seed3.mp4");
        QVERIFY(QFileInfo(path).size() > 1000);
        if (hasReaders()) { // the length that was said is the length that was made
            const QJsonObject film = probed(path);
            QVERIFY2(promised.contains(" " + film["nb_read_frames"].toString() + " frame"),
                     qPrintable(promised));
            const double seconds = film["format"].toObject()["duration"].toString().toDouble();
            QVERIFY2(promised.contains(QLocale().toString(seconds, 'f', 1) + " seconds"),
                     qPrintable(promised));
        }
        QVERIFY(button(dialog, "Open folder")->isEnabled());
        // Again: it asks before it replaces.
        QTimer::singleShot(0, &dialog, [&dialog] {
            auto* question = dialog.findChild<QMessageBox*>();
            QVERIFY(question && question->text().contains("is there already"));
            question->reject();
        });
        dialog.make();
        QVERIFY(!dialog.isAtWork());
        QVERIFY(QFile::remove(path));
    }

    void aStopAndAClosedDialogLeaveNothing()
    {
        for (const bool closes : {false, true}) {
            FilmDialog dialog(material());
            makeSmall(dialog, FilmFormat::WebP);
            named<QDoubleSpinBox>(dialog, "Generations a second")->setValue(0.1);
            named<QSpinBox>(dialog, "Frames a second")->setValue(60);
            box(dialog, "Glide from one generation to the next")->setChecked(true);
            QVERIFY(dialog.wish()->plan.frames().size() > 6000);
            dialog.show();
            QSignalSpy ended(&dialog, &FilmDialog::ended);
            dialog.make();
            auto* progress = named<QProgressBar>(dialog, "How much of the film is made");
            QTRY_VERIFY_WITH_TIMEOUT(progress->value() > 0, 60'000);
            if (closes) {
                dialog.close();
            } else {
                button(dialog, "Stop")->click();
                QVERIFY(ended.wait(60'000));
                QCOMPARE(dialog.said(), QString("Stopped. Nothing of the film is left."));
            }
            QVERIFY(!dialog.isAtWork());
            QVERIFY(QDir(m_folder.path()).isEmpty(QDir::Files | QDir::Hidden));
        }
    }

    void theWindowOffersWhatItShows()
    {
        ThemeControl themes;
        MainWindow window(themes);
        QVERIFY(window.films().material().subjects.empty());
        QVERIFY(!window.actions().exportFilm->isEnabled());
        Experiment experiment = normalExperiment(11, 2);
        experiment.variants = {{"Few", {}}, {"Many", {{"samples.size", "1000"}}}};
        SessionContents contents{experiment, {}, "test"};
        for (int chain = 0; chain < 4; ++chain)
            for (const GenerationPtr& link : normalChain(12, 100, 1 + unsigned(chain), chain))
                contents.generations.push_back(link);
        window.session().setFinished(contents, {});
        QVERIFY(window.actions().exportFilm->isEnabled());
        const FilmMaterial run = window.films().material();
        QCOMPARE(run.subjects.size(), std::size_t(2));
        QCOMPARE(run.subjects[1].words, QString("The whole window"));
        QCOMPARE(run.subjects[0].generations, 12);
        window.comparing().compareVariants();
        const FilmMaterial compared = window.films().material();
        QCOMPARE(compared.subjects.size(), std::size_t(3));
        QCOMPARE(compared.subjects[0].words, QString("The comparison of 2"));
        // Everything can be painted, also after the run has gone.
        window.session().setExperiment(normalExperiment(3));
        for (const FilmSubject& subject : compared.subjects) {
            const auto scene = subject.make({});
            QCOMPARE(scene->generations(), 12);
            QImage first(1280, 720, QImage::Format_RGB32), last = first;
            for (QImage* image : {&first, &last}) {
                QPainter painter(image);
                scene->paint(painter, image == &first ? 0 : 11, {});
            }
            QVERIFY2(likeness(first, last) < 40, qPrintable(subject.words));
        }
    }

    void aWindowWithAFilmUnderWayAsksBeforeItCloses()
    {
        ThemeControl themes;
        MainWindow window(themes);
        window.session().setFinished(normalSession(12), {});
        window.show();
        window.films().ask();
        auto* dialog = window.findChild<FilmDialog*>();
        QVERIFY(dialog);
        makeSmall(*dialog, FilmFormat::WebP);
        named<QDoubleSpinBox>(*dialog, "Generations a second")->setValue(0.1);
        named<QSpinBox>(*dialog, "Frames a second")->setValue(60);
        box(*dialog, "Glide from one generation to the next")->setChecked(true);
        dialog->make();
        QVERIFY(dialog->isAtWork());
        const auto closeAnd = [&window](const QString& answer) {
            QTimer::singleShot(0, &window, [&window, answer] {
                auto* question = window.findChild<QMessageBox*>();
                QVERIFY(question && question->text().contains("nothing of it is left"));
                button(*question, answer)->click();
            });
            return window.close();
        };
        QVERIFY(!closeAnd("Keep making it"));
        QVERIFY(window.isVisible() && dialog->isAtWork());
        QVERIFY(closeAnd("End the film"));
    }

    void choicesAreRemembered()
    {
        {
            FilmDialog dialog(material());
            makeSmall(dialog, FilmFormat::Gif);
            named<QSpinBox>(dialog, "Last generation")->setValue(1);
            box(dialog, "Charts")->setChecked(false);
            QSignalSpy ended(&dialog, &FilmDialog::ended);
            dialog.make();
            QVERIFY(ended.wait(60'000));
        }
        FilmDialog again(material());
        QCOMPARE(named<QComboBox>(again, "Format")->currentData().toInt(), int(FilmFormat::Gif));
        QCOMPARE(named<QSpinBox>(again, "Width in pixels")->value(), 320);
        QCOMPARE(named<QLineEdit>(again, "Folder")->text(), m_folder.path());
        QVERIFY(!box(again, "Charts")->isChecked());
    }
};

HARELOOM_UI_TEST(FilmDialogTest)
#include "FilmDialogTest.moc"
