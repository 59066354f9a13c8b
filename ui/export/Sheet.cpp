// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/Sheet.h"

#include "ui/plot/PlotFrame.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr QSizeF kPanel(380, 260); // unless somebody asks for another size
constexpr double kBetween = 6, kLetterMargin = 4;

std::size_t columnsOf(std::size_t panels, const SheetChoice& choice)
{
    return std::min<std::size_t>(panels,
                                 static_cast<std::size_t>(std::clamp(choice.columns, 1, kMostSheetColumns)));
}

QFont letterFont()
{
    return themeFont(TextSize::Body, QFont::Bold);
}

void paintPanel(QPainter& painter, const QRectF& place, const Figure& panel, const QString& letter,
                const FigureOptions& options)
{
    QRectF rest = place;
    if (!letter.isEmpty()) {
        painter.setFont(letterFont());
        painter.setPen(options.theme->text);
        paintText(painter, place.topLeft() + QPointF(kLetterMargin, kLetterMargin),
                  Qt::AlignLeft | Qt::AlignTop, letter);
        rest.setTop(rest.top() + QFontMetricsF(letterFont()).height()); // a figure has a margin of its own
    }
    painter.save();
    panel.paint(painter, rest, options);
    painter.restore();
}

/// The legends that several panels have in common, and of which parts of them.
struct SharedLegend
{
    std::shared_ptr<const CommonLegend> legend;
    std::vector<std::size_t> parts;
};

std::vector<SharedLegend> sharedLegends(const std::vector<Figure>& panels)
{
    std::vector<SharedLegend> all;
    for (const Figure& panel : panels) {
        if (!panel.legend)
            continue;
        const auto known = std::find_if(all.begin(), all.end(), [&panel](const SharedLegend& each) {
            return each.legend == panel.legend;
        });
        if (known == all.end())
            all.push_back({panel.legend, {panel.legendPart}});
        else
            known->parts.push_back(panel.legendPart);
    }
    std::erase_if(all, [](const SharedLegend& each) { return each.parts.size() < 2; });
    return all;
}

/// Paints them at the bottom of the area; returns what is left above.
QRectF aboveLegends(QPainter& painter, const QRectF& area, const std::vector<SharedLegend>& legends,
                    const Theme& theme)
{
    QRectF left = area;
    for (const SharedLegend& each : legends) {
        const QRectF inner = left.adjusted(2 * kGrid, 0, -2 * kGrid, 0);
        const double height = each.legend->paintLegendOf(nullptr, inner, each.parts, theme) + kGrid;
        left.setBottom(left.bottom() - height);
        each.legend->paintLegendOf(&painter, QRectF(inner.left(), left.bottom(), inner.width(), height),
                                   each.parts, theme);
    }
    return left;
}

void paintSheet(QPainter& painter, const QRectF& whole, const std::vector<Figure>& panels,
                const SheetChoice& choice, const FigureOptions& options)
{
    const auto legends = options.parts.legend ? sharedLegends(panels) : std::vector<SharedLegend>();
    const QRectF area = aboveLegends(painter, whole, legends, *options.theme);
    FigureOptions without = options;
    without.parts.legend = false;
    const auto isShared = [&legends](const Figure& panel) {
        return std::any_of(legends.begin(), legends.end(),
                           [&panel](const SharedLegend& each) { return each.legend == panel.legend; });
    };
    const std::size_t columns = columnsOf(panels.size(), choice),
                      rows = (panels.size() + columns - 1) / columns;
    const double width = (area.width() - double(columns - 1) * kBetween) / double(columns),
                 height = (area.height() - double(rows - 1) * kBetween) / double(rows);
    for (std::size_t i = 0; i < panels.size(); ++i)
        paintPanel(painter,
                   QRectF(area.left() + double(i % columns) * (width + kBetween),
                          area.top() + double(i / columns) * (height + kBetween), width, height),
                   panels[i], panelLetter(i, choice.letters), isShared(panels[i]) ? without : options);
}

} // namespace

QString panelLetter(std::size_t index, PanelLetters letters)
{
    const QChar small(ushort('a' + index));
    switch (letters) {
    case PanelLetters::None:
        return {};
    case PanelLetters::Small:
        return small;
    case PanelLetters::Capital:
        return small.toUpper();
    case PanelLetters::Bracketed:
        return QStringLiteral("(%1)").arg(small);
    }
    return {};
}

Figure sheetOf(std::vector<Figure> panels, const SheetChoice& choice)
{
    Figure sheet = panels.front();
    const std::size_t columns = columnsOf(panels.size(), choice),
                      rows = (panels.size() + columns - 1) / columns;
    sheet.size = QSizeF(double(columns) * kPanel.width(), double(rows) * kPanel.height());
    const bool isChecked =
        std::all_of(panels.begin(), panels.end(), [](const Figure& each) { return bool(each.checkAxes); });
    sheet.legend = {};
    sheet.checkAxes = {};
    if (isChecked)
        sheet.checkAxes = [panels](const FigureOptions& options) -> Result<void> {
            for (const Figure& each : panels)
                if (const auto possible = each.checkAxes(options); !possible)
                    return possible;
            return {};
        };
    sheet.paint = [panels = std::move(panels), choice](QPainter& painter, const QRectF& area,
                                                       const FigureOptions& options) {
        paintSheet(painter, area, panels, choice, options);
    };
    return sheet;
}

} // namespace hareloom::ui
