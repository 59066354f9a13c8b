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

void paintSheet(QPainter& painter, const QRectF& area, const std::vector<Figure>& panels,
                const SheetChoice& choice, const FigureOptions& options)
{
    const std::size_t columns = columnsOf(panels.size(), choice),
                      rows = (panels.size() + columns - 1) / columns;
    const double width = (area.width() - double(columns - 1) * kBetween) / double(columns),
                 height = (area.height() - double(rows - 1) * kBetween) / double(rows);
    for (std::size_t i = 0; i < panels.size(); ++i)
        paintPanel(painter,
                   QRectF(area.left() + double(i % columns) * (width + kBetween),
                          area.top() + double(i / columns) * (height + kBetween), width, height),
                   panels[i], panelLetter(i, choice.letters), options);
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
