// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace hareloom::ui {

/// Sentences that are put together, as refusals are, in another language. Each is known as a template with a
/// hole, "{}", for whatever comes in: "{} is {}. It must {}." What is in a hole may be a sentence or a phrase
/// of its own. Between quotation marks it is data, which stays as it is.
class SentenceTemplates
{
public:
    /// A word or a phrase without holes in the other language; empty where it is not known.
    using Lookup = std::function<QString(const QString& english)>;

    /// `translated` has the same holes in the same order, or numbered from 1 in its own: "{2}的 {1}".
    void addSentence(const QString& english, const QString& translated) { add(english, translated, false); }
    /// What holds sentences together, as "{}: {}". Used only where it leaves less of the text untranslated.
    void addJoint(const QString& english, const QString& translated) { add(english, translated, true); }
    bool isEmpty() const { return m_templates.empty() && m_whole.isEmpty(); }

    /// The reading of the text that leaves the fewest English words; what no template knows stays as it is.
    QString translated(const QString& english, const Lookup& words) const;

private:
    struct Template
    {
        QStringList literals; // one more than there are holes
        QString longest;      // of the literals: a text without it is no match
        QString translated;
        bool isJoint = false;
        bool isPhrase = false; // a word or two, as "column {}": no sentence has room in its holes
    };
    struct Reading
    {
        QString words;
        int left = 0;             // words that are still English
        int parts = 0;            // templates that it takes
        qsizetype understood = 0; // letters that they know
        bool isBetterThan(const Reading& other) const;
    };
    class Reader;

    void add(const QString& english, const QString& translated, bool isJoint);

    std::vector<Template> m_templates;
    QHash<QString, QString> m_whole;   // without a hole
    QHash<QString, QString> m_between; // ", " of the joint "{}, {}", and the joint's translation
};

} // namespace hareloom::ui
