// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/PageFlow.h"

#include "ui/export/LineBreaks.h"
#include "ui/plot/PlotFrame.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

namespace hareloom::ui {

namespace {

constexpr int kDpi = 1200;
constexpr double kMillimetre = 96 / 25.4;
constexpr double kPageWidth = 210 * kMillimetre, kPageHeight = 297 * kMillimetre, kMargin = 13 * kMillimetre;
constexpr double kFooterHeight = 22;

} // namespace

PageFlow::PageFlow()
    : m_width(kPageWidth - 2 * kMargin), m_bottom(kPageHeight - 2 * kMargin - kFooterHeight), m_page(1)
{
}

PageFlow::PageFlow(QPdfWriter& pdf, QString footer) : PageFlow()
{
    m_pdf = &pdf;
    m_footer = std::move(footer);
    m_page = 0;
    pdf.setResolution(kDpi);
    pdf.setPageSize(QPageSize(QPageSize::A4));
    pdf.setPageMargins(QMarginsF(0, 0, 0, 0));
    m_painter = std::make_unique<QPainter>(&pdf);
    m_painter->setRenderHint(QPainter::LosslessImageRendering);
    beginPage();
}

PageFlow::~PageFlow() = default;

void PageFlow::beginPage()
{
    m_y = 0;
    if (m_page++ > 0 && m_pdf)
        m_pdf->newPage();
    if (!m_pdf)
        return;
    m_painter->resetTransform();
    m_painter->scale(kDpi / 96.0, kDpi / 96.0);
    m_painter->translate(kMargin, kMargin);
    m_painter->setFont(themeFont(TextSize::Small));
    m_painter->setPen(lightTheme().muted);
    const double y = m_bottom + kFooterHeight;
    paintText(*m_painter, {0, y}, Qt::AlignLeft | Qt::AlignBottom,
              QFontMetricsF(m_painter->font()).elidedText(m_footer, Qt::ElideRight, m_width - 80));
    paintText(*m_painter, {m_width, y}, Qt::AlignRight | Qt::AlignBottom,
              QCoreApplication::translate("Report", "Page %1").arg(m_page));
}

void PageFlow::keepTogether(double height)
{
    if (m_y > 0 && m_y + height > m_bottom)
        beginPage();
}

void PageFlow::block(double height, const std::function<void(QPainter&, const QRectF&)>& paint)
{
    keepTogether(height);
    if (m_painter) {
        m_painter->save();
        paint(*m_painter, QRectF(0, m_y, m_width, height));
        m_painter->restore();
    }
    m_y += height;
}

double PageFlow::heightOf(const QString& words, const QFont& font, double width) const
{
    return QFontMetricsF(font)
        .boundingRect(QRectF(0, 0, 1e6, 1e6), 0, brokenIntoLines(words, font, width))
        .height();
}

void PageFlow::paragraph(const QString& words, const QFont& font, const QColor& colour, double indent)
{
    if (words.isEmpty())
        return;
    const double height = heightOf(words, font, m_width - indent) + 2;
    block(height, [&](QPainter& painter, const QRectF& area) {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(area.adjusted(indent, 0, 0, 0), Qt::TextDontClip,
                         brokenIntoLines(words, font, m_width - indent));
    });
}

} // namespace hareloom::ui
