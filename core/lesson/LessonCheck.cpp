// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/LessonCheck.h"

#include "core/base/Text.h"
#include "core/lesson/LessonRun.h"
#include "core/lesson/ShownAnswers.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace hareloom {
namespace {

using Kind = CheckedLine::Kind;

std::string placeOf(const char* list, std::size_t index)
{
    return std::string(list) + "[" + std::to_string(index) + "]";
}

/// Counts over the seeds what is so for each.
class Tally
{
public:
    Tally(const Lesson& lesson, int seeds) : m_lesson(lesson), m_seeds(seeds)
    {
        for (std::size_t i = 0; i < lesson.claims.size(); ++i) {
            const LessonClaim& claim = lesson.claims[i];
            const double needed = std::ceil(claim.in * seeds - 1e-9);
            m_claims.push_back(
                {Kind::Claim, placeOf("claims", i), claim.says, 0, seeds, static_cast<int>(needed)});
        }
        for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
            if (lesson.steps[i].ask && lesson.steps[i].ask->isJudged())
                m_questions.push_back({Kind::Question, placeOf("steps", i) + ".ask", {}, 0, seeds, seeds});
            if (lesson.steps[i].goal)
                m_goals.push_back({Kind::Goal, placeOf("steps", i) + ".goal",
                                   lesson.steps[i].goal->reach.text(), 0, seeds, seeds});
        }
        for (std::size_t i = 0; i < lesson.values.size(); ++i)
            m_values.push_back({Kind::Value, placeOf("values", i), lesson.values[i].id, 0, seeds, seeds});
        m_answers.resize(m_questions.size());
    }

    Result<void> add(Seed seed, const StopToken& stop)
    {
        LessonRun run(m_lesson, seed);
        if (auto done = run.runAll(stop); !done)
            return done;
        LessonFindings findings = run.findings();
        addQuestions(findings);
        for (std::size_t i = 0; i < m_claims.size(); ++i)
            m_claims[i].held += holds(m_lesson.claims[i].holds, findings) ? 1 : 0;
        for (std::size_t i = 0; i < m_values.size(); ++i)
            m_values[i].held += std::isnan(evaluate(m_lesson.values[i].is, findings)) ? 0 : 1;
        return addGoals(findings, seed, stop);
    }

    LessonReport report()
    {
        LessonReport report;
        for (std::size_t i = 0; i < m_questions.size(); ++i)
            m_questions[i].what = answersText(m_answers[i]);
        for (const auto* lines : {&m_questions, &m_goals, &m_claims, &m_values})
            report.lines.insert(report.lines.end(), lines->begin(), lines->end());
        return report;
    }

private:
    /// Each outcome counts as the learner's answer for what comes later.
    void addQuestions(LessonFindings& findings)
    {
        std::size_t index = 0;
        for (const LessonStep& step : m_lesson.steps) {
            if (!step.ask || !step.ask->isJudged())
                continue;
            const LessonPrediction outcome = outcomeOf(step, findings);
            const bool isNever = step.ask->kind != QuestionKind::Mark && !outcome.numbers.empty() &&
                                 !std::all_of(outcome.numbers.begin(), outcome.numbers.end(),
                                              [](double value) { return std::isfinite(value); });
            m_questions[index].held += outcome.isEmpty() || isNever ? 0 : 1;
            ++m_answers[index][outcome.isEmpty() ? "no answer" : predictionText(*step.ask, outcome)];
            if (outcome.numbers.size() == 1)
                findings.answers[step.id] = outcome.numbers.front();
            ++index;
        }
    }

    Result<void> addGoals(const LessonFindings& findings, Seed seed, const StopToken& stop)
    {
        std::size_t index = 0;
        for (const LessonStep& step : m_lesson.steps) {
            if (!step.goal)
                continue;
            const bool before = goalReachedAt(step, findings).has_value();
            bool after = before;
            if (!step.goal->solution.empty()) {
                const auto reached = isReached(step, findings, seed, stop);
                if (!reached)
                    return reached.error();
                after = *reached && !before;
            }
            m_goals[index++].held += after ? 1 : 0;
        }
        return {};
    }

    Result<bool> isReached(const LessonStep& step, LessonFindings findings, Seed seed,
                           const StopToken& stop) const
    {
        const LessonExperiment& of = *m_lesson.findExperiment(step.experiment);
        const auto changed = experimentFor(of, seed, step.goal->solution);
        if (!changed)
            return changed.error();
        struct Recorder : ChainObserver
        {
            explicit Recorder(RunRecord& into) : record(into) {}
            void onGeneration(const GenerationPtr& generation) override { record.add(*generation); }
            RunRecord& record;
        };
        RunRecord record(*changed, keepsStates(of));
        Recorder recorder(record);
        const auto end = run(*changed, recorder, stop);
        if (!end)
            return end.error();
        if (*end == RunEnd::Stopped)
            return stopped();
        findings.runs[step.experiment] = &record;
        return goalReachedAt(step, findings).has_value();
    }

    static std::string answersText(const std::map<std::string, int>& answers)
    {
        constexpr std::size_t kShown = 6;
        std::vector<std::pair<int, std::string>> sorted;
        for (const auto& [answer, count] : answers)
            sorted.emplace_back(-count, answer);
        std::sort(sorted.begin(), sorted.end());
        std::vector<std::string> words;
        for (std::size_t i = 0; i < std::min(kShown, sorted.size()); ++i)
            words.push_back(shortened(sorted[i].second, 60) + " (" + std::to_string(-sorted[i].first) + ")");
        return joined(words, ", ") + (sorted.size() > kShown ? ", ..." : "");
    }

    const Lesson& m_lesson;
    int m_seeds;
    std::vector<CheckedLine> m_questions, m_goals, m_claims, m_values;
    std::vector<std::map<std::string, int>> m_answers; // of each question, how often each was right
};

} // namespace

bool LessonReport::isSound() const
{
    return std::all_of(lines.begin(), lines.end(), [](const CheckedLine& line) { return line.isSound(); });
}

Result<LessonReport> checkLesson(const Lesson& lesson, int seeds, const StopToken& stop,
                                 const std::function<void(int seed)>& onSeed)
{
    Tally tally(lesson, seeds);
    for (int seed = 1; seed <= seeds; ++seed) {
        if (onSeed)
            onSeed(seed);
        if (auto done = tally.add(static_cast<Seed>(seed), stop); !done)
            return done.error();
    }
    LessonReport report = tally.report();
    for (const CheckedLine& line : looseNumbers(lesson))
        report.lines.push_back(line);
    for (const CheckedLine& line : answersShownBefore(lesson))
        report.lines.push_back(line);
    return report;
}

} // namespace hareloom
