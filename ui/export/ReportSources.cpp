// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/ReportSources.h"

#include "core/base/Text.h"
#include "core/recipe/Citations.h"
#include "ui/language/Joining.h"

#include <QCoreApplication>
#include <QMap>

namespace hareloom::ui {

namespace {

constexpr qsizetype kMostNames = 6;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// The list of papers is written for BibTeX: accents, dashes and quotation marks become characters, braces
/// nothing.
QString plain(std::string_view bibtex)
{
    static const QMap<QChar, QChar> accents{{'\'', QChar(0x301)},
                                            {'"', QChar(0x308)},
                                            {'`', QChar(0x300)},
                                            {'^', QChar(0x302)},
                                            {'~', QChar(0x303)}};
    const QString text = QString::fromUtf8(bibtex.data(), static_cast<qsizetype>(bibtex.size()));
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == '\\' && i + 2 < text.size() && accents.contains(text[i + 1])) {
            plain += QString(text[i + 2]) + accents[text[i + 1]];
            i += 2;
        } else if (c != '{' && c != '}' && c != '\\')
            plain += c;
    }
    return plain.normalized(QString::NormalizationForm_C)
        .replace(QStringLiteral("--"), QStringLiteral("–"))
        .replace(QLatin1Char('`'), QStringLiteral("‘"))
        .replace(QLatin1Char('\''), QStringLiteral("’"));
}

QString namesOf(std::string_view authors)
{
    QStringList names;
    for (const QString& author : plain(authors).split(QStringLiteral(" and ")))
        names << author.section(QLatin1Char(','), 0, 0).trimmed();
    if (names.size() > kMostNames)
        return Words::tr("%1 et al.").arg(names.front());
    if (names.size() < 2)
        return names.join(QString());
    const QString last = names.takeLast();
    return Words::tr("%1 and %2").arg(names.join(QStringLiteral(", ")), last);
}

/// "Nature 631, 755–759."
QString placeOf(const Paper& paper)
{
    QString place = plain(paper.where);
    if (!paper.volume.empty())
        place += QLatin1Char(' ') + plain(paper.volume);
    if (!paper.pages.empty())
        place += QStringLiteral(", ") + plain(paper.pages);
    return place;
}

/// Under which it is found; empty where there is none.
QString numberOf(const Paper& paper)
{
    if (!paper.doi.empty())
        return QStringLiteral("doi:") + plain(paper.doi);
    return paper.arxiv.empty() ? QString() : QStringLiteral("arXiv:") + plain(paper.arxiv);
}

QString briefReference(const Paper& paper)
{
    return phrases(
        {QStringLiteral("%1 (%2)").arg(namesOf(paper.authors), plain(paper.year)), numberOf(paper)});
}

} // namespace

QString referenceText(const Paper& paper)
{
    QStringList parts{
        Words::tr("%1 (%2): %3").arg(namesOf(paper.authors), plain(paper.year), plain(paper.title))};
    if (const QString place = placeOf(paper); !place.isEmpty())
        parts << place;
    if (const QString number = numberOf(paper); !number.isEmpty())
        parts << number;
    QString text;
    for (const QString& part : parts) {
        text += text.isEmpty() ? part : QLatin1Char(' ') + part;
        if (!part.endsWith(QLatin1Char('?')) && !part.endsWith(QLatin1Char('!')))
            text += QLatin1Char('.');
    }
    return text;
}

QString ReportSource::words() const
{
    return reasons.isEmpty() ? work : Words::tr("%1 Cited for: %2.").arg(work, reasons);
}

std::vector<ReportSource> sourcesOf(const Experiment& experiment, const QString& version)
{
    std::vector<ReportSource> sources{
        {Words::tr("The Hareloom developers: Hareloom, version %1: a laboratory for "
                   "model collapse. Computer program, "
                   "GPL-3.0-or-later.")
             .arg(version),
         {},
         QStringLiteral("Hareloom ") + version}};
    for (const Citation& citation : citationsOf(experiment))
        sources.push_back({referenceText(*citation.paper), QString::fromStdString(joined(citation.reasons)),
                           briefReference(*citation.paper)});
    return sources;
}

} // namespace hareloom::ui
