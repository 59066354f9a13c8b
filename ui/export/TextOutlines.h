// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPaintDevice>
#include <QPainter>

#include <memory>

namespace hareloom::ui {

class OutliningEngine;

/// Passes on to a painter all that is painted on it, but words as the outlines of their letters: they look
/// the same where the typeface is not installed, and are no longer text.
class TextOutlines : public QPaintDevice
{
public:
    /// `target` is active, and outlives this.
    explicit TextOutlines(QPainter& target);
    ~TextOutlines() override;

    QPaintEngine* paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QPainter& m_target;
    std::unique_ptr<OutliningEngine> m_engine;
};

} // namespace hareloom::ui
