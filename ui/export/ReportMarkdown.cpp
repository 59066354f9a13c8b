// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/Report.h"

#include "core/text/Markup.h"
#include "ui/language/Joining.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace hareloom::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// Words as they are: what Markdown would take for a mark, or HTML for a tag, is escaped, and line breaks are
/// blanks.
QString words(const QString& text)
{
    static const QRegularExpression marks(QStringLiteral("([\\\\`*_{}\\[\\]<>#|~&$!])"));
    static const QRegularExpression number(QStringLiteral("^(\\d+)([.)])")); // of a list
    QString plain = text.simplified();
    plain.replace(marks, QStringLiteral("\\\\1")).replace(number, QStringLiteral("\\1\\\\2"));
    if (plain.startsWith(QLatin1Char('-')) || plain.startsWith(QLatin1Char('+')) ||
        plain.startsWith(QLatin1Char('=')))
        plain.prepend(QLatin1Char('\\'));
    return plain;
}

/// Figures stand at the end, so that the text above can be read as it is.
class Figures
{
public:
    QString place(const ReportFigure& one)
    {
        const QString name = QStringLiteral("figure-%1").arg(++m_count);
        m_end +=
            QStringLiteral("[%1]: data:image/svg+xml;base64,%2\n")
                .arg(name, QString::fromLatin1(encodeFigure(one.figure, FigureFormat::Svg, {}).toBase64()));
        const QString line = QStringLiteral("![%1][%2]\n\n").arg(words(one.alt), name);
        return one.caption.isEmpty() ? line : line + QStringLiteral("*%1*\n\n").arg(words(one.caption));
    }
    const QString& atEnd() const { return m_end; }

private:
    int m_count = 0;
    QString m_end;
};

QString heading(const QString& title)
{
    return QStringLiteral("## ") + words(title) + QStringLiteral("\n\n");
}

QString paragraph(const QString& text)
{
    return text.isEmpty() ? QString() : words(text) + QStringLiteral("\n\n");
}

QString list(const QStringList& sentences)
{
    QString lines;
    for (const QString& sentence : sentences)
        lines += QStringLiteral("- ") + words(sentence) + QLatin1Char('\n');
    return lines + QLatin1Char('\n');
}

QString table(const ReportTable& table)
{
    const auto row = [](const QStringList& cells) {
        QStringList plain;
        for (const QString& cell : cells)
            plain << words(cell);
        return QStringLiteral("| ") + plain.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
    };
    QString lines = row(table.header) + QStringLiteral("|");
    for (qsizetype i = 0; i < table.header.size(); ++i)
        lines += i < table.wordColumns ? QStringLiteral(" --- |") : QStringLiteral(" ---: |");
    lines += QLatin1Char('\n');
    for (const QStringList& cells : table.rows)
        lines += row(cells);
    return lines + QLatin1Char('\n');
}

QString texts(const Report& report)
{
    QString lines;
    for (const AnsweredPrompt& text : report.writings.prompts) {
        lines += QStringLiteral("> ") + words(text.prompt) + QStringLiteral("\n\n");
        for (const QStringList& answer : text.answers)
            lines += QStringLiteral("- **%1**: %2\n").arg(words(answer[0]), words(answer[1]));
        lines += QLatin1Char('\n');
    }
    return lines + paragraph(report.writings.note);
}

QString settings(const Report& report)
{
    QString lines;
    for (const ReportSetting& s : report.settings) {
        lines += QStringLiteral("- %1: ").arg(words(s.label));
        lines += s.isChanged ? QStringLiteral("**%1**").arg(words(s.value)) : words(s.value);
        lines += s.before.isEmpty() ? QString() : QLatin1Char(' ') + words(Words::tr("(preset: %1)").arg(s.before));
        lines += QLatin1Char('\n');
    }
    return lines + QLatin1Char('\n') + paragraph(report.settingsNote);
}

QString pairs(const ReportTable& rows)
{
    QStringList lines;
    for (const QStringList& row : rows.rows)
        lines << named(row[0], row[1]);
    return list(lines);
}

// An address is percent-encoded ASCII: no mark of Markdown ends it between angle brackets.
QString address(const Report& report)
{
    return report.address.isEmpty()
               ? QString()
               : Words::tr("To open this moment in Hareloom: <%1>").arg(report.address) + QStringLiteral("\n\n");
}

QString pictures(const Report& report, Figures& figures)
{
    QString lines;
    if (!report.stages.empty()) {
        lines += heading(Words::tr("The stage")) + paragraph(report.stageNote);
        for (const ReportFigure& stage : report.stages)
            lines += figures.place(stage);
        if (report.legend)
            lines += figures.place(*report.legend);
    }
    if (!report.writings.prompts.empty())
        lines += heading(Words::tr("What it writes")) + texts(report);
    if (!report.charts.empty()) {
        lines += heading(Words::tr("Vital signs"));
        if (report.chartLegend)
            lines += figures.place(*report.chartLegend);
        for (const ReportFigure& chart : report.charts)
            lines += figures.place(chart);
        lines += paragraph(report.chartNote);
    }
    return lines;
}

QString tables(const Report& report)
{
    QString lines;
    if (!report.metrics.rows.isEmpty())
        lines += heading(Words::tr("Metrics")) + paragraph(report.metricsNote) + table(report.metrics);
    if (!report.tests.rows.isEmpty())
        lines += heading(Words::tr("Differences from the first variant")) + paragraph(report.testsNote) +
                 table(report.tests);
    if (!report.variants.rows.isEmpty())
        lines += heading(Words::tr("What the variants differ in")) + table(report.variants);
    if (!report.differences.rows.isEmpty())
        lines += heading(Words::tr("What the sessions differ in")) + table(report.differences);
    if (!report.besides.rows.isEmpty())
        lines +=
            heading(Words::tr("The sessions side by side")) + paragraph(report.besidesNote) + table(report.besides);
    return lines;
}

QStringList sourceWords(const Report& report)
{
    QStringList words;
    for (const ReportSource& source : report.sources)
        words << source.words();
    return words;
}

} // namespace

QByteArray reportMarkdown(const Report& report)
{
    Figures figures;
    QString text = QStringLiteral("# ") + words(report.title) + QStringLiteral("\n\n") +
                   paragraph(report.question) + paragraph(report.story);
    if (!report.happened.isEmpty())
        text += heading(Words::tr("What happened")) + list(report.happened) + paragraph(report.happenedNote);
    text += pictures(report, figures) + tables(report);
    text += heading(Words::tr("Settings")) + settings(report);
    text += heading(Words::tr("Sources")) + list(sourceWords(report));
    text += heading(Words::tr("Where it comes from")) + pairs(report.provenance) + address(report) +
            paragraph(report.origin);
    text += figures.atEnd();
    return QByteArray::fromStdString(xmlCharacters(text.toUtf8().toStdString()));
}

} // namespace hareloom::ui
