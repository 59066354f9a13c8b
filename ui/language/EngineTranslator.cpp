// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language/EngineTranslator.h"

#include "core/base/EmbeddedText.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace hareloom::ui {

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

QString EngineTranslator::translate(const char* context, const char* english, const char*, int) const
{
    const auto words =
        m_words.constFind(QByteArray::fromRawData(context, static_cast<int>(qstrlen(context))));
    return words == m_words.constEnd()
               ? QString()
               : words->value(QByteArray::fromRawData(english, static_cast<int>(qstrlen(english))));
}

} // namespace hareloom::ui
