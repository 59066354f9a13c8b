// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>

#include <vector>

namespace hareloom::ui {

/// Every colour of the window, once. Text colours reach 4.5:1 on `window`, `surface` and `raised`;
/// marks (ramp, variants, real data) reach 3:1: tests/ui/test_theme.cpp.
struct Theme
{
    bool dark = false;
    QColor window;      // behind everything
    QColor surface;     // the stage, charts
    QColor raised;      // controls, frames of the filmstrip
    QColor text, muted; // words; words that stand back
    QColor line, grid;  // borders that only part; lines inside a plot
    QColor control;     // borders of what can be filled in or ticked: 3:1
    QColor accent, onAccent;
    QColor danger;                // words of an error
    QColor dangerFill;            // behind them
    QColor realData;              // ink on paper, paper on ink
    QColor oldest, newest;        // both ends of the ramp of generations
    std::vector<QColor> variants; // one for each variant, in order; repeats

    /// 0 is generation 0, 1 the newest; evenly spaced for the eye between.
    QColor generation(double share) const;
    /// The same colour made dark or light enough to be read as words on `surface`.
    QColor generationText(double share) const;
    QColor variant(std::size_t index) const { return variants[index % variants.size()]; }
};

const Theme& lightTheme();
const Theme& darkTheme();

/// The grid that every distance is a multiple of, in device-independent pixels.
inline constexpr int kGrid = 8;
/// Until playback or a step has moved from one generation to the next, in ms.
inline constexpr int kTransitionMs = 300;

/// Three sizes of one sans family, scaled together.
enum class TextSize { Small, Body, Title };
QFont themeFont(TextSize size, QFont::Weight weight = QFont::Normal);
/// Of every themeFont(), 1 at first. GUI thread; whoever changes it has widgets take new fonts.
double fontScale();
void setThemeFontScale(double scale);
/// A length that makes room for words: it grows with them.
inline double scaled(double length)
{
    return length * fontScale();
}
/// Another scale for as long as this lives.
class FontScaleScope
{
public:
    explicit FontScaleScope(double scale) : m_before(fontScale()) { setThemeFontScale(scale); }
    ~FontScaleScope() { setThemeFontScale(m_before); }
    FontScaleScope(const FontScaleScope&) = delete;
    FontScaleScope& operator=(const FontScaleScope&) = delete;

private:
    double m_before;
};
/// Inter where it is installed, else the platform's sans.
QString fontFamily();

} // namespace hareloom::ui
