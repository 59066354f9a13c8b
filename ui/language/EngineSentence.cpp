// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language/EngineSentence.h"

#include "core/experiment/Field.h"

#include <QCoreApplication>

namespace hareloom::ui {

namespace {

QString translated(const char* context, std::string_view english)
{
    return english.empty() ? QString() : QCoreApplication::translate(context, std::string(english).c_str());
}

} // namespace

QString engineSentence(std::string_view english)
{
    return translated("Sentence", english);
}

QString wholeEngineSentence(std::string english)
{
    if (!english.empty() && !english.ends_with('.'))
        english += '.';
    QString words = engineSentence(english);
    if (!words.isEmpty())
        words[0] = words.at(0).toUpper();
    return words;
}

// A text that somebody wrote is no word of the engine.
QString engineValue(const ExperimentField& field, std::string_view english)
{
    const bool isOwnText = field.type == FieldType::Text || field.type == FieldType::LongText ||
                           field.type == FieldType::TextList;
    return isOwnText && english != "none" ? QString::fromUtf8(english.data(), qsizetype(english.size()))
                                          : translated("Value", english);
}

QString engineChanges(std::string_view english)
{
    return translated("Change", english);
}

} // namespace hareloom::ui
