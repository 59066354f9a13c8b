// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/OwnData.h"

#include "ui/families/Faces.h"

namespace hareloom::ui {

std::optional<Experiment> experimentOnOwn(const QString& path)
{
    for (const Face* face : faces())
        if (auto experiment = face->experimentOn(path))
            return experiment;
    return std::nullopt;
}

} // namespace hareloom::ui
