// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lesson/Answers.h"
#include "core/lesson/Evaluate.h"
#include "ui/jobs/LatestJob.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>

namespace hareloom::ui {

/// One learner's way through one lesson: which step it is, what was answered, what came of it. It knows no
/// widget: whoever shows the lesson runs experiment() and hands its generations in; what a step needs of
/// other experiments is run beside the GUI thread. Every answer is on the disk before the next step is shown.
/// GUI thread.
class LessonPlayer : public QObject
{
    Q_OBJECT
public:
    /// `answers`: empty, or of an earlier time, to go on from. `path`: their file.
    LessonPlayer(Lesson lesson, LessonAnswers answers, QString path, QObject* parent = nullptr);

    const Lesson& lesson() const { return m_lesson; }
    const LessonAnswers& answers() const { return m_answers; }
    bool isFinished() const { return m_answers.isFinished; }
    /// In [0, count()); the last one when it is finished.
    int index() const { return m_index; }
    int count() const { return static_cast<int>(m_lesson.steps.size()); }
    const LessonStep& step() const { return m_lesson.steps[static_cast<std::size_t>(m_index)]; }

    /// The step's experiment with the learner's seed and changes; nothing where it has none. Errors:
    /// InvalidInput.
    std::optional<Result<Experiment>> experiment() const;
    /// The experiment is on the bench anew: what is known of it is forgotten.
    void beginRun();
    /// A generation of what is on the bench; those of a chain in order.
    void add(const Generation& generation);
    /// Those that have come by now are told.
    void tellProgress();
    /// The run on the bench has ended.
    void endRun();

    /// Whether something that the step tells is still being run.
    bool isWaiting() const;
    /// The step may be left: what it asks is answered or skipped, and it waits for nothing.
    bool canGoOn() const;
    /// Whether the step's goal is reached; true where it has none.
    bool isGoalReached() const;

    /// How far the run is that something waits for, as a sentence.
    QString waitingWords() const;
    /// The same in place of a verdict; empty where words() has them.
    QString waitingFeedback() const;
    /// As HTML of LessonText's few marks, with the run's numbers. In place of the paragraphs whose numbers
    /// are not there yet stand the waiting words.
    QString words() const;
    QString question() const;
    QString questionOf(const LessonStep& asked) const;
    QString hint() const; // empty: there is none
    /// Of a step that reveals: what the learner expected and what happened, and what is to be said about it.
    std::optional<Judgement> judgement() const;
    QString feedback() const;
    const LessonStep* revealed() const;
    /// What the learner answered in a step; null: nothing yet.
    const LessonAnswer* answerOf(const LessonStep& step) const { return m_answers.find(step.id); }

    /// What came of it was shown, so that the answer is changed no more.
    bool isFixed(const LessonStep& asked) const;

    /// Whether the learner may still give a name, which decides the data: nothing is answered yet.
    bool canBeNamed() const;
    /// The run that seedFor() gives this name, as worksheets have it; the lesson begins anew with it.
    void setName(const QString& name);

    /// Errors: what the question does not allow, or that it is fixed, as a sentence.
    Result<void> answer(const LessonPrediction& prediction);
    void skip();
    /// Of a step that unlocks settings.
    void change(const SettingList& changed);
    void next();
    void back();
    void beginAgain();
    /// Writes the answers into this file, too, now and after each step.
    void keepAlsoIn(const QString& path);

Q_SIGNALS:
    /// Another step.
    void stepChanged();
    /// More is known of the same step.
    void changed();
    void progressed();
    void failed(const QString& sentence);

private:
    LessonFindings findings() const;
    std::vector<std::string> needed() const;
    bool isThere(const std::string& experiment) const;
    std::vector<std::string> paragraphs() const; // of the step, unfilled
    bool isHeld(const std::string& paragraph) const;
    void runBeside();
    void reveal();
    void fixAnswers();
    void keep();
    void go(int index);
    void put(const LessonPrediction& prediction);

    Lesson m_lesson;
    LessonAnswers m_answers;
    QStringList m_paths; // of the answers' files
    int m_index = 0;
    std::map<std::string, RunRecord, std::less<>> m_records; // complete ones
    std::optional<RunRecord> m_bench; // of the step's experiment, as far as it has come
    std::string m_onBench;
    bool m_isBenchDone = false;
    std::string m_beside; // the experiment that is run beside
    LatestJob<RunRecord> m_job;
};

} // namespace hareloom::ui
