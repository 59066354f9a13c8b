// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/ReportBeside.h"

#include "ui/plot/MetricTitle.h"
#include "ui/plot/Ticks.h"
#include "ui/vitals/DifferenceRows.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace hareloom::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// A variant of a session, as a column of both tables.
struct Column
{
    const LabSession* session;
    std::size_t variant;

    const Experiment& experiment() const { return session->variants()[variant]; }
};

std::vector<Column> columnsOf(const ReportRequest& request)
{
    std::vector<Column> columns;
    std::vector<const LabSession*> sessions{&request.session};
    sessions.insert(sessions.end(), request.beside.begin(), request.beside.end());
    for (const LabSession* session : sessions)
        for (std::size_t v = 0; v < session->variants().size(); ++v)
            columns.push_back({session, v});
    return columns;
}

/// Two sessions of one title are told apart by their seeds, and those by their place.
QStringList titlesOf(const std::vector<Column>& columns)
{
    QStringList titles;
    for (const Column& column : columns) {
        const Experiment& experiment = column.experiment();
        QString title = QString::fromStdString(experiment.title);
        if (titles.contains(title))
            title = Words::tr("%1 (seed %2)").arg(title, QString::number(column.session->experiment().seed));
        if (titles.contains(title))
            title = Words::tr("%1 (%2)").arg(title, QString::number(titles.size() + 1));
        titles << title;
    }
    return titles;
}

/// "1.02 → 0.37", over the chains of one variant.
QString wayOf(const VitalSeries& series, std::size_t variant)
{
    const VitalLine& line = series.lines()[variant];
    if (line.centre.empty())
        return QStringLiteral("–");
    return QStringLiteral("%1 → %2").arg(numberText(line.centre.front(), 3),
                                         numberText(line.centre.back(), 3));
}

} // namespace

void fillBeside(Report& report, const ReportRequest& request)
{
    if (request.beside.empty())
        return;
    const std::vector<Column> columns = columnsOf(request);
    const QStringList titles = titlesOf(columns);
    report.differences.header = report.besides.header = QStringList{Words::tr("Setting")} + titles;
    report.besides.header.front() = Words::tr("Metric");
    std::vector<const Experiment*> experiments;
    for (const Column& column : columns)
        experiments.push_back(&column.experiment());
    for (const DifferenceRow& row : differenceRows(experiments))
        report.differences.rows << QStringList{row.label} + row.values;
    const auto known = [](const LabSession& session) {
        return offeredVitals(session.experiment(), session.history().at(0, 0).get());
    };
    for (const std::string& metric : known(request.session)) {
        QStringList cells{metricTitle(metric)};
        int measured = 0;
        for (const Column& column : columns) {
            const auto there = known(*column.session);
            if (std::find(there.begin(), there.end(), metric) == there.end()) {
                cells << QStringLiteral("–");
                continue;
            }
            VitalSeries series(metric, column.session->variants(), Spread::Deciles);
            series.update(column.session->history());
            cells << wayOf(series, column.variant);
            measured += column.session == &request.session ? 0 : 1;
        }
        if (measured > 0)
            report.besides.rows << cells;
    }
    report.besidesNote =
        Words::tr("From generation 0 to each run's last generation; medians over the chains.");
}

} // namespace hareloom::ui
