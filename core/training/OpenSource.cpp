// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/OpenSource.h"

#include "core/recipe/Families.h"

namespace hareloom {

Result<std::shared_ptr<const Source>> openSource(const Experiment& experiment)
{
    const Family& family = *findFamily(experiment.family);
    return family.open ? family.open(experiment)
                       : makeSource(experiment.source, family.rows, experiment.baseFolder);
}

} // namespace hareloom
