// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/LineBreaks.h"

#include <QFontMetricsF>
#include <QRegularExpression>
#include <QStringList>
#include <QTextBoundaryFinder>

namespace hareloom::ui {

namespace {

/// The text in pieces that no line's end parts, each with the spaces behind it.
QStringList piecesOf(const QString& line)
{
    static const QRegularExpression address(QStringLiteral("(doi:|arXiv:|hareloom:|https?://)\\S+"));
    QList<std::pair<qsizetype, qsizetype>> kept;
    for (auto found = address.globalMatch(line); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        kept.append({match.capturedStart(), match.capturedEnd()});
    }
    const auto mayEnd = [&](qsizetype at) {
        if (line[at - 1] == QLatin1Char('-') && at < line.size())
            return false;
        for (const auto& [from, to] : kept)
            if (at > from && at < to)
                return false;
        return true;
    };
    QStringList pieces;
    qsizetype begin = 0;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, line);
    for (qsizetype at = finder.toNextBoundary(); at > 0; at = finder.toNextBoundary())
        if (mayEnd(at)) {
            pieces << line.mid(begin, at - begin);
            begin = at;
        }
    if (begin < line.size())
        pieces << line.mid(begin);
    return pieces;
}

QString withoutEnd(QString line)
{
    while (line.endsWith(QLatin1Char(' ')))
        line.chop(1);
    return line;
}

/// Puts pieces into lines, one after another.
class Lines
{
public:
    Lines(const QFont& font, double width) : m_metrics(font), m_width(width) {}

    void add(const QString& piece)
    {
        if (m_used + m_metrics.horizontalAdvance(withoutEnd(piece)) > m_width)
            end();
        if (m_metrics.horizontalAdvance(withoutEnd(piece)) > m_width) {
            addLetters(piece);
            return;
        }
        append(piece);
    }
    void end()
    {
        if (!m_line.isEmpty())
            m_lines << withoutEnd(m_line);
        m_line.clear();
        m_used = 0;
    }
    /// Also of nothing.
    void endParagraph()
    {
        m_lines << withoutEnd(m_line);
        m_line.clear();
        m_used = 0;
    }
    QString text() const { return m_lines.join(QLatin1Char('\n')); }

private:
    void append(const QString& piece)
    {
        m_line += piece;
        m_used += m_metrics.horizontalAdvance(piece);
    }
    void addLetters(const QString& piece)
    {
        QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, piece);
        qsizetype begin = 0;
        for (qsizetype at = finder.toNextBoundary(); at > 0; at = finder.toNextBoundary()) {
            const QString letter = piece.mid(begin, at - begin);
            if (m_used + m_metrics.horizontalAdvance(letter) > m_width)
                end();
            append(letter);
            begin = at;
        }
    }

    QFontMetricsF m_metrics;
    double m_width, m_used = 0;
    QString m_line;
    QStringList m_lines;
};

} // namespace

QString brokenIntoLines(const QString& words, const QFont& font, double width)
{
    Lines lines(font, width);
    for (const QString& paragraph : words.split(QLatin1Char('\n'))) {
        for (const QString& piece : piecesOf(paragraph))
            lines.add(piece);
        lines.endParagraph();
    }
    return lines.text();
}

} // namespace hareloom::ui
