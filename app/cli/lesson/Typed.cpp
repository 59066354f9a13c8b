// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lesson/Typed.h"

#include "core/base/Text.h"
#include "core/lesson/Answers.h"

#include <cctype>
#include <iostream>

namespace hareloom::cli {

std::optional<std::string> readLine(Console& console, const std::string& prompt)
{
    console.out << prompt << std::flush;
    std::string line;
    if (!std::getline(std::cin, line))
        return std::nullopt;
    return std::string(trimmed(line));
}

std::string answersFileFor(const std::string& lesson, const std::string& learner)
{
    std::string file = lesson;
    if (!learner.empty())
        file += '-';
    for (const char c : lowerAscii(learner)) {
        const auto byte = static_cast<unsigned char>(c);
        file += byte >= 128 || std::isalnum(byte) != 0 ? c : '-';
    }
    return file + std::string(kAnswersEnding);
}

std::string howTo(const Question& question)
{
    switch (question.kind) {
    case QuestionKind::Choice:
        return "Your prediction, a number from 1 to " + std::to_string(question.options.size()) + ": ";
    case QuestionKind::Order:
        return "Your order, as in 2 1 3: ";
    case QuestionKind::Strike:
        return "Their numbers, or none: ";
    case QuestionKind::Number:
        return "Your number, from " + shortNumber(question.least) + " to " + shortNumber(question.most) +
               ": ";
    case QuestionKind::Mark:
        return "The generation, or never: ";
    case QuestionKind::DrawCurve:
        return "A value for each, from " + shortNumber(question.least) + " to " + shortNumber(question.most) +
               ": ";
    }
    return {};
}

} // namespace hareloom::cli
