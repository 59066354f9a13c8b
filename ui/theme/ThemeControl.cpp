// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/ThemeControl.h"

#include "ui/settings/Preferences.h"
#include "ui/theme/PlainWords.h"
#include "ui/theme/StyleSheet.h"

#include <QApplication>
#include <QPalette>
#include <QSettings>
#include <QStyleFactory>
#include <QWidget>

#include <cmath>

namespace hareloom::ui {

namespace {

constexpr auto kKey = "view/theme";
constexpr auto kPixelsAtOne = "pixelsAtOne";

QPalette paletteOf(const Theme& t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.window);
    p.setColor(QPalette::WindowText, t.text);
    p.setColor(QPalette::Base, t.surface);
    p.setColor(QPalette::AlternateBase, t.raised);
    p.setColor(QPalette::Text, t.text);
    p.setColor(QPalette::Button, t.raised);
    p.setColor(QPalette::ButtonText, t.text);
    p.setColor(QPalette::PlaceholderText, t.muted);
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.onAccent);
    p.setColor(QPalette::ToolTipBase, t.raised);
    p.setColor(QPalette::ToolTipText, t.text);
    p.setColor(QPalette::Link, t.accent);
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.muted);
    return p;
}

// Whatever the settings' file holds: another version may know themes that this one does not.
ThemeChoice keptChoice()
{
    const int kept = QSettings().value(kKey, 0).toInt();
    const bool isKnown =
        kept >= static_cast<int>(ThemeChoice::System) && kept <= static_cast<int>(ThemeChoice::Dark);
    return isKnown ? static_cast<ThemeChoice>(kept) : ThemeChoice::System;
}

} // namespace

ThemeControl::ThemeControl(QObject* parent)
    : QObject(parent),
      m_systemIsDark(QApplication::palette().color(QPalette::Window).lightnessF() < 0.5F),
      m_choice(keptChoice())
{
    keepWordsPlain();
    setThemeFontScale(Preferences::fontScale() / 100.0);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    apply();
}

void ThemeControl::choose(ThemeChoice choice)
{
    m_choice = choice;
    QSettings().setValue(kKey, static_cast<int>(choice));
    apply();
}

void ThemeControl::setFontScale(int percent)
{
    Preferences::setFontScale(percent);
    scale();
}

void ThemeControl::enlarge(double factor)
{
    m_factor = factor;
    scale();
}

void ThemeControl::scale()
{
    noteFonts(fontScale());
    setThemeFontScale(m_factor * Preferences::fontScale() / 100.0);
    apply();
}

// Widgets that were given a font of their own keep it when the application's changes: what its size is at
// 100% stays with the widget.
void ThemeControl::noteFonts(double scale) const
{
    for (QWidget* widget : QApplication::allWidgets()) {
        const int pixels = widget->font().pixelSize();
        const double known = widget->property(kPixelsAtOne).toDouble();
        if (widget->testAttribute(Qt::WA_SetFont) && pixels > 0 && std::abs(known * scale - pixels) > 1)
            widget->setProperty(kPixelsAtOne, std::round(pixels / scale));
    }
}

// After the style sheet: a new one gives every widget back the font that it had under the first.
void ThemeControl::scaleFonts() const
{
    for (QWidget* widget : QApplication::allWidgets()) {
        const double base = widget->property(kPixelsAtOne).toDouble();
        if (base <= 0)
            continue;
        QFont font = widget->font();
        font.setPixelSize(static_cast<int>(std::lround(base * fontScale())));
        widget->setFont(font);
    }
}

void ThemeControl::apply()
{
    const bool dark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_systemIsDark);
    m_theme = dark ? &darkTheme() : &lightTheme();
    QApplication::setPalette(paletteOf(*m_theme));
    QApplication::setFont(themeFont(TextSize::Body));
    qApp->setStyleSheet(styleSheet(*m_theme));
    scaleFonts();
    Q_EMIT themeChanged(*m_theme);
}

} // namespace hareloom::ui
