// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/accessible/ChartDescription.h"

#include <QList>
#include <QRect>

namespace hareloom::ui {

/// What a presentation paints, as widgets that a screen reader finds, as in the window: they show nothing and
/// let the mouse through.
class PresenterRegions : public QObject
{
public:
    explicit PresenterRegions(QWidget& screen) : QObject(&screen), m_screen(screen) {}

    /// A chart each, in this order. Where as many are there already they take the new words.
    void set(std::vector<ChartWords> words);
    /// Where they lie on the screen: the first, and the others below each other.
    void place(const QRect& first, const QRect& others);
    /// Says that what they show has changed.
    void announce() const;

private:
    QWidget& m_screen;
    std::vector<ChartWords> m_words;
    QList<QWidget*> m_regions;
};

} // namespace hareloom::ui
