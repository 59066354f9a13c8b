// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/RenderFilm.h"

#include "app/window/Drawing.h"
#include "core/base/AtomicFile.h"
#include "core/sweep/SweepFolder.h"
#include "ui/film/FilmJob.h"
#include "ui/film/FilmedComparison.h"
#include "ui/film/FilmedRun.h"
#include "ui/paths/PathBytes.h"
#include "ui/session/ChainName.h"
#include "ui/window/FanTheory.h"
#include "ui/window/FilmedWindow.h"

#include <QDir>
#include <QEventLoop>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <numeric>

namespace hareloom::app {

namespace {

volatile std::sig_atomic_t g_isInterrupted = 0;

void interrupt(int)
{
    g_isInterrupted = 1;
}

Error refused(const QString& sentence)
{
    return invalidInput(sentence.toStdString());
}

/// What there is to film, and what it is called.
struct Filmed
{
    std::function<std::unique_ptr<ui::FilmScene>()> make;
    QString name;
    ui::FilmAbout about;
};

Result<int> modeOf(const QString& view, const QStringList& modes)
{
    if (view.isEmpty())
        return 0;
    for (int mode = 0; mode < modes.size(); ++mode)
        if (modes[mode].compare(view, Qt::CaseInsensitive) == 0)
            return mode;
    return refused(
        QStringLiteral("--view %1: this stage has %2.").arg(view, modes.join(QStringLiteral(", "))));
}

QString withChain(const char* name, ChainIndex chain)
{
    return chain > 0 ? QStringLiteral("%1-chain-%2").arg(QLatin1String(name)).arg(chain)
                     : QLatin1String(name);
}

/// The chain that was chosen, as it is first looked at.
Result<ui::RunToFilm> runOf(Drawing& drawing)
{
    ui::RunToFilm run{ui::contentsOf(drawing.session), drawing.chain, {}, {}, drawing.metrics};
    const Experiment& experiment = drawing.session.experimentOf(drawing.chain);
    run.options = ui::firstLook(experiment);
    if (const auto real = ui::RealRows::read(drawing.session, drawing.chain))
        run.real = *real;
    sayOfData(run.real, experiment);
    drawing.scene.setChain(drawing.chain);
    drawing.scene.setRealData(run.real);
    if (!drawing.scene.stage())
        return refused(
            QStringLiteral("%1: this program cannot draw models of the family \"%2\".")
                .arg(ui::shownPath(drawing.arguments.render), QString::fromStdString(experiment.family)));
    const auto mode = modeOf(drawing.arguments.film.view, drawing.scene.modes());
    if (!mode)
        return mode.error();
    run.options.mode = *mode;
    return run;
}

Result<Filmed> filmedRun(Drawing& drawing)
{
    const auto run = runOf(drawing);
    if (!run)
        return run.error();
    const auto make = [run = *run]() -> std::unique_ptr<ui::FilmScene> {
        auto scene = std::make_unique<ui::FilmedRun>(run);
        ui::bringFanTheory(scene->scene(), run.options);
        return scene;
    };
    return Filmed{make, withChain("film", drawing.chain),
                  ui::aboutFilm(drawing.session.experiment(), ui::chainName(drawing.session, drawing.chain))};
}

/// Without a display Qt says of every window that it cannot tell its sizes, which nobody wants to know.
void ignorePlatform(QtMsgType, const QMessageLogContext&, const QString& words)
{
    if (!words.contains(QLatin1String("propagateSizeHints")))
        std::fprintf(stderr, "%s\n", qUtf8Printable(words));
}

/// The whole program wears the film's theme, and nothing that a user has set: the film is the same
/// everywhere.
std::shared_ptr<ui::ThemeControl> themesOf(const ui::Theme& theme)
{
    qInstallMessageHandler(ignorePlatform);
    static const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    auto themes = std::make_shared<ui::ThemeControl>();
    themes->choose(theme.dark ? ui::ThemeChoice::Dark : ui::ThemeChoice::Light);
    return themes;
}

Result<Filmed> filmedWindow(Drawing& drawing)
{
    const auto run = runOf(drawing);
    if (!run)
        return run.error();
    const ui::FilmLook& look = drawing.arguments.film.look;
    const auto make = [run = *run, themes = themesOf(*look.theme),
                       size = look.size]() -> std::unique_ptr<ui::FilmScene> {
        return std::make_unique<ui::FilmedWindow>(run, *themes, size);
    };
    return Filmed{make, withChain("window", drawing.chain),
                  ui::aboutFilm(drawing.session.experiment(), ui::chainName(drawing.session, drawing.chain))};
}

Result<Filmed> filmedComparison(Drawing& drawing)
{
    const FilmArguments& film = drawing.arguments.film;
    auto comparison = std::make_shared<ui::Comparison>();
    std::vector<std::size_t> columns;
    if (film.beside.isEmpty()) { // its own variants
        comparison->addRun(drawing.session, 0);
        columns.resize(comparison->sources().size());
        std::iota(columns.begin(), columns.end(), std::size_t(0));
    } else {
        for (const QString& path : QStringList{drawing.arguments.render} + film.beside) {
            columns.push_back(comparison->sources().size());
            if (const auto added = comparison->addFile(path); !added)
                return added.error();
        }
    }
    if (columns.size() < ui::Comparison::kLeast)
        return refused(
            QStringLiteral("--scene comparison: %1 has no variants; give a further session with --beside.")
                .arg(ui::shownPath(drawing.arguments.render)));
    if (columns.size() > ui::Comparison::kMost && !film.beside.isEmpty())
        return refused(
            QStringLiteral("--beside: a comparison shows %1 sessions at most.").arg(ui::Comparison::kMost));
    comparison->setColumns(columns);
    ui::StageScene first(*comparison->column(0).session, ui::faceOf);
    first.setChain(comparison->column(0).chain);
    const auto mode = modeOf(film.view, first.modes());
    if (!mode)
        return mode.error();
    ui::StageOptions options;
    options.mode = *mode;
    const auto make = [comparison, options]() -> std::unique_ptr<ui::FilmScene> {
        return std::make_unique<ui::FilmedComparison>(*comparison, options);
    };
    return Filmed{make, QStringLiteral("comparison"), ui::aboutComparison(*comparison)};
}

Result<std::vector<int>> generationsOf(const Arguments& arguments, int count)
{
    std::vector<int> chosen(arguments.generations.begin(), arguments.generations.end());
    std::sort(chosen.begin(), chosen.end());
    chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
    if (!chosen.empty() && chosen.back() >= count)
        return refused(QStringLiteral("--generation %1: there are generations 0 to %2 to film.")
                           .arg(chosen.back())
                           .arg(count - 1));
    if (chosen.empty()) {
        chosen.resize(static_cast<std::size_t>(count));
        std::iota(chosen.begin(), chosen.end(), 0);
    }
    return chosen;
}

Result<ui::FilmWish> wishOf(ui::FilmFormat format, const Arguments& arguments, const Filmed& filmed,
                            const std::vector<int>& generations)
{
    const FilmArguments& film = arguments.film;
    ui::FilmTiming timing = ui::usualTiming(format);
    timing.generationsPerSecond = film.speed.value_or(ui::usualSpeed(static_cast<int>(generations.size())));
    timing.ticksPerSecond = film.framesPerSecond.value_or(timing.ticksPerSecond);
    timing.glides = film.glides.value_or(timing.glides) && film.subject != FilmSubject::Window;
    timing.firstStill = film.firstStill.value_or(timing.firstStill);
    timing.lastStill = film.lastStill.value_or(timing.lastStill);
    auto plan = ui::FilmPlan::make(generations, timing);
    if (!plan)
        return plan.error();
    ui::FilmWish wish{format, film.look, std::move(*plan),
                      QDir(arguments.out).filePath(filmed.name + QLatin1Char('.') + ui::endingOf(format)),
                      filmed.about};
    if (const auto possible = ui::checkFilm(wish); !possible)
        return possible.error();
    return wish;
}

void sayProgress(const ui::FilmJob& job)
{
    QString line = QStringLiteral("\r%1: %2%")
                       .arg(ui::filmFormatName(job.wish().format))
                       .arg(static_cast<int>(100 * job.shareDone()));
    if (const double left = job.secondsLeft(); left >= 0)
        line += QStringLiteral(", %1 s left ").arg(left, 0, 'f', 0);
    QTextStream(stderr) << line.leftJustified(40);
}

Result<void> make(const Filmed& filmed, const ui::FilmWish& wish)
{
    if (!QDir().mkpath(QFileInfo(wish.path).absolutePath()))
        return systemError(wish.path.toStdString() + ": its folder could not be made.");
    removeLeftovers(ui::bytesOf(wish.path));
    ui::FilmJob job(filmed.make(), wish);
    QEventLoop loop;
    Result<qint64> outcome = stopped();
    QObject::connect(&job, &ui::FilmJob::ended, &loop, [&](const Result<qint64>& end) {
        outcome = end;
        loop.quit();
    });
    QTimer watch;
    const bool isTerminal = ::isatty(STDERR_FILENO) != 0;
    QObject::connect(&watch, &QTimer::timeout, &job, [&] {
        if (g_isInterrupted)
            job.stop();
        else if (isTerminal)
            sayProgress(job);
    });
    watch.start(100);
    job.start();
    loop.exec();
    if (isTerminal)
        QTextStream(stderr) << '\r' << QString().leftJustified(40) << '\r';
    if (!outcome && outcome.error().kind == ErrorKind::Stopped)
        return Error{ErrorKind::Stopped,
                     "Stopped; nothing of " + ui::shownPath(wish.path).toStdString() + " is left."};
    if (!outcome)
        return outcome.error();
    QTextStream(stdout) << wish.path << Qt::endl;
    return {};
}

Result<Filmed> subjectOf(Drawing& drawing)
{
    switch (drawing.arguments.film.subject) {
    case FilmSubject::Comparison:
        return filmedComparison(drawing);
    case FilmSubject::Window:
        return filmedWindow(drawing);
    case FilmSubject::Run:
        break;
    }
    return filmedRun(drawing);
}

} // namespace

Result<void> renderFilms(const Arguments& arguments)
{
    for (const ui::FilmFormat format : arguments.film.formats)
        if (const auto possible = ui::checkFormat(format); !possible)
            return possible;
    if (SweepFolder::isOne(ui::bytesOf(arguments.render)))
        return refused(QStringLiteral("%1 is a sweep, and a film shows one run; give a session.")
                           .arg(ui::shownPath(arguments.render)));
    const auto contents = ui::readSession(arguments.render);
    if (!contents)
        return contents.error();
    Arguments first = arguments; // which generations there are is asked of what is filmed
    first.generations.clear();
    Drawing drawing(first);
    drawing.session.setFinished(*contents, arguments.render);
    if (const auto chosen = choose(drawing); !chosen)
        return chosen.error();
    const auto filmed = subjectOf(drawing);
    if (!filmed)
        return filmed.error();
    const auto generations = generationsOf(arguments, filmed->make()->generations());
    if (!generations)
        return generations.error();
    std::vector<ui::FilmWish> wishes;
    for (const ui::FilmFormat format : arguments.film.formats) {
        auto wish = wishOf(format, arguments, *filmed, *generations);
        if (!wish)
            return wish.error();
        wishes.push_back(std::move(*wish));
    }
    std::signal(SIGINT, interrupt);
    std::signal(SIGTERM, interrupt);
    for (const ui::FilmWish& wish : wishes)
        if (const auto made = make(*filmed, wish); !made)
            return made;
    return {};
}

} // namespace hareloom::app
