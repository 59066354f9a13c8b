// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ExitStatus.h"
#include "app/cli/TypedNumber.h"
#include "app/cli/lesson/LessonCommand.h"
#include "app/cli/lesson/LessonRuns.h"
#include "app/cli/lesson/TerminalStage.h"
#include "app/cli/lesson/Typed.h"
#include "core/base/Text.h"
#include "core/lesson/Answers.h"
#include "core/lesson/LessonReader.h"
#include "core/recipe/ExperimentFields.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace hareloom::cli {
namespace {

namespace fs = std::filesystem;

/// One learner's way through one lesson.
class Play
{
public:
    Play(const Lesson& lesson, LessonAnswers answers, std::string file, Console& console)
        : m_lesson(lesson),
          m_answers(std::move(answers)),
          m_file(std::move(file)),
          m_console(console),
          m_runs(lesson, m_answers.seed, console),
          m_isPerson(::isatty(STDIN_FILENO) == 1)
    {
    }

    /// Errors: run()'s; System (the answers cannot be written); Stopped at the end of the input.
    Result<void> go()
    {
        const LessonStep* const found = m_lesson.findStep(m_answers.step);
        for (std::size_t i = found ? static_cast<std::size_t>(found - m_lesson.steps.data()) : 0;
             i < m_lesson.steps.size(); ++i) {
            m_answers.step = m_lesson.steps[i].id;
            if (auto kept = keep(); !kept)
                return kept;
            m_console.out << "\n--- " << i + 1 << " of " << m_lesson.steps.size() << " ---\n\n";
            if (auto done = show(m_lesson.steps[i]); !done)
                return done;
            m_answers.changed.clear();
        }
        m_answers.isFinished = true;
        m_answers.step.clear();
        return keep();
    }

    /// "2 of 3 predictions came true."
    std::string summary() const
    {
        const auto [right, judged] = m_answers.tally();
        return judged == 0 ? std::string()
                           : std::to_string(right) + " of " + std::to_string(judged) +
                                 (judged == 1 ? " prediction" : " predictions") + " came true. ";
    }

private:
    Result<void> keep() { return writeAnswers(m_file, m_answers); }

    Result<void> show(const LessonStep& step)
    {
        if (!step.reveal.empty())
            if (auto done = reveal(*m_lesson.findStep(step.reveal)); !done)
                return done;
        if (auto done = say(m_lesson.texts[step.id]); !done)
            return done;
        if (auto done = stage(step); !done)
            return done;
        if (step.ask)
            return ask(step);
        if (step.goal)
            return goal(step);
        return pause(step);
    }

    /// Waits for what the text's values need, and prints it.
    Result<void> say(const std::string& text)
    {
        for (const TextPlace& place : placesIn(text))
            if (const LessonValue* value = m_lesson.findValue(place.name))
                if (auto done = m_runs.waitFor(experimentsOf(value->is, m_lesson)); !done)
                    return done;
        m_console.out << wrapped(filled(text, findings()));
        return {};
    }

    Result<void> stage(const LessonStep& step)
    {
        if (step.experiment.empty() || !step.runTo)
            return {};
        if (auto done = m_runs.waitFor(step.experiment, step.runTo); !done)
            return done;
        const auto isShown = [&step](std::string_view view) {
            return std::find(step.show.begin(), step.show.end(), view) != step.show.end();
        };
        const std::string shown = step.experiment + " " + std::to_string(*step.runTo) + joined(step.metrics) +
                                  joined(step.show) + std::to_string(step.variants.value_or(0));
        if (std::exchange(m_shown, shown) == shown)
            return {};
        const int variants = isShown("compare") ? static_cast<int>(m_runs.titles(step.experiment).size()) : 1;
        for (int variant = 0; variant < variants && isShown("stage"); ++variant)
            drawModel(step, variant);
        for (const std::string& metric : step.metrics)
            m_console.out << m_runs.ofRecord(step.experiment, [&](const RunRecord& record) {
                return courses(record, metric, *step.runTo, isShown("chains"), step.variants);
            });
        return {};
    }

    void drawModel(const LessonStep& step, int variant)
    {
        const auto first = m_runs.model(step.experiment, variant, 0);
        const auto model = m_runs.model(step.experiment, variant, *step.runTo);
        if (!first || !model || !first->snapshot || !model->snapshot)
            return;
        const std::string title = m_runs.titles(step.experiment)[static_cast<std::size_t>(variant)];
        m_console.out << "\n  Generation " << *step.runTo << (title.empty() ? "" : ", " + title) << "\n"
                      << drawn(*model, *first,
                               m_lesson.findExperiment(step.experiment)->experiment.source.names);
    }

    Result<void> ask(const LessonStep& step)
    {
        const Question& question = *step.ask;
        m_console.out << "\n" << wrapped(m_lesson.texts[step.id + ".ask"]);
        for (std::size_t i = 0; i < question.options.size(); ++i)
            m_console.out << "  " << i + 1 << "  " << plainOf(labelOf(m_lesson, step, question.options[i].id))
                          << "\n";
        if (question.kind == QuestionKind::DrawCurve) {
            m_console.out << "  Generations:";
            for (const std::int64_t generation : question.generations)
                m_console.out << " " << generation;
            m_console.out << "\n";
        }
        for (;;) {
            const auto typed = readLine(m_console, howTo(question));
            if (!typed)
                return stopped();
            if (*typed == "?") {
                tellHint(step);
                continue;
            }
            LessonAnswer answer{step.id, {}, {}, {}};
            if (!typed->empty()) {
                auto prediction = readPrediction(question, *typed);
                if (!prediction) {
                    m_console.out << prediction.error().message << "\n";
                    continue;
                }
                answer.prediction = *std::move(prediction);
            }
            m_answers.put(std::move(answer));
            return keep();
        }
    }

    void tellHint(const LessonStep& step)
    {
        const std::string* hint = m_lesson.texts.find(step.id + ".hint");
        m_console.out << (hint ? wrapped(*hint) : std::string("There is no hint here.\n"));
    }

    Result<void> reveal(const LessonStep& asked)
    {
        for (const LessonOption& option : asked.ask->options)
            if (auto done = m_runs.waitFor(experimentsOf(option.when, m_lesson)); !done)
                return done;
        if (auto done = m_runs.waitFor(experimentsOf(asked.ask->answer, m_lesson)); !done)
            return done;
        LessonAnswer* const known = m_answers.find(asked.id);
        LessonAnswer answer = known ? *known : LessonAnswer{asked.id, {}, {}, {}};
        const Judgement judgement = judge(asked, answer.prediction, findings());
        answer.outcome = judgement.outcome;
        answer.isRight = judgement.isRight;
        m_console.out << "Asked was: " << plainOf(m_lesson.texts[asked.id + ".ask"]) << "\n"
                      << "  you:  " << words(asked, answer.prediction, "skipped") << "\n"
                      << "  run:  " << words(asked, answer.outcome, "no single answer") << "\n\n";
        m_answers.put(std::move(answer));
        for (const std::string& id : judgement.feedback) {
            if (auto done = say(m_lesson.texts[id]); !done)
                return done;
            m_console.out << "\n";
        }
        return keep();
    }

    std::string words(const LessonStep& asked, const LessonPrediction& prediction, const char* none) const
    {
        return prediction.isEmpty() ? none : predictionWords(m_lesson, asked, prediction);
    }

    /// Lets settings be changed until the goal is reached, or the learner goes on.
    Result<void> goal(const LessonStep& step)
    {
        if (auto done = m_runs.waitFor(experimentsOf(step.goal->reach, m_lesson)); !done)
            return done;
        if (step.unlock.empty()) {
            if (const auto reached = goalReachedAt(step, findings()))
                m_console.out << "\nReached in generation " << *reached << ".\n";
            return pause(step);
        }
        m_console.out << "\n";
        for (const std::string& setting : step.unlock)
            m_console.out << "  " << setting << "  " << findField(setting)->help << "\n";
        for (;;) {
            const auto typed = readLine(m_console, "Change, as in " + step.unlock.front() +
                                                       "=VALUE, ? for a hint, or Enter to go on: ");
            if (!typed)
                return stopped();
            if (typed->empty())
                return {};
            if (*typed == "?") {
                tellHint(step);
                continue;
            }
            const auto reached = tryChange(step, *typed);
            if (!reached)
                m_console.out << printable(reached.error().message) << "\n";
            else if (*reached)
                return m_console.out << "Reached.\n", pause(step);
            else
                m_console.out << "Not yet.\n";
        }
    }

    Result<bool> tryChange(const LessonStep& step, const std::string& typed)
    {
        const std::size_t sign = typed.find('=');
        const std::string setting(trimmed(typed.substr(0, sign)));
        if (sign == std::string::npos ||
            std::find(step.unlock.begin(), step.unlock.end(), setting) == step.unlock.end())
            return invalidInput("Write one of these settings, = and its value: " + joined(step.unlock) + ".");
        SettingList changed = m_answers.changed;
        std::erase_if(changed, [&setting](const auto& each) { return each.first == setting; });
        changed.emplace_back(setting, trimmed(typed.substr(sign + 1)));
        const LessonExperiment& of = *m_lesson.findExperiment(step.experiment);
        auto own = experimentFor(of, m_answers.seed, changed);
        if (!own)
            return own.error();
        Lesson alone = m_lesson;
        for (LessonExperiment& each : alone.experiments)
            if (each.id == step.experiment)
                each.experiment = *own;
        LessonRun run(alone, m_answers.seed);
        if (auto done = run.run(step.experiment, {}); !done)
            return done.error();
        m_answers.changed = std::move(changed);
        if (auto kept = keep(); !kept)
            return kept.error();
        LessonFindings found = findings();
        const LessonFindings anew = run.findings();
        found.runs[step.experiment] = anew.runs.at(step.experiment);
        for (const std::string& metric : step.metrics)
            m_console.out << courses(*found.runs[step.experiment], metric, own->generations, false,
                                     step.variants);
        return goalReachedAt(step, found).has_value();
    }

    Result<void> pause(const LessonStep& step)
    {
        if (!m_isPerson)
            return {};
        for (;;) {
            const bool hasHint = m_lesson.texts.find(step.id + ".hint") != nullptr;
            const auto typed =
                readLine(m_console, hasHint ? "\nEnter goes on, ? gives a hint " : "\nEnter goes on ");
            if (!typed)
                return stopped();
            if (*typed != "?")
                return {};
            tellHint(step);
        }
    }

    LessonFindings findings() { return m_runs.findings(m_answers.numbers()); }

    const Lesson& m_lesson;
    LessonAnswers m_answers;
    std::string m_file;
    Console& m_console;
    LessonRuns m_runs;
    bool m_isPerson;
    std::string m_shown; // what stands above: nothing is drawn twice
};

Result<LessonAnswers> begin(const LessonArguments& arguments, const Lesson& lesson, const std::string& file,
                            const std::string& name)
{
    const Seed own = seedFor(lesson.id, name);
    const auto seed = typedNumber(arguments.seed, "--seed", 0, kMostSeed, static_cast<std::int64_t>(own));
    if (!seed)
        return seed.error();
    std::error_code ignored;
    if (!arguments.again && fs::exists(file, ignored))
        return readAnswers(file, lesson);
    LessonAnswers answers;
    answers.lesson = lesson.id;
    answers.name = name;
    answers.seed = static_cast<Seed>(*seed);
    return answers;
}

} // namespace

int playLesson(const LessonArguments& arguments, Console& console)
{
    const Result<Lesson> lesson = findLesson(arguments.place);
    if (!lesson)
        return fail(console, lesson.error());
    console.out << plainOf(lesson->texts["title"]) << "\n" << wrapped(lesson->texts["question"]) << "\n";
    std::string name = arguments.name;
    if (name.empty() && arguments.answers.empty() && ::isatty(STDIN_FILENO) == 1)
        name = readLine(console, "Your name (it gives you data of your own), or Enter: ").value_or("");
    const std::string file = arguments.answers.empty() ? answersFileFor(lesson->id, name) : arguments.answers;
    const Result<LessonAnswers> answers = begin(arguments, *lesson, file, name);
    if (!answers)
        return fail(console, answers.error());
    if (answers->isFinished) {
        console.out << "You have finished this lesson; " << file
                    << " has your answers. --again begins anew.\n";
        return kDone;
    }
    console.out << "It takes some " << lesson->minutes
                << " minutes. You may stop at any time: the same command goes on.\n"
                << "Enter alone skips a question, ? asks for a hint.\n";
    Play play(*lesson, *answers, file, console);
    const Result<void> done = play.go();
    if (!done && done.error().kind == ErrorKind::Stopped) {
        console.err << "\nhareloom-cli: the input has ended. The same command goes on from here."
                    << std::endl;
        return kInterrupted;
    }
    if (!done)
        return fail(console, done.error());
    console.out << "\nThat was it. " << play.summary() << "Your answers are in " << file << ".\n";
    return kDone;
}

} // namespace hareloom::cli
