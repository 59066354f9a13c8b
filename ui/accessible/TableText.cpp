// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessible/TableText.h"

#include "core/base/Text.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <cmath>

namespace hareloom::ui {

namespace {

QString cell(double value)
{
    return std::isnan(value) ? QString() : QString::number(value, 'g', 17);
}

QString quoted(QString header)
{
    if (!header.contains(QLatin1Char(',')) && !header.contains(QLatin1Char('"')) &&
        !header.contains(QLatin1Char('\n')))
        return header;
    return QLatin1Char('"') + header.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

/// Names go through `written`, which keeps them one cell.
template<class Written>
QString line(const DataTable& table, std::size_t row, QChar separator, const Written& written)
{
    QStringList cells;
    for (const double value : table.rows[row])
        cells << cell(value);
    const auto named = static_cast<qsizetype>(row);
    if (named < table.names.size() && !cells.isEmpty())
        cells[0] = written(table.names[named]);
    return cells.join(separator) + QLatin1Char('\n');
}

} // namespace

QString tableAsTsv(const DataTable& table, const std::vector<int>& rows)
{
    QStringList headers = table.headers;
    for (QString& header : headers)
        header = header.simplified();
    QString text = headers.join(QLatin1Char('\t')) + QLatin1Char('\n');
    const auto simple = [](const QString& name) { return name.simplified(); };
    for (std::size_t row = 0; rows.empty() && row < table.rows.size(); ++row)
        text += line(table, row, QLatin1Char('\t'), simple);
    for (const int row : rows)
        text += line(table, static_cast<std::size_t>(row), QLatin1Char('\t'), simple);
    return text;
}

QByteArray tableAsCsv(const DataTable& table)
{
    QStringList headers;
    for (const QString& header : table.headers)
        headers << quoted(header);
    QString text = headers.join(QLatin1Char(',')) + QLatin1Char('\n');
    const auto field = [](const QString& name) {
        return QString::fromStdString(csvField(name.toStdString()));
    };
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        text += line(table, row, QLatin1Char(','), field);
    return text.toUtf8();
}

Result<void> writeTableCsv(const DataTable& table, const QString& path)
{
    const QByteArray bytes = tableAsCsv(table);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return systemError(QCoreApplication::translate("TableText", "%1 could not be written: %2")
                               .arg(path, file.errorString())
                               .toStdString());
    return {};
}

} // namespace hareloom::ui
