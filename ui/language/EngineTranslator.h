// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/language/SentenceTemplates.h"

#include <QHash>
#include <QTranslator>

#include <memory>

namespace hareloom::ui {

/// The engine's words in another language. The engine has no Qt and marks none of its words: they stand in
/// its lists (sentences, metrics, settings ...), and resources/translations/words_CODE.json has each of them
/// beside its translation, by list; resources/presets/CODE.json has those of presets. Sentences that the
/// engine puts together are templates in resources/translations/sentences_CODE.json: "Sentence", what a
/// setting has ("Value"), what an event changes ("Change"). tests/ui/LanguageTest and SentenceTest hold the
/// sources and the files together.
class EngineTranslator : public QTranslator
{
    Q_OBJECT
public:
    /// Null where there is no such file, as for English.
    static std::unique_ptr<EngineTranslator> read(const QString& code);

    QString translate(const char* context, const char* english, const char* = nullptr,
                      int = -1) const override;
    bool isEmpty() const override { return m_words.isEmpty(); }

private:
    void addPresets(const QString& code);
    void addSentences(const QString& code);
    void addChanges();
    QString wordFor(const char* context, const QString& english) const;
    QString wordInSentence(const QString& english) const;
    QString namesIn(const QString& sentence) const;
    QString wordInChange(const QString& english) const;

    QHash<QByteArray, QHash<QByteArray, QString>> m_words; // context, English: the words
    SentenceTemplates m_sentences, m_values, m_changes;
};

} // namespace hareloom::ui
