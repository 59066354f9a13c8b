// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QSize>
#include <QString>
#include <QStringList>

#include <cmath>

namespace hareloom::ui {

/// Words as they were painted at once, and how high they stand, in pixels of the device.
struct PaintedWord
{
    QString text;
    double height = 0;
};

class WordEngine final : public QPaintEngine
{
public:
    WordEngine() : QPaintEngine(AllFeatures) {}
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState& now) override
    {
        if (now.state() & DirtyTransform)
            m_scale = std::hypot(now.transform().m21(), now.transform().m22()); // words may stand upright
    }
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    void drawPath(const QPainterPath&) override {}
    void drawTextItem(const QPointF&, const QTextItem& item) override
    {
        painted.append({item.text(), item.font().pixelSize() * m_scale});
    }
    Type type() const override { return User; }

    QList<PaintedWord> painted;

private:
    double m_scale = 1;
};

/// Writes down the words that are painted on it, and nothing else.
class WordDevice final : public QPaintDevice
{
public:
    explicit WordDevice(const QSize& size) : m_size(size) {}
    QPaintEngine* paintEngine() const override { return &m_engine; }
    const QList<PaintedWord>& painted() const { return m_engine.painted; }
    QStringList words() const
    {
        QStringList all;
        for (const PaintedWord& each : m_engine.painted)
            all << each.text;
        return all;
    }

protected:
    int metric(PaintDeviceMetric which) const override
    {
        switch (which) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 96;
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        default:
            return 0;
        }
    }

private:
    QSize m_size;
    mutable WordEngine m_engine;
};

} // namespace hareloom::ui
