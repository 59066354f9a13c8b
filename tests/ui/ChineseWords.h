// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/literature/LiteratureTable.h"
#include "core/literature/Paper.h"
#include "core/metrics/Catalogue.h"

#include <QFontDatabase>
#include <QRegularExpression>
#include <QSet>
#include <QString>
#include <QStringList>

#include <algorithm>

/// What of a text is English, where it should be Chinese.
namespace hareloom::ui::chinese {

inline QSet<QString> fromWords(std::string_view text)
{
    static const QRegularExpression gap(QStringLiteral("[^A-Za-z]+"));
    const QStringList words =
        QString::fromUtf8(text.data(), qsizetype(text.size())).split(gap, Qt::SkipEmptyParts);
    return {words.begin(), words.end()};
}

/// What has no Chinese name.
inline const QSet<QString>& names()
{
    static const QSet<QString> all = [] {
        QSet<QString> found;
        for (const char* words :
             {"Hareloom Debian Inter English",
              "Python Markdown pandas matplotlib pgfplots libav libavcodec Hugging Face",
              "Zipf Wasserstein Wright Fisher Scott Silverman Hellinger Adam Beta dropout Nature",
              "Ctrl Shift Alt Esc Delete Page Down Home End",      // keys
              "exp sum det psi zeta alpha lambda sigma max Sigma", // in formulas
              "dpi", "Optical Recognition Handwritten Digits",     // a data set
              "imbalanced"})                                       // a preset's id, cut at its hyphen
            found += fromWords(words);
        for (const MetricInfo& metric : metricCatalogue()) // as they are called in files
            found += fromWords(metric.name);
        for (const Paper& paper : papers()) // "Family, Given and Family, Given"
            for (const QString& word : fromWords(paper.authors))
                if (word.front().isUpper())
                    found.insert(word);
        return found;
    }();
    return all;
}

/// Works by their titles; typefaces; values as they are written in files, behind the name of their setting or
/// as JSON; and what is left of a name that is cut.
inline QString withoutData(QString text)
{
    static const QRegularExpression marks(
        QStringLiteral("<[^>]*>|&[a-z]+;|\\{[a-z]+\\}|%[1-9n]|[a-zA-Z]+(\\."
                       "[a-zA-Z]+)+ = [a-z]+|恢复为 .*$|文件中的名称：\\w+|"
                       "^(?:[b-df-hj-np-tv-z][aeiou]){2,3}$|“(?:[b-df-hj-np-tv-z][aeiou]){2,3}”|"
                       "^\\{\".*$|field-guide[、 或]+english|[A-Za-z]+…"),
        QRegularExpression::MultilineOption),
        keys(QStringLiteral("(reward|near|direction|point|classes|words|picks|strength|share)(?![a-z])"));
    // The table of the literature is a page of the documentation, which is English.
    static const QRegularExpression table(QStringLiteral("已发表：[\\s\\S]*"));
    text.remove(table);
    for (const LiteratureRow& row : literatureRows())
        text.remove(QString::fromStdString(row.work));
    if (text.contains(QStringLiteral("写成 JSON")))
        text.remove(keys);
    static const QStringList titles = [] {
        QStringList found;
        for (const Paper& paper : papers())
            for (const std::string_view title :
                 {paper.title, paper.title.substr(0, paper.title.find(':')), paper.where})
                if (!title.empty()) // a long one is set in several lines
                    found << QRegularExpression::escape(
                                 QString::fromUtf8(title.data(), qsizetype(title.size())))
                                 .replace(QStringLiteral("\\ "), QStringLiteral("\\s+"));
        return found;
    }();
    static const QRegularExpression works(titles.join(QLatin1Char('|')),
                                          QRegularExpression::CaseInsensitiveOption);
    text.remove(works);
    static const QRegularExpression authors(QStringLiteral(" and (?=[A-Z])|, theorems \\d and \\d"));
    text.remove(authors);
    static const QRegularExpression commands(QStringLiteral("corpus make|pretrain"));
    text.remove(commands);
    static const QRegularExpression typefaces = [] {
        QStringList found = QFontDatabase::families();
        std::sort(found.begin(), found.end(), [](const QString& a, const QString& b) {
            return a.size() > b.size();
        }); // whole names first
        for (QString& name : found)
            name = QRegularExpression::escape(name);
        return QRegularExpression(QStringLiteral("(?<!\\w)(%1)(?!\\w)").arg(found.join(QLatin1Char('|'))));
    }();
    text.remove(typefaces);
    return text.remove(marks).remove(QLatin1Char('&'));
}

inline QStringList englishIn(const QString& text)
{
    static const QRegularExpression word(QStringLiteral("(?<![\\w./=:-])[A-Za-z][a-z]{2,}(?![\\w./=:-])"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    QStringList left;
    for (auto at = word.globalMatch(withoutData(text)); at.hasNext();)
        if (const QString found = at.next().captured(); !names().contains(found))
            left << found;
    return left;
}

inline QString leftOf(const QStringList& words)
{
    QStringList found;
    for (const QString& each : words)
        if (const QStringList left = englishIn(each); !left.isEmpty())
            found << each.left(300) + QStringLiteral("   [") + left.join(QLatin1Char(' ')) + u']';
    found.removeDuplicates();
    return found.join(QLatin1Char('\n'));
}

} // namespace hareloom::ui::chinese
