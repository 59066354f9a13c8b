// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language/EngineTranslator.h"

#include "core/base/EmbeddedText.h"
#include "core/recipe/ExperimentFields.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <cstring>

namespace hareloom::ui {

namespace {

/// Titles that the engine gives to branches: "From 20: Real share 0.1" (core/recipe/Forks.cpp).
bool isBranch(const char* title)
{
    return std::strncmp(title, "From ", 5) == 0 || std::strstr(title, "; from ") ||
           std::strcmp(title, "Unchanged") == 0;
}

} // namespace

std::unique_ptr<EngineTranslator> EngineTranslator::read(const QString& code)
{
    QFile file(QStringLiteral(":/hareloom/translations/words_%1.json").arg(code));
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    auto made = std::make_unique<EngineTranslator>();
    const QJsonObject contexts = QJsonDocument::fromJson(file.readAll()).object();
    for (auto context = contexts.begin(); context != contexts.end(); ++context) {
        const QJsonObject words = context->toObject();
        auto& known = made->m_words[context.key().toUtf8()];
        known.reserve(words.size());
        for (auto word = words.begin(); word != words.end(); ++word)
            known.insert(word.key().toUtf8(), word->toString());
    }
    made->addPresets(code);
    made->addSentences(code);
    return made;
}

// A preset's translation stands beside it under its id; the window asks for it by its English words.
void EngineTranslator::addPresets(const QString& code)
{
    QFile file(QStringLiteral(":/hareloom/presets/%1.json").arg(code));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject presets = QJsonDocument::fromJson(file.readAll()).object();
    auto& words = m_words[QByteArrayLiteral("Preset")];
    const auto addAll = [&words](const QJsonObject& list) {
        for (auto word = list.begin(); word != list.end(); ++word)
            words.insert(word.key().toUtf8(), word->toString());
    };
    addAll(presets[QLatin1String("gallery")].toObject());
    for (const EmbeddedText& preset : embeddedPresets()) {
        const QJsonObject translated =
            presets[QLatin1String(preset.id.data(), int(preset.id.size()))].toObject();
        const QJsonObject english =
            QJsonDocument::fromJson(QByteArray(preset.text.data(), qsizetype(preset.text.size()))).object();
        for (const char* const key : {"title", "question", "story"})
            words.insert(english[QLatin1String(key)].toString().toUtf8(),
                         translated[QLatin1String(key)].toString());
        addAll(translated[QLatin1String("words")].toObject());
    }
    words.remove({});
}

void EngineTranslator::addSentences(const QString& code)
{
    QFile file(QStringLiteral(":/hareloom/translations/sentences_%1.json").arg(code));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
    const auto each = [&all](const char* list, const auto& take) {
        const QJsonObject words = all[QLatin1String(list)].toObject();
        for (auto at = words.begin(); at != words.end(); ++at)
            take(at.key(), at->toString());
    };
    each("Sentence", [this](const QString& a, const QString& b) { m_sentences.addSentence(a, b); });
    each("Composed", [this](const QString& a, const QString& b) { m_sentences.addSentence(a, b); });
    each("Joint", [this](const QString& a, const QString& b) { m_sentences.addJoint(a, b); });
    each("Value", [this](const QString& a, const QString& b) { m_values.addSentence(a, b); });
    each("Change", [this](const QString& a, const QString& b) { m_changes.addJoint(a, b); });
    addChanges();
}

// "Real share 0.1": a label and what is set.
void EngineTranslator::addChanges()
{
    for (const ExperimentField& field : experimentFields()) {
        const QString label = QString::fromStdString(field.label);
        if (const QString words = wordFor("Setting", label); !words.isEmpty())
            m_changes.addSentence(label + QStringLiteral(" {}"), words + QStringLiteral(" {}"));
    }
}

QString EngineTranslator::wordFor(const char* context, const QString& english) const
{
    return m_words.value(QByteArray::fromRawData(context, static_cast<int>(qstrlen(context))))
        .value(english.toUtf8());
}

// What a sentence may name. States and topics are left out: in a sentence they are data.
QString EngineTranslator::wordInSentence(const QString& english) const
{
    for (const char* const context : {"Setting", "Choices", "Metric", "Family", "Availability", "Remark",
                                      "Device", "Ending", "Published", "Catalogue"})
        if (const QString words = wordFor(context, english); !words.isEmpty())
            return words;
    return {};
}

QString EngineTranslator::wordInChange(const QString& english) const
{
    const QString value = wordFor("Value", english);
    return value.isEmpty() ? wordFor("Setting", english) : value;
}

// A list of names is data to the templates; here they are those of families and of sources.
QString EngineTranslator::namesIn(const QString& sentence) const
{
    static const QRegularExpression name(QStringLiteral("[A-Za-z]+"));
    QString words;
    qsizetype from = 0;
    for (auto at = name.globalMatch(sentence); at.hasNext();) {
        const QRegularExpressionMatch match = at.next();
        const QString known = wordFor("Value", match.captured());
        words +=
            sentence.mid(from, match.capturedStart() - from) + (known.isEmpty() ? match.captured() : known);
        from = match.capturedEnd();
    }
    return words + sentence.mid(from);
}

QString EngineTranslator::translate(const char* context, const char* english, const char*, int) const
{
    const auto is = [context](const char* name) { return std::strcmp(context, name) == 0; };
    const auto all = m_words.constFind(QByteArray::fromRawData(context, static_cast<int>(qstrlen(context))));
    const QString word =
        all == m_words.constEnd()
            ? QString()
            : all->value(QByteArray::fromRawData(english, static_cast<int>(qstrlen(english))));
    if (!word.isEmpty())
        return word;
    if (is("Preset")) // a lesson's experiments are told of as presets are
        if (const QString ofLesson = wordFor("Lesson", QString::fromUtf8(english)); !ofLesson.isEmpty())
            return ofLesson;
    if (is("Sentence"))
        return m_sentences.translated(QString::fromUtf8(english),
                                      [this](const QString& each) { return wordInSentence(each); });
    if (is("Value"))
        return m_values.translated(QString::fromUtf8(english),
                                   [this](const QString& each) { return wordFor("Value", each); });
    if (is("Availability"))
        return namesIn(m_sentences.translated(QString::fromUtf8(english),
                                              [this](const QString& each) { return wordInSentence(each); }));
    if (is("Change") || (is("Preset") && isBranch(english)))
        return m_changes.translated(QString::fromUtf8(english),
                                    [this](const QString& each) { return wordInChange(each); });
    return {};
}

} // namespace hareloom::ui
