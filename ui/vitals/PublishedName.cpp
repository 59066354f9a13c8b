// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/PublishedName.h"

#include "core/recipe/Published.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/Joining.h"

namespace hareloom::ui {

QString publishedName(const PublishedCurve& curve)
{
    return listed({engineSentence(curve.source), engineSentence(curve.label)});
}

} // namespace hareloom::ui
