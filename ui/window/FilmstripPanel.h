// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/filmstrip/Filmstrip.h"
#include "ui/window/Actions.h"

namespace hareloom::ui {

/// The filmstrip with its play and loop buttons, and which generations are visited.
class FilmstripPanel : public QWidget
{
    Q_OBJECT
public:
    FilmstripPanel(Filmstrip& filmstrip, GenerationCursor& cursor, const Actions& actions,
                   QWidget* parent = nullptr);

private:
    QWidget* makeButton(QAction* action);
    QWidget* makeStride(GenerationCursor& cursor);
};

} // namespace hareloom::ui
