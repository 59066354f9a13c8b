// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/ThemeControl.h"

#include "ui/theme/StyleSheet.h"

#include <QApplication>
#include <QPalette>
#include <QSettings>
#include <QStyleFactory>

namespace hareloom::ui {

namespace {

constexpr auto kKey = "view/theme";

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

} // namespace

ThemeControl::ThemeControl(QObject* parent)
    : QObject(parent),
      m_systemIsDark(QApplication::palette().color(QPalette::Window).lightnessF() < 0.5F),
      m_choice(static_cast<ThemeChoice>(QSettings().value(kKey, 0).toInt()))
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    apply();
}

void ThemeControl::choose(ThemeChoice choice)
{
    m_choice = choice;
    QSettings().setValue(kKey, static_cast<int>(choice));
    apply();
}

void ThemeControl::apply()
{
    const bool dark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_systemIsDark);
    m_theme = dark ? &darkTheme() : &lightTheme();
    QApplication::setPalette(paletteOf(*m_theme));
    QApplication::setFont(themeFont(TextSize::Body));
    qApp->setStyleSheet(styleSheet(*m_theme));
    Q_EMIT themeChanged(*m_theme);
}

} // namespace hareloom::ui
