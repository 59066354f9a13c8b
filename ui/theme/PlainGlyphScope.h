// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace hareloom::ui {

/// As long as this lives, every themeFont() draws each character as the one glyph that the typeface has for
/// it: no kerning and no other form beside capitals and digits. Inter has such forms of hyphens, brackets and
/// colons, and a PDF does not say which characters they are, so whoever copies a DOI from it would lose them.
/// Scripts that cannot be read without shaping are shaped all the same. For whatever is measured and painted
/// for a PDF. GUI thread.
class PlainGlyphScope
{
public:
    explicit PlainGlyphScope(bool on = true);
    ~PlainGlyphScope();
    PlainGlyphScope(const PlainGlyphScope&) = delete;
    PlainGlyphScope& operator=(const PlainGlyphScope&) = delete;

private:
    bool m_before;
};

} // namespace hareloom::ui
