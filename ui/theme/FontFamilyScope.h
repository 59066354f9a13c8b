// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace hareloom::ui {

/// Another typeface for every themeFont() as long as this lives: that of a figure, whatever the window has.
/// GUI thread.
class FontFamilyScope
{
public:
    /// `family`: an installed one; empty: it stays as it is.
    explicit FontFamilyScope(const QString& family);
    ~FontFamilyScope();
    FontFamilyScope(const FontFamilyScope&) = delete;
    FontFamilyScope& operator=(const FontFamilyScope&) = delete;

private:
    QString m_before;
};

} // namespace hareloom::ui
