// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessible/TableText.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <cmath>

namespace hareloom::ui {

namespace {

QString cell(double value)
{
    return std::isnan(value) ? QString() : QString::number(value, 'g', 17);
}

QString line(const std::vector<double>& row, QChar separator)
{
    QStringList cells;
    for (const double value : row)
        cells << cell(value);
    return cells.join(separator) + QLatin1Char('\n');
}

QString quoted(QString header)
{
    if (!header.contains(QLatin1Char(',')) && !header.contains(QLatin1Char('"')) &&
        !header.contains(QLatin1Char('\n')))
        return header;
    return QLatin1Char('"') + header.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

} // namespace

QString tableAsTsv(const DataTable& table, const std::vector<int>& rows)
{
    QStringList headers = table.headers;
    for (QString& header : headers)
        header = header.simplified();
    QString text = headers.join(QLatin1Char('\t')) + QLatin1Char('\n');
    if (rows.empty())
        for (const auto& row : table.rows)
            text += line(row, QLatin1Char('\t'));
    for (const int row : rows)
        text += line(table.rows[static_cast<std::size_t>(row)], QLatin1Char('\t'));
    return text;
}

QByteArray tableAsCsv(const DataTable& table)
{
    QStringList headers;
    for (const QString& header : table.headers)
        headers << quoted(header);
    QString text = headers.join(QLatin1Char(',')) + QLatin1Char('\n');
    for (const auto& row : table.rows)
        text += line(row, QLatin1Char(','));
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
