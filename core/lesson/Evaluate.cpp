// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lesson/Evaluate.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace hareloom {
namespace {

using Node = ExpressionNode;
using Kind = Node::Kind;
using Values = std::vector<double>;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

bool isSo(double value)
{
    return !std::isnan(value) && value != 0;
}

double median(Values values)
{
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

double over(std::string_view function, Values values)
{
    if (function == "share")
        return static_cast<double>(std::count_if(values.begin(), values.end(), isSo)) /
               static_cast<double>(values.size());
    std::erase_if(values, [](double value) { return std::isnan(value); });
    if (values.empty())
        return kNone;
    if (function == "median")
        return median(std::move(values));
    if (function == "mean")
        return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
    const bool isLeast = function == "least" || function == "lowest";
    return isLeast ? *std::min_element(values.begin(), values.end())
                   : *std::max_element(values.begin(), values.end());
}

double operated(std::string_view sign, double a, double b)
{
    if (sign == "+")
        return a + b;
    if (sign == "-")
        return a - b;
    if (sign == "*")
        return a * b;
    if (sign == "/")
        return a / b;
    const bool isKnown = !std::isnan(a) && !std::isnan(b);
    const bool result = sign == "<"    ? a < b
                        : sign == "<=" ? a <= b
                        : sign == ">"  ? a > b
                        : sign == ">=" ? a >= b
                        : sign == "="  ? a == b
                                       : a != b;
    return isKnown && result ? 1 : 0;
}

class Walk // through an expression
{
public:
    Walk(const LessonFindings& findings, std::optional<int> generation)
        : m_findings(findings), m_generation(generation)
    {
    }

    double of(const Expression& expression)
    {
        const std::string before = std::exchange(m_experiment, expression.experiment());
        const double value = of(expression.root());
        m_experiment = before;
        return value;
    }

private:
    struct Place
    {
        const RunRecord* run = nullptr;
        int variant = 0;
    };

    Place placeOf(const Node& node) const
    {
        const auto run = m_findings.runs.find(node.experiment.empty() ? m_experiment : node.experiment);
        if (run == m_findings.runs.end() || !run->second)
            return {};
        const auto& titles = run->second->titles();
        const auto title =
            node.variant.empty() ? titles.begin() : std::find(titles.begin(), titles.end(), node.variant);
        if (title == titles.end())
            return {};
        return {run->second, static_cast<int>(title - titles.begin())};
    }

    /// The generation that the node means in this chain; nothing where it means none.
    std::optional<int> generationOf(const Node& node, const Place& place)
    {
        if (!node.parts.empty()) {
            const double at = of(*node.parts.front());
            if (std::isinf(at) && at > 0) // never is the end
                return place.run->last(place.variant, m_chain);
            return at >= 0 && at < 1e9 ? std::optional(static_cast<int>(at)) : std::nullopt;
        }
        return m_generation && !node.isAtLast ? m_generation
                                              : std::optional(place.run->last(place.variant, m_chain));
    }

    double metric(const Node& node)
    {
        if (const LessonValue* value = m_findings.lesson.findValue(node.name))
            return named(*value, node);
        const Place place = placeOf(node);
        if (!place.run || m_chain >= place.run->chains())
            return kNone;
        const auto generation = generationOf(node, place);
        const Values& series = place.run->series(place.variant, m_chain, node.name);
        return generation && *generation >= 0 && *generation < std::ssize(series)
                   ? series[static_cast<std::size_t>(*generation)]
                   : kNone;
    }

    double named(const LessonValue& value, const Node& node)
    {
        if (node.parts.empty())
            return of(value.is);
        const double at = of(*node.parts.front());
        if (!std::isfinite(at))
            return kNone;
        const auto before = std::exchange(m_generation, static_cast<int>(at));
        const double result = of(value.is);
        m_generation = before;
        return result;
    }

    double state(const Node& node)
    {
        const Place place = placeOf(node);
        const LessonExperiment* experiment =
            m_findings.lesson.findExperiment(node.experiment.empty() ? m_experiment : node.experiment);
        if (!place.run || !experiment || m_chain >= place.run->chains())
            return kNone;
        const auto name = std::find(experiment->names.begin(), experiment->names.end(), node.name);
        const auto generation = generationOf(node, place);
        return generation ? place.run->state(place.variant, m_chain, *generation,
                                             static_cast<int>(name - experiment->names.begin()))
                          : kNone;
    }

    double call(const Node& node)
    {
        const Node& inner = *node.parts.front();
        if (node.name == "abs")
            return std::abs(of(inner));
        if (node.name == "round")
            return std::round(of(inner));
        const Node* span = spanOf(inner, m_findings.lesson);
        const Place place = span ? placeOf(*span) : Place();
        if (!place.run)
            return kNone;
        const bool overGenerations = node.name == "first" || node.name == "highest" || node.name == "lowest";
        return overGenerations ? overEach(node.name, inner, place)
                               : overChains(node.name, inner, place.run->chains());
    }

    double overChains(std::string_view function, const Node& inner, int chains)
    {
        Values values;
        const int before = m_chain;
        for (m_chain = 0; m_chain < chains; ++m_chain)
            values.push_back(of(inner));
        m_chain = before;
        return over(function, std::move(values));
    }

    double overEach(std::string_view function, const Node& inner, const Place& place)
    {
        Values values;
        double found = std::numeric_limits<double>::infinity();
        const auto before = m_generation;
        const int last = m_chain < place.run->chains() ? place.run->last(place.variant, m_chain) : -1;
        for (int g = 0; g <= last && std::isinf(found); ++g) {
            m_generation = g;
            values.push_back(of(inner));
            if (function == "first" && isSo(values.back()))
                found = g;
        }
        m_generation = before;
        if (last < 0)
            return kNone;
        return function == "first" ? found : over(function, std::move(values));
    }

    double operation(const Node& node)
    {
        const double a = of(*node.parts.front());
        if (node.parts.size() == 1)
            return node.name == "not" ? (isSo(a) ? 0 : 1) : -a;
        if (node.name == "and")
            return isSo(a) && isSo(of(*node.parts.back())) ? 1 : 0;
        if (node.name == "or")
            return isSo(a) || isSo(of(*node.parts.back())) ? 1 : 0;
        return operated(node.name, a, of(*node.parts.back()));
    }

    double answer(const Node& node) const
    {
        const auto found = m_findings.answers.find(node.name);
        return found == m_findings.answers.end() ? kNone : found->second;
    }

    double of(const Node& node)
    {
        switch (node.kind) {
        case Kind::Number:
            return node.number;
        case Kind::Metric:
            return metric(node);
        case Kind::State:
            return state(node);
        case Kind::Generation: {
            const Place place = placeOf(node);
            return place.run ? generationOf(node, place).value_or(-1) : kNone;
        }
        case Kind::Answer:
            return answer(node);
        case Kind::Call:
            return call(node);
        case Kind::Operation:
            return operation(node);
        }
        return kNone;
    }

    const LessonFindings& m_findings;
    std::optional<int> m_generation;
    std::string m_experiment;
    int m_chain = 0; // the one on the stage
};

} // namespace

double evaluate(const Expression& expression, const LessonFindings& findings, std::optional<int> generation)
{
    return expression.isEmpty() ? kNone : Walk(findings, generation).of(expression);
}

bool holds(const Expression& condition, const LessonFindings& findings, std::optional<int> generation)
{
    return isSo(evaluate(condition, findings, generation));
}

std::string filled(std::string_view text, const LessonFindings& findings)
{
    return filled(text, [&findings](const std::string& name) {
        const LessonValue* value = findings.lesson.findValue(name);
        return value ? evaluate(value->is, findings) : kNone;
    });
}

const ExpressionNode* spanOf(const ExpressionNode& node, const Lesson& lesson)
{
    if (node.kind == Kind::State || node.kind == Kind::Generation)
        return &node;
    if (node.kind == Kind::Metric) {
        const LessonValue* value = lesson.findValue(node.name);
        return value ? spanOf(value->is.root(), lesson) : &node;
    }
    for (const auto& part : node.parts)
        if (const ExpressionNode* found = spanOf(*part, lesson))
            return found;
    return nullptr;
}

std::vector<std::string> experimentsOf(const Expression& expression, const Lesson& lesson)
{
    std::vector<std::string> found;
    const auto add = [&found](const std::string& id) {
        if (!id.empty() && std::find(found.begin(), found.end(), id) == found.end())
            found.push_back(id);
    };
    expression.forEach([&](const Node& node) {
        if (node.kind != Kind::Metric && node.kind != Kind::State && node.kind != Kind::Generation)
            return;
        const LessonValue* value = node.kind == Kind::Metric ? lesson.findValue(node.name) : nullptr;
        if (value)
            for (const std::string& id : experimentsOf(value->is, lesson))
                add(id);
        else
            add(node.experiment.empty() ? expression.experiment() : node.experiment);
    });
    return found;
}

} // namespace hareloom
