// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>
#include <QPainter>

#include <memory>

namespace hareloom::ui {

class FilteringEngine;

/// What a figure asks of everything that is painted in it.
struct FigureFilter
{
    double lineFactor = 1;     // of every line's width
    bool outlinesText = false; // words as the outlines of their letters: they look the same where the
                               // typeface is not installed, and are no longer text
};

/// Passes on to a painter all that is painted on it, changed as the filter says.
class FigureDevice : public QPaintDevice
{
public:
    /// `target` is active, and outlives this.
    FigureDevice(QPainter& target, const FigureFilter& filter);
    ~FigureDevice() override;

    QPaintEngine* paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QPainter& m_target;
    std::unique_ptr<FilteringEngine> m_engine;
};

} // namespace hareloom::ui
