// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/LessonController.h"

#include "core/lesson/ExpectationLesson.h"
#include "core/lesson/LessonReader.h"
#include "core/recipe/ExperimentJson.h"
#include "ui/filmstrip/Filmstrip.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/EngineWords.h"
#include "ui/language/Languages.h"
#include "ui/lesson/AnswersFile.h"
#include "ui/lesson/LessonPanel.h"
#include "ui/lesson/LessonRuns.h"
#include "ui/lesson/QuestionView.h"
#include "ui/paths/PathBytes.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/session/SessionFile.h"
#include "ui/stage/StageScene.h"
#include "ui/stage/StageView.h"
#include "ui/teller/StoryStrip.h"
#include "ui/vitals/VitalsColumn.h"
#include "ui/window/Actions.h"
#include "ui/window/FamilyRail.h"
#include "ui/window/Header.h"
#include "ui/window/Laboratory.h"
#include "ui/window/RecipeController.h"
#include "ui/window/RunGuard.h"
#include "ui/window/Transport.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QMainWindow>
#include <QMenu>

#include <algorithm>
#include <limits>

namespace hareloom::ui {

namespace {

constexpr double kMostSecondsPlayed = 4; // of what a step adds: its words speak of the end

/// From an earlier time, else empty. One that cannot be read is put aside, not lost.
LessonAnswers earlierAnswers(const Lesson& lesson, const QString& path)
{
    LessonAnswers fresh;
    fresh.lesson = lesson.id;
    fresh.seed = seedFor(lesson.id, {});
    if (!QFile::exists(path))
        return fresh;
    if (auto known = readAnswers(bytesOf(path), lesson))
        return *known;
    QFile::remove(path + QStringLiteral(".damaged"));
    QFile::rename(path, path + QStringLiteral(".damaged"));
    return fresh;
}

/// What a step shows or hides. Title and transport are the lesson's own affair while it lasts.
std::vector<QWidget*> viewsOf(Laboratory& lab)
{
    return {&lab.header(), &lab.transport(), lab.rail().parentWidget(), &lab.stage(),
            &lab.vitals(), &lab.strip(),     lab.filmstripPanel()};
}

/// The lesson's own words, and what metrics are called in it.
std::string expectationWords(std::string_view english)
{
    const std::string text(english);
    const QString own = QCoreApplication::translate("Expectation", text.c_str());
    return own == QString::fromStdString(text) ? engineWords(EngineList::Metric, text).toStdString()
                                               : own.toStdString();
}

} // namespace

LessonController::LessonController(const Parts& parts)
    : QObject(&parts.window), m_parts(parts), m_panel(new LessonPanel(&parts.laboratory))
{
    m_panel->hide();
    parts.laboratory.addBeside(m_panel);
    parts.laboratory.installEventFilter(this);
    connect(m_panel, &LessonPanel::closeRequested, this, &LessonController::leave);
    connect(m_panel, &LessonPanel::moreRequested, this, [this] {
        leave();
        Q_EMIT moreRequested();
    });
    connect(m_panel, &LessonPanel::tried, this, &LessonController::showStep);
    connect(&parts.session, &LabSession::generationsReady, this, &LessonController::takeGenerations);
    connect(&parts.session, &LabSession::stateChanged, this, &LessonController::takeState);
    connect(&parts.cursor, &GenerationCursor::shownChanged, this, &LessonController::tellPicture);
    // Somebody opens something else: the lesson gives way.
    connect(&parts.session, &LabSession::experimentChanged, this, [this] {
        m_parts.laboratory.vitals().clearExpected();
        if (m_isPutting)
            return;
        leave();
        m_answered.clear();
    });
    connect(parts.actions.expect, &QAction::triggered, this, &LessonController::ask);
    connect(parts.actions.lessons, &QMenu::aboutToShow, this, &LessonController::fillMenu);
}

LessonController::~LessonController() = default;

bool LessonController::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize) {
        Laboratory& lab = m_parts.laboratory;
        constexpr int kGaps = 4 * kGrid; // at both ends, and between three
        m_panel->setRoom(std::max(1, lab.width() - lab.stage().minimumSizeHint().width() -
                                         lab.vitals().minimumSizeHint().width() - kGaps));
    }
    return QObject::eventFilter(watched, event);
}

void LessonController::fillMenu()
{
    QMenu* menu = m_parts.actions.lessons;
    menu->clear();
    for (const std::string& id : shippedLessons())
        if (const auto lesson = findLesson(id, spokenLanguage().toStdString())) {
            const QString title = QString::fromStdString(plainOf(lesson->texts["title"]));
            QAction* action = menu->addAction(tr("%1 (%n minute(s))", nullptr, lesson->minutes).arg(title));
            connect(action, &QAction::triggered, this, [this, id] { start(QString::fromStdString(id)); });
        }
    menu->addSeparator();
    menu->addAction(m_parts.actions.expect);
    connect(menu->addAction(tr("Open a lesson…")), &QAction::triggered, this, &LessonController::openFolder);
    menu->addSeparator();
    menu->addActions({m_parts.actions.worksheet, m_parts.actions.classAnswers});
}

void LessonController::openFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(&m_parts.window, tr("Open a lesson"));
    if (!folder.isEmpty())
        start(folder);
}

Result<Lesson> LessonController::lessonAt(const QString& place) const
{
    if (place.isEmpty())
        return expectationLesson(m_parts.session.experiment(), expectationWords);
    const auto shipped = shippedLessons();
    const bool isShipped = std::find(shipped.begin(), shipped.end(), place.toStdString()) != shipped.end();
    return isShipped ? findLesson(place.toStdString(), spokenLanguage().toStdString())
                     : readLesson(bytesOf(place), spokenLanguage().toStdString());
}

bool LessonController::start(const QString& place)
{
    auto lesson = lessonAt(place);
    if (!lesson) {
        Q_EMIT said(engineSentence(lesson.error().message));
        return false;
    }
    if (!m_parts.guard.mayEnd())
        return false;
    const QString path = answersPath(lesson->id);
    LessonAnswers answers = earlierAnswers(*lesson, path);
    m_place = place;
    begin(*std::move(lesson), std::move(answers), path);
    return true;
}

LessonPlace LessonController::standing() const
{
    if (!isOn())
        return {};
    const QuestionView* question = m_player->step().ask ? m_panel->question() : nullptr;
    return {m_place, true, m_player->answers(), question ? question->draft() : LessonPrediction{}};
}

void LessonController::resume(const LessonPlace& place)
{
    auto lesson = lessonAt(place.place);
    if (!lesson) {
        Q_EMIT said(engineSentence(lesson.error().message));
        return;
    }
    m_place = place.place;
    const QString path = answersPath(lesson->id);
    begin(*std::move(lesson), place.answers, path);
    m_panel->setDraft(place.draft);
}

void LessonController::ask()
{
    const Experiment& experiment = m_parts.session.experiment();
    auto lesson = lessonAt({});
    if (!lesson) {
        Q_EMIT said(engineSentence(lesson.error().message));
        return;
    }
    LessonAnswers answers;
    answers.lesson = lesson->id;
    answers.seed = experiment.seed;
    m_place.clear();
    const QString path = answersPath(lesson->id);
    begin(*std::move(lesson), std::move(answers), path);
}

void LessonController::begin(Lesson lesson, LessonAnswers answers, const QString& path)
{
    leave();
    m_player = std::make_unique<LessonPlayer>(std::move(lesson), std::move(answers), path);
    m_answered = path;
    connect(m_player.get(), &LessonPlayer::stepChanged, this, &LessonController::showStep);
    connect(m_player.get(), &LessonPlayer::failed, this, &LessonController::said);
    m_hidFuture = m_parts.cursor.hidesFuture();
    m_speedBefore = m_parts.cursor.speed();
    m_parts.cursor.setFutureHidden(true);
    m_parts.recipes.setAvailable(false);
    m_onBench.clear();
    Q_EMIT started();
    showStep();
    m_panel->setPlayer(m_player.get());
    m_panel->show();
    m_panel->takeFocus();
}

void LessonController::leave()
{
    if (!m_player)
        return;
    m_panel->hide();
    m_panel->setPlayer(nullptr);
    m_player.reset();
    const int shown = m_parts.cursor.shown();
    m_parts.cursor.clearLimit();
    m_parts.cursor.show(shown); // the rest is not played to who leaves
    m_parts.cursor.setSpeed(m_speedBefore);
    m_parts.cursor.setFutureHidden(m_hidFuture);
    m_parts.recipes.setAvailable(true);
    Laboratory& lab = m_parts.laboratory;
    for (QWidget* view : viewsOf(lab))
        view->show();
    lab.vitals().setOnly({});
    lab.filmstrip().setMarksShown(true);
    Q_EMIT left();
}

void LessonController::keepBeside(const QString& session)
{
    const QString path = answersBeside(session);
    if (m_player)
        return m_player->keepAlsoIn(path);
    if (m_answered.isEmpty()) // what is saved is no run of a lesson
        return;
    QFile::remove(path);
    if (!QFile::copy(m_answered, path))
        Q_EMIT said(tr("%1: the answers to the lesson could not be written there.").arg(path));
}

bool LessonController::shows(std::string_view view) const
{
    const auto& show = m_player->step().show;
    return std::find(show.begin(), show.end(), view) != show.end();
}

void LessonController::showStep()
{
    rememberPlace();
    putOnBench();
    adaptViews();
    showExpected();
}

// The first screen offers what was begun and not finished. The lesson of an experiment has no place of its
// own.
void LessonController::rememberPlace()
{
    if (m_place.isEmpty())
        return;
    if (!m_player->isFinished())
        return setInterruptedLesson(m_place);
    if (interruptedLesson() == m_place)
        setInterruptedLesson({});
}

// A curve that was drawn stays in its chart, beside what came of it.
void LessonController::showExpected()
{
    const LessonStep* asked = m_player->revealed();
    const LessonAnswer* answer = asked ? m_player->answerOf(*asked) : nullptr;
    if (!answer || asked->ask->kind != QuestionKind::DrawCurve || answer->prediction.numbers.empty() ||
        asked->ask->answer.root().kind != ExpressionNode::Kind::Metric)
        return;
    const auto& generations = asked->ask->generations;
    PublishedCurve curve;
    curve.source = tr("You").toStdString();
    curve.label = tr("what you expected").toStdString();
    curve.note = tr("drawn before the run").toStdString();
    curve.values.assign(static_cast<std::size_t>(generations.back()) + 1,
                        std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < generations.size(); ++i)
        curve.values[static_cast<std::size_t>(generations[i])] = answer->prediction.numbers[i];
    m_parts.laboratory.vitals().setExpected(asked->ask->answer.root().name, std::move(curve));
}

// The same experiment goes on from step to step.
void LessonController::putOnBench()
{
    const auto experiment = m_player->experiment();
    if (!experiment)
        return;
    if (!*experiment) {
        Q_EMIT said(engineSentence(experiment->error().message));
        return;
    }
    std::string wanted = m_player->step().experiment + ' ' + std::to_string(m_player->answers().seed);
    for (const auto& [path, value] : m_player->answers().changed)
        wanted += ' ' + path + '=' + value;
    if (wanted == m_onBench)
        return;
    m_onBench = wanted;
    m_taken.clear();
    m_player->beginRun();
    m_parts.cursor.setLimit(static_cast<int>(m_player->step().runTo.value_or(0)));
    // What is there already is not run again.
    if (!m_parts.session.history().isEmpty() &&
        toJson(m_parts.session.experiment()) == toJson(**experiment)) {
        takeGenerations();
    } else if (!takeRecording(**experiment)) {
        m_isPutting = true;
        m_parts.session.setExperiment(**experiment);
        m_isPutting = false;
    }
    if (m_parts.session.state() != RunState::Finished && !m_parts.session.isRunning())
        Q_EMIT runRequested();
}

// Of an earlier time: the run goes on from what was recorded of it. One with other settings is another run.
bool LessonController::takeRecording(const Experiment& experiment)
{
    const QString path = lessonRun(m_player->lesson().id, m_player->step().experiment);
    if (m_place.isEmpty() || path.isEmpty() || !pathExists(path))
        return false;
    const auto contents = readSession(path);
    if (!contents || contents->generations.empty() || toJson(contents->experiment) != toJson(experiment))
        return false;
    m_isPutting = true;
    m_parts.session.setFinished(*contents, path);
    m_isPutting = false;
    return true;
}

void LessonController::adaptViews()
{
    Laboratory& lab = m_parts.laboratory;
    const LessonStep& step = m_player->step();
    const int last = static_cast<int>(step.runTo.value_or(0));
    const int before = m_parts.cursor.shown();
    m_parts.cursor.setLimit(last);
    lab.header().hide();
    lab.transport().hide();
    lab.rail().parentWidget()->hide();
    lab.stage().setVisible(shows("stage"));
    lab.filmstripPanel()->setVisible(shows("filmstrip"));
    lab.filmstrip().setMarksShown(shows("marks"));
    lab.strip().setVisible(shows("telling"));
    lab.vitals().setVisible(!step.metrics.empty());
    lab.vitals().setOnly(step.metrics, step.variants);
    m_parts.actions.compare->setChecked(shows("compare"));
    StageOptions look = m_parts.look.options();
    const int modes = static_cast<int>(m_parts.scene.modes().size());
    for (int mode = 0; mode < modes; ++mode) {
        look.mode = mode;
        if ((m_parts.scene.chains(look) != nullptr) == shows("chains")) {
            m_parts.look.setMode(mode);
            break;
        }
    }
    if (shows("chains") && !step.metrics.empty())
        m_parts.look.setQuantity(step.metrics.back()); // what the step is about
    m_parts.cursor.setSpeed(std::max(m_speedBefore, (last - before) / kMostSecondsPlayed));
    if (last > before)
        m_parts.cursor.follow(); // what the step adds is played
    else
        m_parts.cursor.show(last);
    tellPicture();
}

// The words speak of the step's generation, which the picture may still be on its way to.
void LessonController::tellPicture()
{
    if (!m_player)
        return;
    const bool isSeen = !m_player->isFinished() && (shows("stage") || shows("filmstrip"));
    const int last = static_cast<int>(m_player->step().runTo.value_or(0));
    m_panel->setPicture(isSeen ? m_parts.cursor.shown() : last, last);
}

void LessonController::takeGenerations()
{
    if (!m_player)
        return;
    const History& history = m_parts.session.history();
    const auto chains =
        m_parts.session.variants().size() *
        static_cast<std::size_t>(std::max<std::int64_t>(1, m_parts.session.experiment().chains));
    m_taken.resize(chains);
    for (std::size_t chain = 0; chain < chains; ++chain)
        for (const auto at = static_cast<ChainIndex>(chain); m_taken[chain] < history.count(at);
             ++m_taken[chain])
            m_player->add(*history.at(at, m_taken[chain]));
    if (m_parts.session.state() == RunState::Finished)
        m_player->endRun();
    else
        m_player->tellProgress();
}

void LessonController::takeState(RunState state)
{
    if (const QString path = m_parts.session.recordingPath(); m_player && state == RunState::Running &&
                                                              !path.isEmpty() && !m_place.isEmpty() &&
                                                              m_player->answers().changed.empty())
        rememberLessonRun(m_player->lesson().id, m_player->step().experiment, path);
    if (m_player && state == RunState::Finished)
        takeGenerations();
}

void LessonController::setTheme(const Theme& theme)
{
    m_panel->setTheme(theme);
}

} // namespace hareloom::ui
