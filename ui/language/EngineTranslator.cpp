// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language/EngineTranslator.h"

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
    return made;
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
