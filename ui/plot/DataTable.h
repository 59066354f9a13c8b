// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace hareloom::ui {

/// The numbers behind a chart, for those who read them rather than see them. A row has one value a header;
/// NaN: absent.
struct DataTable
{
    QString title;
    QStringList headers;
    std::vector<std::vector<double>> rows;
    QStringList names = {}; // of the rows, in the place of their first value; empty: the value stands
};

} // namespace hareloom::ui
