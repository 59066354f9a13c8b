// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/PageSetter.h"
#include "ui/export/SteadyOrder.h"
#include "ui/export/VectorFigures.h"
#include "ui/theme/PlainGlyphScope.h"

#include <QBuffer>
#include <QCoreApplication>

#include <array>
#include <optional>
#include <utility>

namespace hareloom::ui {

namespace {

// From roomy to dense; words are never smaller than 7.4 points.
constexpr std::array kDensities = {PageDensity{1, 6, 1.25}, PageDensity{0.94, 6, 1.15},
                                   PageDensity{0.88, 6, 1.05}, PageDensity{0.82, 6, 1},
                                   PageDensity{0.82, 3, 1}};
constexpr double kGrowth = 0.05, kMostFigures = 1.8;

bool fitsOnePage(const Report& report, const PageDensity& density)
{
    const FontScaleScope text(density.text);
    PageFlow flow;
    PageSetter(flow, density).set(report);
    return flow.pages() == 1;
}

/// The roomiest that fits on one page, with figures as high as the rest of the page allows; nothing where
/// none fits.
std::optional<PageDensity> densityFor(const Report& report)
{
    for (PageDensity density : kDensities)
        if (fitsOnePage(report, density)) {
            for (PageDensity larger = density; larger.figures < kMostFigures; density = larger) {
                larger.figures += kGrowth;
                if (!fitsOnePage(report, larger))
                    break;
            }
            return density;
        }
    return std::nullopt;
}

/// What fits on the page, and how.
std::pair<Report, PageDensity> pageOf(const Report& whole)
{
    if (!whole.differences.header.isEmpty()) // of several sessions: nobody called that a page
        return {whole, densityFor(whole).value_or(kDensities.front())};
    Report report = whole;
    for (int step = 0; step <= kMostShortening; ++step) {
        report = step == 0 ? whole : shortened(whole, step);
        if (const auto density = densityFor(report))
            return {std::move(report), *density};
    }
    return {std::move(report), kDensities.back()}; // hundreds of variants: several pages after all
}

} // namespace

QByteArray reportPdf(const Report& whole)
{
    const PlainGlyphScope readable;
    const auto [report, density] = pageOf(whole);
    const SteadyOrder order;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter pdf(&buffer);
        pdf.setTitle(report.origin); // it begins with the title
        pdf.setCreator(QStringLiteral("Hareloom ") + QCoreApplication::applicationVersion());
        pdf.addFileAttachment(QStringLiteral("experiment.json"), report.experiment,
                              QStringLiteral("application/json"));
        const FontScaleScope text(density.text); // whatever the screen's is
        PageFlow flow(pdf, report.origin);
        PageSetter(flow, density).set(report);
    }
    return dated(std::move(bytes));
}

} // namespace hareloom::ui
