// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/PageFlow.h"
#include "ui/export/Report.h"

namespace hareloom::ui {

/// How much of a page the parts of a report take. Lengths are those of PageFlow.
struct PageDensity
{
    double text = 1;        // 1: 9 points for all but the title
    std::size_t charts = 6; // at most
    double figures = 1;     // heights of stages and charts: 1 is the least at which they can be read
};

/// Sets a report part by part.
class PageSetter
{
public:
    /// Both outlive this.
    PageSetter(PageFlow& flow, const PageDensity& density) : m_flow(flow), m_density(density) {}

    void set(const Report& report);

private:
    void heading(const QString& words, double needs);
    void texts(const Report& report);
    void note(const QString& words);
    void figures(const std::vector<ReportFigure>& all, std::size_t most, double height, std::size_t columns);
    void tables(const Report& report);
    void legend(const ReportFigure& one);
    void table(const ReportTable& table);
    void row(const ReportTable& table, const QStringList& cells, const std::vector<double>& rights,
             bool isHeader);
    void settings(const std::vector<ReportSetting>& all);
    void longSetting(const ReportSetting& setting);
    void origin(const Report& report);
    double rowHeight() const { return 15 * m_density.text; }

    PageFlow& m_flow;
    const PageDensity& m_density;
    const Theme& m_theme = lightTheme();
};

} // namespace hareloom::ui
