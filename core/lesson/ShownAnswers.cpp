// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/ShownAnswers.h"

#include "core/base/Text.h"

#include <algorithm>
#include <compare>
#include <set>

namespace hareloom {
namespace {

/// In which generation: in a known one, in one that an answer tells, in each.
enum class When { Known, Told, Each };

/// One thing that an expression looks at in a run.
struct Look
{
    std::string experiment, name; // of a metric without its place, or of a state
    bool isState = false;
    When when = When::Known;
    std::int64_t variant = 0, generation = 0; // the last, where it is not known
    auto operator<=>(const Look&) const = default;
};
using Looks = std::set<Look>;

class Finder
{
public:
    explicit Finder(const Lesson& lesson) : m_lesson(lesson) {}

    void add(const Expression& expression)
    {
        if (!expression.isEmpty())
            add(expression.root(), expression.experiment(), {}, When::Known);
    }
    /// What the values of a text look at.
    void addText(std::string_view id)
    {
        for (const TextPlace& place : placesIn(m_lesson.texts[id]))
            if (const LessonValue* value = m_lesson.findValue(place.name))
                add(value->is);
    }
    const Looks& found() const { return m_found; }

private:
    using Generation = std::optional<std::int64_t>;

    void add(const ExpressionNode& node, const std::string& experiment, Generation at, When when)
    {
        const bool isLook =
            node.kind == ExpressionNode::Kind::Metric || node.kind == ExpressionNode::Kind::State;
        if (!isLook) {
            for (const auto& part : node.parts)
                add(*part, experiment, at, isOverGenerations(node) ? When::Each : when);
            return;
        }
        if (!node.parts.empty()) {
            const bool isNumber = node.parts.front()->kind == ExpressionNode::Kind::Number;
            at = isNumber ? Generation(static_cast<std::int64_t>(node.parts.front()->number)) : std::nullopt;
            when = isNumber ? When::Known : When::Told;
        } else if (node.isAtLast) {
            at.reset();
            when = When::Known;
        }
        const LessonValue* value =
            node.kind == ExpressionNode::Kind::Metric ? m_lesson.findValue(node.name) : nullptr;
        if (value)
            return add(value->is.root(), value->is.experiment(), at, when);
        const std::string& named = node.experiment.empty() ? experiment : node.experiment;
        const LessonExperiment* of = m_lesson.findExperiment(named);
        if (!of)
            return;
        const std::int64_t last = of->experiment.generations;
        m_found.insert({named, node.name.substr(0, node.name.find('[')),
                        node.kind == ExpressionNode::Kind::State, when, variantOf(*of, node.variant),
                        std::min(at.value_or(last), last)});
    }

    static bool isOverGenerations(const ExpressionNode& node)
    {
        return node.kind == ExpressionNode::Kind::Call &&
               (node.name == "first" || node.name == "highest" || node.name == "lowest");
    }

    static std::int64_t variantOf(const LessonExperiment& of, const std::string& title)
    {
        const auto& all = of.experiment.variants;
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const Variant& each) { return each.title == title; });
        return found == all.end() ? 0 : found - all.begin();
    }

    const Lesson& m_lesson;
    Looks m_found;
};

Looks decidersOf(const Lesson& lesson, const Question& question)
{
    Finder finder(lesson);
    finder.add(question.answer);
    for (const LessonOption& option : question.options)
        finder.add(option.when);
    return finder.found();
}

bool isIn(const std::vector<std::string>& all, std::string_view one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// On the stage and in the charts.
bool isPainted(const Look& look, const LessonStep& step)
{
    return look.experiment == step.experiment && look.generation <= step.runTo.value_or(-1) &&
           (!step.variants || look.variant < *step.variants) &&
           (look.isState ? isIn(step.show, "stage") || isIn(step.show, "filmstrip")
                         : isIn(step.metrics, look.name));
}

/// In numbers.
Looks toldBy(const Lesson& lesson, const LessonStep& step)
{
    Finder finder(lesson);
    for (const char* ending : {"", ".hint", ".ask"})
        finder.addText(step.id + ending);
    if (!step.reveal.empty())
        for (const std::string& id : lesson.texts.ids())
            if (id.starts_with(step.reveal + "."))
                finder.addText(id);
    return finder.found();
}

} // namespace

bool showsAnswer(const Lesson& lesson, const LessonStep& step, const LessonStep& asked)
{
    if (step.reveal == asked.id)
        return true;
    const Looks looks = decidersOf(lesson, *asked.ask), told = toldBy(lesson, step);
    return !looks.empty() && std::all_of(looks.begin(), looks.end(), [&](const Look& look) {
        return told.contains(look) || isPainted(look, step);
    });
}

std::vector<CheckedLine> answersShownBefore(const Lesson& lesson)
{
    std::vector<CheckedLine> lines;
    for (std::size_t asked = 0; asked < lesson.steps.size(); ++asked) {
        const auto& question = lesson.steps[asked].ask;
        if (!question || question->isSeen)
            continue;
        Looks hidden = decidersOf(lesson, *question);
        if (hidden.empty()) // an opinion
            continue;
        for (std::size_t i = 0; i <= asked && !hidden.empty(); ++i) {
            const LessonStep& step = lesson.steps[i];
            const Looks told = toldBy(lesson, step);
            std::erase_if(hidden,
                          [&](const Look& look) { return told.contains(look) || isPainted(look, step); });
            if (hidden.empty())
                lines.push_back({CheckedLine::Kind::Shown, "steps[" + std::to_string(asked) + "].ask",
                                 "step " + inQuotes(step.id) +
                                     " shows already what is to be predicted here. Hide it there by "
                                     "\"metrics\", \"variants\" or \"runTo\", or write \"seen\": true",
                                 0, 1, 1});
        }
    }
    return lines;
}

} // namespace hareloom
