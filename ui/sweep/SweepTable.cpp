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

/// Each kind of theory that a point has: one may have a mean where another has a median.
QStringList theoriesOf(const SweepPicture& picture)
{
    QStringList kinds;
    for (const SweepCell& cell : picture.cells)
        if (!cell.theoryIs.isEmpty() && !kinds.contains(cell.theoryIs))
            kinds << cell.theoryIs;
    return kinds;
}

} // namespace

DataTable tableOf(const SweepPicture& picture)
{
    const QStringList theories = theoriesOf(picture);
    DataTable table;
    table.title = picture.heading();
    table.headers = QStringList{tr("Point"), picture.metric, tr("Low"), tr("High")} + theories;
    table.headers << tr("Chains");
    for (std::size_t row = 0; row < picture.rows(); ++row)
        for (std::size_t column = 0; column < picture.across.size(); ++column) {
            const SweepCell& cell = picture.at(column, row);
            table.names << picture.placeOf(column, row);
            std::vector<double> values{0, cell.centre, cell.low, cell.high};
            for (const QString& kind : theories)
                values.push_back(cell.theoryIs == kind ? cell.theory : std::nan(""));
            values.push_back(double(cell.measured));
            table.rows.push_back(std::move(values));
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
    const QString what = picture.heading();
    if (least == picture.cells.size())
        return tr("%1: nothing is measured yet.").arg(what);
    const auto said = [&](std::size_t i) {
        return tr("%1 at %2")
            .arg(numberText(picture.cells[i].centre),
                 picture.placeOf(i % picture.across.size(), i / picture.across.size()));
    };
    return tr("%1: least %2, greatest %3.").arg(what, said(least), said(greatest));
}

} // namespace hareloom::ui
