// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QObject>

namespace hareloom::ui {

enum class ThemeChoice { System, Light, Dark };

/// Which theme the program wears: palette, style sheet and font of the whole application. Remembers the
/// choice in QSettings. GUI thread.
class ThemeControl : public QObject
{
    Q_OBJECT
public:
    /// Reads the choice and applies it to the running QApplication.
    explicit ThemeControl(QObject* parent = nullptr);

    const Theme& theme() const { return *m_theme; }
    ThemeChoice choice() const { return m_choice; }
    void choose(ThemeChoice choice);
    /// Percent of every size of text, in [80, 200]; kept too.
    void setFontScale(int percent);
    /// All of that times `factor`, for a room, until it is 1 again; not kept.
    void enlarge(double factor);

Q_SIGNALS:
    void themeChanged(const hareloom::ui::Theme& theme);

private:
    void apply();
    void noteFonts(double scale) const;
    void scaleFonts() const;

    void scale();

    bool m_systemIsDark = false;
    double m_factor = 1;
    ThemeChoice m_choice = ThemeChoice::System;
    const Theme* m_theme = nullptr;
};

} // namespace hareloom::ui
