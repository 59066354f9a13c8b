// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace hareloom::ui {

/// The numbers behind a chart, for those who read rather than look.
struct DataTable
{
    QString title;
    QStringList headers;
    std::vector<std::vector<double>> rows; // (n, headers); NaN = absent
};

} // namespace hareloom::ui
