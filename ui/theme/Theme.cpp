// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Theme.h"

#include "ui/theme/FontFamilyScope.h"
#include "ui/theme/OkLab.h"
#include "ui/theme/PlainGlyphScope.h"

#include <QFontDatabase>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

Theme makeLight()
{
    Theme t;
    t.window = "#F4F1EA";
    t.surface = "#FFFDF9";
    t.raised = "#FAF8F3";
    t.text = "#1E2328";
    t.muted = "#5B6268";
    t.line = "#D8D3C7";
    t.control = "#87837A";
    t.grid = "#ECE8DE";
    t.accent = "#0B7A75";
    t.onAccent = "#FFFFFF";
    t.danger = "#9A2A12";
    t.dangerFill = "#FBE4DC";
    t.realData = "#1B1F23";
    t.oldest = "#0B7A75";
    t.newest = "#E4572E";
    t.variants = {"#0B7A75", "#E4572E", "#4A55B5", "#A36A00", "#93357F", "#4E6B2E"};
    return t;
}

Theme makeDark()
{
    Theme t;
    t.dark = true;
    t.window = "#121518";
    t.surface = "#191D21";
    t.raised = "#22272C";
    t.text = "#ECE8DF";
    t.muted = "#A7ADB2";
    t.line = "#363D44";
    t.control = "#79828A";
    t.grid = "#282E34";
    t.accent = "#3BB8B0";
    t.onAccent = "#08211F";
    t.danger = "#FFB4A0";
    t.dangerFill = "#43221A";
    t.realData = "#F3EFE6";
    t.oldest = "#22A19A";
    t.newest = "#FF7347";
    t.variants = {"#3BB8B0", "#FF7347", "#97A2F2", "#E0A93B", "#DB86C8", "#A3C178"};
    return t;
}

constexpr double kLeastSpacing = 1.0 / 64; // pixels, and not to be seen

double currentFontScale = 1;
bool drawsPlainGlyphs = false;

QString& otherFamily()
{
    static QString family; // of a figure; empty: the window's
    return family;
}

int pixels(TextSize size)
{
    switch (size) {
    case TextSize::Small:
        return 12;
    case TextSize::Body:
        return 14;
    case TextSize::Title:
        return 22;
    }
    return 14;
}

} // namespace

QColor Theme::generation(double share) const
{
    return mix(oldest, newest, std::clamp(share, 0.0, 1.0));
}

QColor Theme::generationText(double share) const
{
    QColor colour = generation(share);
    const QColor goal = dark ? QColor(Qt::white) : QColor(Qt::black);
    // The least contrast it meets: the shown frame of the filmstrip, which is tinted with the same colour.
    const QColor behind = mix(surface, colour, 0.12);
    for (int step = 0;
         step < 20 && std::min(contrastRatio(colour, surface), contrastRatio(colour, behind)) < 4.6; ++step)
        colour = mix(colour, goal, 0.06);
    return colour;
}

const Theme& lightTheme()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme& darkTheme()
{
    static const Theme theme = makeDark();
    return theme;
}

PlainGlyphScope::PlainGlyphScope(bool on) : m_before(drawsPlainGlyphs)
{
    drawsPlainGlyphs = drawsPlainGlyphs || on;
}

PlainGlyphScope::~PlainGlyphScope()
{
    drawsPlainGlyphs = m_before;
}

FontFamilyScope::FontFamilyScope(const QString& family) : m_before(otherFamily())
{
    if (!family.isEmpty())
        otherFamily() = family;
}

FontFamilyScope::~FontFamilyScope()
{
    otherFamily() = m_before;
}

QString fontFamily()
{
    if (!otherFamily().isEmpty())
        return otherFamily();
    static const QString family = [] {
        const QStringList known = QFontDatabase::families();
        for (const char* wanted : {"Inter", "Inter Variable"})
            if (known.contains(QLatin1String(wanted)))
                return QString::fromLatin1(wanted);
        return QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    }();
    return family;
}

double fontScale()
{
    return currentFontScale;
}

void setThemeFontScale(double scale)
{
    currentFontScale = std::clamp(scale, 0.5, 4.0);
}

QFont themeFont(TextSize size, QFont::Weight weight)
{
    // The typeface has no Chinese. By name, because a system that is left to choose may take Japanese shapes.
    static const QStringList chinese{QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Noto Sans SC"),
                                     QStringLiteral("WenQuanYi Micro Hei"),
                                     QStringLiteral("WenQuanYi Zen Hei")};
    QFont result(QStringList{fontFamily()} + chinese);
    result.setPixelSize(static_cast<int>(std::lround(pixels(size) * currentFontScale)));
    result.setWeight(weight);
    if (drawsPlainGlyphs)
        result.setStyleStrategy(QFont::PreferNoShaping);
    // A PDF would give the letters of a ligature as one sign: spaced letters have none.
    if (!otherFamily().isEmpty())
        result.setLetterSpacing(QFont::AbsoluteSpacing, kLeastSpacing);
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    result.setFeature("tnum", 1);
#endif
    return result;
}

} // namespace hareloom::ui
