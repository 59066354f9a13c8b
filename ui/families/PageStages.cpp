// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/PageStages.h"

#include "ui/families/diffusion/DiffusionPage.h"
#include "ui/families/discrete/DiscretePage.h"
#include "ui/families/image/ImagePage.h"
#include "ui/families/normal/NormalPage.h"
#include "ui/families/regression/RegressionPage.h"
#include "ui/texts/TextPage.h"

namespace hareloom::ui {

std::unique_ptr<PageStage> pageStageOf(const StageOrigin& origin, const Stage& stage)
{
    for (const auto make : {&makeNormalPage, &makeDiscretePage, &makeRegressionPage, &makeDiffusionPage,
                            &makeImagePage, &makeTextPage})
        if (auto page = make(origin, stage))
            return page;
    return nullptr;
}

} // namespace hareloom::ui
