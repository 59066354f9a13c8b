// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPdfWriter>
#include <QRectF>
#include <QString>

#include <functional>
#include <memory>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Pages of A4, filled from the top: what does not fit on the rest of a page begins the next. Lengths are
/// device-independent pixels, 96 an inch.
class PageFlow
{
public:
    /// `footer` is written beneath each page, with its number.
    PageFlow(QPdfWriter& pdf, QString footer);
    /// Paints nothing: only counts pages().
    PageFlow();
    ~PageFlow();

    double width() const { return m_width; }
    int pages() const { return m_page; }
    void space(double height) { m_y += height; }
    /// A block that is not broken; `paint` gets its place.
    void block(double height, const std::function<void(QPainter&, const QRectF&)>& paint);
    /// Words in lines (brokenIntoLines()); `indent` from the left.
    void paragraph(const QString& words, const QFont& font, const QColor& colour, double indent = 0);
    /// Height that words need within `width`.
    double heightOf(const QString& words, const QFont& font, double width) const;
    /// Begins a page unless so much is left of this one.
    void keepTogether(double height);

private:
    void beginPage();

    QPdfWriter* m_pdf = nullptr; // null: nothing is painted
    std::unique_ptr<QPainter> m_painter;
    QString m_footer;
    double m_width = 0, m_bottom = 0, m_y = 0;
    int m_page = 0;
};

} // namespace hareloom::ui
