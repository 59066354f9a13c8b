// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/filmstrip/Filmstrip.h"
#include "ui/main/Actions.h"

namespace hareloom::ui {

/// The filmstrip with its play and loop buttons.
class FilmstripPanel : public QWidget
{
    Q_OBJECT
public:
    FilmstripPanel(Filmstrip& filmstrip, const Actions& actions, QWidget* parent = nullptr);
};

} // namespace hareloom::ui
