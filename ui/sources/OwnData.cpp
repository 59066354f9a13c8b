// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/OwnData.h"

#include "core/recipe/DeviceChoice.h"
#include "ui/families/Faces.h"

namespace hareloom::ui {

// What learns comes before what counts.
OwnExperiment experimentOnOwn(const QString& path)
{
    OwnExperiment none = noExperiment();
    for (const bool learns : {true, false})
        for (const Face* face : faces()) {
            if (trainsNetworks(std::string(face->family())) != learns)
                continue;
            auto own = face->experimentOn(path);
            if (own && *own)
                return own;
            if (!own && none)
                none = own;
        }
    return none;
}

std::optional<Experiment> otherExperimentOnOwn(const QString& path, const std::string& family)
{
    for (const Face* face : faces())
        if (face->family() != family)
            if (auto own = face->experimentOn(path); own && *own)
                return **own;
    return std::nullopt;
}

} // namespace hareloom::ui
