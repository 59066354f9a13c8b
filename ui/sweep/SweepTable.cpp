// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/SweepTable.h"

#include <QCoreApplication>

#include <cmath>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

QString placeOf(const SweepPicture& picture, std::size_t column, std::size_t row)
{
    const QString across =
        tr("%1 %2").arg(picture.across.title(), picture.across.labels()[static_cast<qsizetype>(column)]);
    return picture.up
               ? tr("%1, %2 %3")
                     .arg(across, picture.up->title(), picture.up->labels()[static_cast<qsizetype>(row)])
               : across;
}

} // namespace

DataTable tableOf(const SweepPicture& picture)
{
    DataTable table;
    table.title = tr("%1, %2").arg(picture.metric, picture.statistic);
    table.headers = {tr("Point"), picture.metric, tr("Low"), tr("High"), tr("Theory"), tr("Chains")};
    for (std::size_t row = 0; row < picture.rows(); ++row)
        for (std::size_t column = 0; column < picture.across.size(); ++column) {
            const SweepCell& cell = picture.at(column, row);
            table.names << placeOf(picture, column, row);
            table.rows.push_back({0, cell.centre, cell.low, cell.high, cell.theory, double(cell.chains)});
        }
    return table;
}

QString summaryOf(const SweepPicture& picture)
{
    std::size_t least = picture.cells.size(), greatest = least;
    for (std::size_t i = 0; i < picture.cells.size(); ++i) {
        const double value = picture.cells[i].centre;
        if (!std::isfinite(value))
            continue;
        if (least == picture.cells.size() || value < picture.cells[least].centre)
            least = i;
        if (greatest == picture.cells.size() || value > picture.cells[greatest].centre)
            greatest = i;
    }
    const QString what = tr("%1, %2").arg(picture.metric, picture.statistic);
    if (least == picture.cells.size())
        return tr("%1: nothing is measured yet.").arg(what);
    const auto said = [&](std::size_t i) {
        return tr("%1 at %2")
            .arg(numberText(picture.cells[i].centre),
                 placeOf(picture, i % picture.across.size(), i / picture.across.size()));
    };
    return tr("%1: least %2, greatest %3.").arg(what, said(least), said(greatest));
}

} // namespace hareloom::ui
