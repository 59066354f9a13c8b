// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/data/SourceKinds.h"
#include "core/lesson/Evaluate.h"
#include "core/lesson/LessonChecks.h"
#include "core/metrics/Catalogue.h"

#include <algorithm>

namespace hareloom {
namespace {

using Node = ExpressionNode;
using Kind = Node::Kind;

constexpr int kMostParts = 300; // of an expression, those of the values that it names among them

/// What an expression costs: how many parts, and how deep functions over generations and over chains lie
/// within one another.
struct Cost
{
    int parts = 0, overGenerations = 0, overChains = 0;
};

bool isOverGenerations(const Node& node)
{
    return node.kind == Kind::Call &&
           (node.name == "first" || node.name == "highest" || node.name == "lowest");
}
bool isOverChains(const Node& node)
{
    return node.kind == Kind::Call && !isOverGenerations(node) && node.name != "abs" && node.name != "round";
}

class ExpressionChecker
{
public:
    explicit ExpressionChecker(Lesson& lesson) : m_lesson(lesson) {}

    /// `steps`: how many come before the expression and can be answered. `values`: how many it can name.
    Result<void> check(Expression& expression, const std::string& path, const std::string& experiment,
                       std::size_t steps, std::size_t values)
    {
        if (expression.isEmpty())
            return {};
        m_steps = steps;
        m_values = values;
        expression = expression.within(experiment);
        m_default = experiment;
        std::string fault;
        expression.forEach([&](const Node& node) { fault = fault.empty() ? faultOf(node) : fault; });
        const Cost cost = fault.empty() ? costOf(expression.root()) : Cost();
        if (cost.parts > kMostParts || cost.overGenerations > 1 || cost.overChains > 1)
            fault = cost.parts > kMostParts
                        ? "with the values that it names it has more than " + std::to_string(kMostParts) +
                              " parts"
                        : "a function over the generations, or over the chains, stands within another one";
        return fault.empty() ? Result<void>()
                             : invalidSetting(path, inQuotes(expression.text()) +
                                                        " cannot be computed: " + fault + ".");
    }

private:
    const LessonValue* valueOf(const Node& node) const
    {
        return node.kind == Kind::Metric ? m_lesson.findValue(node.name) : nullptr;
    }

    std::string faultOf(const Node& node) const
    {
        if (const LessonValue* value = valueOf(node))
            return value - m_lesson.values.data() < static_cast<std::ptrdiff_t>(m_values)
                       ? std::string()
                       : inQuotes(node.name) + " is a value that stands further below";
        switch (node.kind) {
        case Kind::Metric:
            return metricFault(node);
        case Kind::State:
            return stateFault(node);
        case Kind::Generation:
            return placeFault(node);
        case Kind::Answer:
            return answerFault(node);
        case Kind::Call:
            return node.name == "abs" || node.name == "round" || spanOf(node, m_lesson)
                       ? std::string()
                       : node.name + "() holds no metric";
        case Kind::Number:
        case Kind::Operation:
            return {};
        }
        return {};
    }

    const LessonExperiment* experimentOf(const Node& node) const
    {
        return m_lesson.findExperiment(node.experiment.empty() ? m_default : node.experiment);
    }

    std::string placeFault(const Node& node) const
    {
        const LessonExperiment* of = experimentOf(node);
        if (!of) {
            std::vector<std::string> ids;
            for (const LessonExperiment& each : m_lesson.experiments)
                ids.push_back(each.id);
            return node.experiment.empty()
                       ? "it must say of which experiment, as in " + node.name + " of " + ids.front()
                       : inQuotes(node.experiment) + " is no experiment of the lesson, which has " +
                             joined(ids);
        }
        std::vector<std::string> titles;
        for (const Variant& variant : of->experiment.variants)
            titles.push_back(variant.title);
        if (node.variant.empty())
            return titles.size() < 2 ? std::string()
                                     : "it must say of which variant, as in " + node.name + " of " + of->id +
                                           ".\"" + titles.front() + "\"";
        return std::find(titles.begin(), titles.end(), node.variant) != titles.end()
                   ? std::string()
                   : inQuotes(node.variant) + " is no variant of " + of->id +
                         (titles.empty() ? ", which has none" : ", which has " + joined(titles, "; "));
    }

    std::string metricFault(const Node& node) const
    {
        if (std::string fault = placeFault(node); !fault.empty())
            return fault;
        const MetricInfo* info = findMetric(node.name);
        const auto& measured = experimentOf(node)->experiment.evaluation.metrics;
        const std::string whole = node.name.substr(0, node.name.find('['));
        const bool isMeasured = std::find(measured.begin(), measured.end(), node.name) != measured.end() ||
                                std::find(measured.begin(), measured.end(), whole) != measured.end();
        if (!info || !isMeasured)
            return inQuotes(node.name) + " is neither a value of the lesson nor a metric that " +
                   experimentOf(node)->id + " measures: " + joined(measured);
        if (info->perVariable && whole == node.name)
            return node.name + " has a value for each part; write " + node.name + "[0] for the first";
        return {};
    }

    std::string stateFault(const Node& node) const
    {
        if (std::string fault = placeFault(node); !fault.empty())
            return fault;
        const auto& names = experimentOf(node)->names;
        return std::find(names.begin(), names.end(), node.name) != names.end()
                   ? std::string()
                   : inQuotes(node.name) + " is none of the \"names\" of " + experimentOf(node)->id +
                         (names.empty() ? ", which has none" : ", which are " + joined(names));
    }

    std::string answerFault(const Node& node) const
    {
        const auto end = m_lesson.steps.begin() + static_cast<std::ptrdiff_t>(m_steps);
        const auto asked = std::find_if(m_lesson.steps.begin(), end,
                                        [&node](const LessonStep& step) { return step.id == node.name; });
        const bool isNumber =
            asked != end && asked->ask &&
            (asked->ask->kind == QuestionKind::Number || asked->ask->kind == QuestionKind::Mark);
        return isNumber ? std::string()
                        : inQuotes(node.name) +
                              " is no earlier step whose question is answered by a number or a mark";
    }

    Cost costOf(const Node& node) const
    {
        Cost cost{1, 0, 0};
        const auto add = [&cost](const Cost& inner) {
            cost.parts = std::min(kMostParts + 1, cost.parts + inner.parts);
            cost.overGenerations = std::max(cost.overGenerations, inner.overGenerations);
            cost.overChains = std::max(cost.overChains, inner.overChains);
        };
        for (const auto& part : node.parts)
            add(costOf(*part));
        if (const LessonValue* value = valueOf(node))
            add(costOf(value->is.root()));
        cost.overGenerations += isOverGenerations(node) ? 1 : 0;
        cost.overChains += isOverChains(node) ? 1 : 0;
        return cost;
    }

    Lesson& m_lesson;
    std::string m_default;
    std::size_t m_steps = 0, m_values = 0;
};

std::string pathOf(const char* list, std::size_t index, const char* field)
{
    return std::string(list) + "[" + std::to_string(index) + "]." + field;
}

Result<void> checkNames(const Lesson& lesson)
{
    for (std::size_t i = 0; i < lesson.values.size(); ++i)
        if (const std::string& id = lesson.values[i].id; findMetric(id) || id == "generation" || id == "last")
            return refusedSetting(pathOf("values", i, "id"), inQuotes(id), "be another name than a metric's");
    for (std::size_t i = 0; i < lesson.experiments.size(); ++i) {
        const LessonExperiment& of = lesson.experiments[i];
        if (!of.names.empty() && !takes(of.experiment.source, "names"))
            return invalidSetting(
                pathOf("experiments", i, "names"),
                "only states of a source that has source.names are named here. Leave it out.");
        if (!of.names.empty() && of.names.size() != of.experiment.source.weights.size())
            return refusedSetting(pathOf("experiments", i, "names"),
                                  std::to_string(of.names.size()) + " names",
                                  "be one name for each of the " +
                                      std::to_string(of.experiment.source.weights.size()) + " states");
    }
    return {};
}

Result<void> checkStep(ExpressionChecker& checker, LessonStep& step, std::size_t index, std::size_t values)
{
    if (step.ask) {
        const std::string path = pathOf("steps", index, "ask");
        if (auto done = checker.check(step.ask->answer, path + ".answer", step.experiment, index, values);
            !done)
            return done;
        for (std::size_t o = 0; o < step.ask->options.size(); ++o)
            if (auto done = checker.check(step.ask->options[o].when,
                                          path + ".options[" + std::to_string(o) + "].when", step.experiment,
                                          index, values);
                !done)
                return done;
    }
    return step.goal ? checker.check(step.goal->reach, pathOf("steps", index, "goal.reach"), step.experiment,
                                     index, values)
                     : Result<void>();
}

} // namespace

Result<void> checkExpressions(Lesson& lesson)
{
    if (auto done = checkNames(lesson); !done)
        return done;
    ExpressionChecker checker(lesson);
    // Where there are several experiments, an expression outside of the steps must say which it means.
    const std::string only = lesson.experiments.size() == 1 ? lesson.experiments.front().id : std::string();
    for (std::size_t i = 0; i < lesson.values.size(); ++i)
        if (auto done =
                checker.check(lesson.values[i].is, pathOf("values", i, "is"), only, lesson.steps.size(), i);
            !done)
            return done;
    for (std::size_t i = 0; i < lesson.steps.size(); ++i)
        if (auto done = checkStep(checker, lesson.steps[i], i, lesson.values.size()); !done)
            return done;
    for (std::size_t i = 0; i < lesson.claims.size(); ++i)
        if (auto done = checker.check(lesson.claims[i].holds, pathOf("claims", i, "holds"), only,
                                      lesson.steps.size(), lesson.values.size());
            !done)
            return done;
    return {};
}

} // namespace hareloom
