// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/LessonPlayer.h"

#include "core/lesson/LessonRun.h"
#include "core/lesson/ShownAnswers.h"
#include "ui/language/EngineSentence.h"
#include "ui/paths/PathBytes.h"

#include <algorithm>

namespace hareloom::ui {

namespace {

QString fromText(const std::string& text)
{
    return QString::fromStdString(text);
}

} // namespace

LessonPlayer::LessonPlayer(Lesson lesson, LessonAnswers answers, QString path, QObject* parent)
    : QObject(parent),
      m_lesson(std::move(lesson)),
      m_answers(std::move(answers)),
      m_paths{std::move(path)},
      m_job(tr("A part of the lesson could not be run").toStdString(),
            [this](const Result<RunRecord>& found) {
                const std::string experiment = std::exchange(m_beside, {});
                if (!found) {
                    Q_EMIT failed(engineSentence(found.error().message));
                    return;
                }
                m_records.insert_or_assign(experiment, *found);
                reveal();
                runBeside();
                Q_EMIT changed();
            })
{
    if (const LessonStep* step = m_lesson.findStep(m_answers.step))
        m_index = static_cast<int>(step - m_lesson.steps.data());
    else if (m_answers.isFinished)
        m_index = count() - 1;
    runBeside();
}

std::optional<Result<Experiment>> LessonPlayer::experiment() const
{
    const LessonExperiment* of = m_lesson.findExperiment(step().experiment);
    if (!of)
        return std::nullopt;
    return experimentFor(*of, m_answers.seed, m_answers.changed);
}

void LessonPlayer::beginRun()
{
    m_onBench = step().experiment;
    m_isBenchDone = false;
    m_bench.reset();
    const auto runs = experiment();
    if (const LessonExperiment* of = m_lesson.findExperiment(m_onBench); of && runs && *runs)
        m_bench.emplace(**runs, keepsStates(*of));
}

void LessonPlayer::add(const Generation& generation)
{
    if (m_bench)
        m_bench->add(generation);
}

void LessonPlayer::endRun()
{
    m_isBenchDone = m_bench.has_value();
    if (m_isBenchDone && m_answers.changed.empty())
        m_records.insert_or_assign(m_onBench, *m_bench);
    reveal();
    Q_EMIT changed();
}

LessonFindings LessonPlayer::findings() const
{
    LessonFindings found{m_lesson, {}, m_answers.numbers()};
    for (const auto& [id, record] : m_records)
        found.runs.emplace(id, &record);
    if (m_bench && m_isBenchDone)
        found.runs[m_onBench] = &*m_bench;
    return found;
}

// Of the words, of the question whose outcome is shown, and of the goal.
std::vector<std::string> LessonPlayer::needed() const
{
    std::vector<std::string> ids;
    const auto add = [&](const Expression& expression) {
        if (!expression.isEmpty())
            for (std::string& id : experimentsOf(expression, m_lesson))
                if (std::find(ids.begin(), ids.end(), id) == ids.end())
                    ids.push_back(std::move(id));
    };
    const auto addValues = [&](const std::string& text) {
        for (const TextPlace& place : placesIn(text))
            if (const LessonValue* value = m_lesson.findValue(place.name))
                add(value->is);
    };
    addValues(m_lesson.texts[step().id]);
    if (const LessonStep* asked = revealed()) {
        add(asked->ask->answer);
        for (const LessonOption& option : asked->ask->options)
            add(option.when);
        for (const std::string& id : m_lesson.texts.ids())
            if (id.starts_with(asked->id + '.'))
                addValues(m_lesson.texts[id]);
    }
    if (step().goal)
        add(step().goal->reach);
    return ids;
}

// One after another; what is on the bench is run there.
void LessonPlayer::runBeside()
{
    if (m_job.isAtWork())
        return;
    for (const std::string& id : needed()) {
        if (m_records.contains(id) || id == step().experiment)
            continue;
        const LessonExperiment* of = m_lesson.findExperiment(id);
        const auto own = experimentFor(*of, m_answers.seed);
        if (!own) {
            Q_EMIT failed(engineSentence(own.error().message));
            return;
        }
        m_beside = id;
        m_job.start([experiment = *own, keeps = keepsStates(*of)](const StopToken& stop) {
            return recordedRun(experiment, keeps, stop, nullptr, {1, {}});
        });
        return;
    }
}

bool LessonPlayer::isWaiting() const
{
    const auto all = needed();
    return std::any_of(all.begin(), all.end(), [this](const std::string& id) { return !isThere(id); });
}

bool LessonPlayer::isThere(const std::string& experiment) const
{
    return m_records.contains(experiment) || (experiment == m_onBench && m_isBenchDone);
}

bool LessonPlayer::isHeld(const std::string& paragraph) const
{
    for (const TextPlace& place : placesIn(paragraph))
        if (const LessonValue* value = m_lesson.findValue(place.name))
            for (const std::string& id : experimentsOf(value->is, m_lesson))
                if (!isThere(id))
                    return true;
    return false;
}

QString LessonPlayer::waitingWords() const
{
    const LessonExperiment* of = m_lesson.findExperiment(m_onBench);
    if (!of || !m_bench || m_isBenchDone)
        return tr("The run is not finished yet.");
    int last = static_cast<int>(of->experiment.generations);
    for (int variant = 0; variant < m_bench->variants(); ++variant)
        for (int chain = 0; chain < m_bench->chains(); ++chain)
            last = std::min(last, m_bench->last(variant, chain));
    return tr("The run is not finished yet: %1 of %2 generations.")
        .arg(std::max(0, last))
        .arg(of->experiment.generations);
}

std::vector<std::string> LessonPlayer::paragraphs() const
{
    std::vector<std::string> parts;
    for (const QString& part : fromText(m_lesson.texts[step().id]).split(QStringLiteral("\n\n")))
        parts.push_back(part.toStdString());
    return parts;
}

QString LessonPlayer::waitingFeedback() const
{
    const auto parts = paragraphs();
    const bool isSaid =
        std::any_of(parts.begin(), parts.end(), [this](const std::string& part) { return isHeld(part); });
    return isSaid ? QString() : waitingWords();
}

void LessonPlayer::tellProgress()
{
    if (isWaiting())
        Q_EMIT progressed();
}

bool LessonPlayer::isGoalReached() const
{
    return !step().goal || goalReachedAt(step(), findings()).has_value();
}

bool LessonPlayer::canGoOn() const
{
    return !isWaiting() && (!step().ask || answerOf(step()));
}

QString LessonPlayer::words() const
{
    std::string told;
    bool isWaited = false;
    for (const std::string& paragraph : paragraphs()) {
        const bool holds = isHeld(paragraph);
        if (!holds)
            told += filled(paragraph, findings()) + "\n\n";
        else if (!isWaited)
            told += waitingWords().toStdString() + "\n\n";
        isWaited = isWaited || holds;
    }
    return fromText(htmlOf(told));
}

QString LessonPlayer::question() const
{
    return step().ask ? questionOf(step()) : QString();
}

QString LessonPlayer::questionOf(const LessonStep& asked) const
{
    return fromText(htmlOf(m_lesson.texts[asked.id + ".ask"]));
}

QString LessonPlayer::hint() const
{
    const std::string* text = m_lesson.texts.find(step().id + ".hint");
    return text ? fromText(htmlOf(*text)) : QString();
}

const LessonStep* LessonPlayer::revealed() const
{
    return step().reveal.empty() ? nullptr : m_lesson.findStep(step().reveal);
}

std::optional<Judgement> LessonPlayer::judgement() const
{
    const LessonStep* asked = revealed();
    if (!asked || isWaiting())
        return std::nullopt;
    const LessonAnswer* known = answerOf(*asked);
    return judge(*asked, known ? known->prediction : LessonPrediction{}, findings());
}

QString LessonPlayer::feedback() const
{
    const auto judged = judgement();
    QString html;
    if (judged)
        for (const std::string& id : judged->feedback)
            html += fromText(htmlOf(filled(m_lesson.texts[id], findings())));
    return html;
}

// The outcome is kept beside the prediction as soon as it is shown.
void LessonPlayer::reveal()
{
    const auto judged = judgement();
    if (!judged)
        return;
    const LessonAnswer* known = answerOf(*revealed());
    LessonAnswer answer = known ? *known : LessonAnswer{revealed()->id, {}, {}, {}};
    if (answer.outcome == judged->outcome && answer.isRight == judged->isRight)
        return;
    answer.outcome = judged->outcome;
    answer.isRight = judged->isRight;
    m_answers.put(std::move(answer));
    keep();
}

bool LessonPlayer::isFixed(const LessonStep& asked) const
{
    const LessonAnswer* known = answerOf(asked);
    return known && (known->isFixed || !known->outcome.isEmpty());
}

// Once a step shows what was asked for, the way back leads to no other answer.
void LessonPlayer::fixAnswers()
{
    for (int i = 0; i < m_index; ++i) {
        const LessonStep& asked = m_lesson.steps[static_cast<std::size_t>(i)];
        LessonAnswer* known = asked.ask ? m_answers.find(asked.id) : nullptr;
        if (known && !known->isFixed)
            known->isFixed = showsAnswer(m_lesson, step(), asked);
    }
}

bool LessonPlayer::canBeNamed() const
{
    return m_index == 0 && !isFinished() && m_answers.answers.empty() &&
           m_answers.seed == seedFor(m_lesson.id, m_answers.name);
}

void LessonPlayer::setName(const QString& name)
{
    const std::string own = name.trimmed().toStdString();
    if (own == m_answers.name || !canBeNamed())
        return;
    m_answers.name = own;
    m_answers.seed = seedFor(m_lesson.id, own);
    m_records.clear();
    m_job.cancel();
    m_beside.clear();
    go(m_index);
}

Result<void> LessonPlayer::answer(const LessonPrediction& prediction)
{
    if (isFixed(step()))
        return invalidInput(
            tr("What came of it was shown, so this answer stays. Go on, or begin the lesson again.").toStdString());
    if (auto allowed = checkPrediction(*step().ask, prediction); !allowed)
        return allowed;
    put(prediction);
    return {};
}

void LessonPlayer::skip()
{
    if (!isFixed(step()))
        put({});
}

void LessonPlayer::put(const LessonPrediction& prediction)
{
    m_answers.put({step().id, prediction, {}, {}});
    keep();
    Q_EMIT changed();
}

void LessonPlayer::change(const SettingList& changed)
{
    m_answers.changed = changed;
    keep();
}

void LessonPlayer::next()
{
    if (!canGoOn())
        return;
    if (m_index + 1 < count())
        return go(m_index + 1);
    m_answers.isFinished = true;
    m_answers.step.clear();
    keep();
    Q_EMIT stepChanged();
}

void LessonPlayer::back()
{
    if (m_index > 0)
        go(m_index - 1);
}

void LessonPlayer::go(int index)
{
    m_index = index;
    m_answers.step = step().id;
    m_answers.isFinished = false;
    m_answers.changed.clear();
    fixAnswers();
    keep();
    runBeside();
    reveal();
    Q_EMIT stepChanged();
}

void LessonPlayer::beginAgain()
{
    m_answers.answers.clear();
    go(0);
}

void LessonPlayer::keepAlsoIn(const QString& path)
{
    if (!m_paths.contains(path))
        m_paths << path;
    keep();
}

void LessonPlayer::keep()
{
    for (const QString& path : m_paths)
        if (auto done = writeAnswers(bytesOf(path), m_answers); !done)
            Q_EMIT failed(engineSentence(done.error().message));
}

} // namespace hareloom::ui
