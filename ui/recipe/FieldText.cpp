// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recipe/FieldText.h"

#include "core/base/ReadJson.h"
#include "core/base/Refusal.h"
#include "core/base/Text.h"
#include "core/data/SourceKinds.h"
#include "ui/families/Faces.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/EngineWords.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QStringList>

namespace hareloom::ui {

namespace {

using nlohmann::json;

QString wordOf(const json& value)
{
    if (value.is_string())
        return QString::fromStdString(value.get<std::string>());
    return QString::fromStdString(value.is_number_float() ? shortNumber(value.get<double>()) : value.dump());
}

json numberFrom(const QString& word)
{
    const std::string text = word.trimmed().toStdString();
    if (const auto number = readJson(text); number && number->is_number())
        return *number;
    const auto plain = parseNumber(text); // ".5", "+1"
    return plain ? json(*plain) : json(text);
}

QString lineOf(const json& list)
{
    QStringList words;
    for (const json& value : list)
        words << wordOf(value);
    return words.join(QStringLiteral(", "));
}

json numbersFrom(const QString& line)
{
    static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
    json list = json::array();
    for (const QString& word : line.split(between, Qt::SkipEmptyParts))
        list.push_back(numberFrom(word));
    return list;
}

json wordsFrom(const QString& line)
{
    json list = json::array();
    for (const QString& word : line.split(QLatin1Char(','), Qt::SkipEmptyParts))
        list.push_back(word.trimmed().toStdString());
    return list;
}

/// A list of objects as JSON, one a line.
QString listOf(const json& list)
{
    QStringList lines;
    for (const json& each : list)
        lines << QString::fromStdString(each.dump());
    return QStringLiteral("[%1]").arg(lines.join(QStringLiteral(",\n ")));
}

QString tableOf(const json& table)
{
    QStringList lines;
    for (const json& row : table)
        lines << lineOf(row);
    return lines.join(QLatin1Char('\n'));
}

json tableFrom(const QString& text)
{
    json table = json::array();
    for (const QString& line : text.split(QLatin1Char('\n')))
        if (!line.trimmed().isEmpty())
            table.push_back(numbersFrom(line));
    return table;
}

} // namespace

QString textOf(FieldType type, const json& value)
{
    QStringList tables;
    switch (type) {
    case FieldType::RealList:
    case FieldType::IntegerList:
    case FieldType::TextList:
        return lineOf(value);
    case FieldType::RealTable:
        return tableOf(value);
    case FieldType::RealTables:
        for (const json& table : value)
            tables << tableOf(table);
        return tables.join(QStringLiteral("\n\n"));
    case FieldType::LongText:
        return value.is_array() ? listOf(value) : wordOf(value);
    default:
        return wordOf(value);
    }
}

json valueOf(FieldType type, const QString& text)
{
    static const QRegularExpression blankLine(QStringLiteral("\\n[ \\t]*\\n"));
    json tables = json::array();
    switch (type) {
    case FieldType::Integer:
    case FieldType::Real:
        return numberFrom(text);
    case FieldType::RealList:
    case FieldType::IntegerList:
        return numbersFrom(text);
    case FieldType::TextList:
        return wordsFrom(text);
    case FieldType::RealTable:
        return tableFrom(text);
    case FieldType::RealTables:
        for (const QString& part : text.split(blankLine))
            if (json table = tableFrom(part); !table.empty())
                tables.push_back(std::move(table));
        return tables;
    case FieldType::Switch:
        return text == QLatin1String("true");
    default:
        return text.toStdString();
    }
}

QString spelledOut(const std::string& choice)
{
    static const QHash<QString, const char*> known = {
        {QStringLiteral("beams"), QT_TRANSLATE_NOOP("Choices", "Beam search")},
        {QStringLiteral("fp32"), QT_TRANSLATE_NOOP("Choices", "32 bits")},
        {QStringLiteral("bf16"), QT_TRANSLATE_NOOP("Choices", "16 bits (bfloat16)")},
        {QStringLiteral("list"), QT_TRANSLATE_NOOP("Choices", "As listed")},
        {QStringLiteral("scott"), QT_TRANSLATE_NOOP("Choices", "Scott")},
        {QStringLiteral("silverman"), QT_TRANSLATE_NOOP("Choices", "Silverman")},
    };
    QString text = QString::fromStdString(choice);
    if (known.contains(text))
        return QCoreApplication::translate("Choices", known[text]);
    static const QRegularExpression capital(QStringLiteral("([A-Z])"));
    text = text.replace(capital, QStringLiteral(" \\1")).toLower();
    return text.isEmpty()
               ? text
               : engineWords(EngineList::Choices, (text.at(0).toUpper() + text.mid(1)).toStdString());
}

QString choiceText(const ExperimentField& field, const std::string& choice)
{
    if (field.path == "family")
        return faceOf(choice).title();
    for (const SourceKind* kind :
         field.path == "source.kind" ? sourceKinds() : std::span<const SourceKind* const>())
        if (kind->name == choice)
            return engineWords(EngineList::Choices, kind->title);
    return spelledOut(choice);
}

QString whyOf(const Error& error)
{
    return wholeEngineSentence(saidBeside(error));
}

} // namespace hareloom::ui
