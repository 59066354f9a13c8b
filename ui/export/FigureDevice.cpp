// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/FigureDevice.h"

#include <QPaintEngine>

namespace hareloom::ui {

class FilteringEngine : public QPaintEngine
{
public:
    FilteringEngine(QPainter& target, const FigureFilter& filter)
        : QPaintEngine(featuresOf(*target.paintEngine())),
          m_target(target),
          m_filter(filter),
          m_base(target.worldTransform())
    {
    }

    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }

    void updateState(const QPaintEngineState& now) override
    {
        const DirtyFlags changed = now.state();
        if (changed & DirtyTransform)
            m_target.setWorldTransform(now.transform() * m_base);
        if (changed & DirtyPen)
            m_target.setPen(filtered(now.pen()));
        if (changed & DirtyBrush)
            m_target.setBrush(now.brush());
        if (changed & DirtyBrushOrigin)
            m_target.setBrushOrigin(now.brushOrigin());
        if (changed & DirtyOpacity)
            m_target.setOpacity(now.opacity());
        if (changed & DirtyHints)
            m_target.setRenderHints(now.renderHints());
        if (changed & DirtyClipPath)
            m_target.setClipPath(now.clipPath(), now.clipOperation());
        if (changed & DirtyClipRegion)
            m_target.setClipRegion(now.clipRegion(), now.clipOperation());
        if (changed & DirtyClipEnabled)
            m_target.setClipping(now.isClipEnabled());
    }

    using QPaintEngine::drawEllipse; // of whole numbers: each calls that of real ones
    using QPaintEngine::drawLines;
    using QPaintEngine::drawPolygon;
    using QPaintEngine::drawRects;

    void drawPath(const QPainterPath& path) override { m_target.drawPath(path); }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override
    {
        if (mode == PolylineMode)
            m_target.drawPolyline(points, count);
        else
            m_target.drawPolygon(points, count, mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    }
    void drawLines(const QLineF* lines, int count) override { m_target.drawLines(lines, count); }
    void drawRects(const QRectF* rects, int count) override { m_target.drawRects(rects, count); }
    void drawEllipse(const QRectF& rect) override { m_target.drawEllipse(rect); }
    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        if (m_filter.outlinesText) {
            QPaintEngine::drawTextItem(at, item); // which paints the outlines with drawPath()
            return;
        }
        m_target.setFont(item.font());
        m_target.drawText(at, item.text());
    }
    void drawPixmap(const QRectF& to, const QPixmap& pixmap, const QRectF& from) override
    {
        m_target.drawPixmap(to, pixmap, from);
    }
    void drawImage(const QRectF& to, const QImage& image, const QRectF& from,
                   Qt::ImageConversionFlags flags) override
    {
        m_target.drawImage(to, image, from, flags);
    }

private:
    static PaintEngineFeatures featuresOf(const QPaintEngine& engine)
    {
        PaintEngineFeatures features;
        for (int bit = 0; bit < 31; ++bit)
            if (const auto feature = static_cast<PaintEngineFeature>(1 << bit); engine.hasFeature(feature))
                features |= feature;
        return features;
    }

    QPen filtered(QPen pen) const
    {
        pen.setWidthF(pen.widthF() * m_filter.lineFactor);
        return pen;
    }

    QPainter& m_target;
    FigureFilter m_filter;
    QTransform m_base;
};

FigureDevice::FigureDevice(QPainter& target, const FigureFilter& filter)
    : m_target(target), m_engine(std::make_unique<FilteringEngine>(target, filter))
{
}

FigureDevice::~FigureDevice() = default;

QPaintEngine* FigureDevice::paintEngine() const
{
    return m_engine.get();
}

int FigureDevice::metric(PaintDeviceMetric metric) const
{
    switch (metric) {
    case PdmWidth:
        return m_target.device()->width();
    case PdmHeight:
        return m_target.device()->height();
    case PdmDpiX:
    case PdmDpiY:
    case PdmPhysicalDpiX:
    case PdmPhysicalDpiY:
        return 96; // whoever paints here counts in device-independent pixels
    case PdmDevicePixelRatio:
        return 1;
    case PdmDevicePixelRatioScaled:
        return static_cast<int>(devicePixelRatioFScale());
    default:
        return QPaintDevice::metric(metric);
    }
}

} // namespace hareloom::ui
