// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/OwnData.h"

#include "ui/families/Faces.h"

namespace hareloom::ui {

OwnExperiment experimentOnOwn(const QString& path)
{
    OwnExperiment none = noExperiment();
    for (const Face* face : faces())
        if (auto own = face->experimentOn(path); own && *own)
            return own;
        else if (!own && none)
            none = own;
    return none;
}

} // namespace hareloom::ui
