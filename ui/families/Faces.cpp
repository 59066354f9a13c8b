// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/Faces.h"

#include "ui/families/diffusion/DiffusionFace.h"
#include "ui/families/discrete/DiscreteFace.h"
#include "ui/families/image/ImageFace.h"
#include "ui/families/language/LanguageFace.h"
#include "ui/families/ngram/NGramFace.h"
#include "ui/families/normal/NormalFaces.h"
#include "ui/families/regression/RegressionFace.h"

#include <algorithm>
#include <vector>

namespace hareloom::ui {

std::span<const Face* const> faces()
{
    static const std::vector<const Face*> all = [] {
        std::vector<const Face*> list{&discreteFace()};
        list.insert(list.end(), normalFaces().begin(), normalFaces().end());
        list.insert(list.end(),
                    {&regressionFace(), &diffusionFace(), &imageFace(), &ngramFace(), &languageFace()});
        return list;
    }();
    return all;
}

const Face& faceOf(std::string_view family)
{
    static const Face unknown{std::string_view()};
    const auto found = std::find_if(faces().begin(), faces().end(),
                                    [&](const Face* face) { return face->family() == family; });
    return found == faces().end() ? unknown : **found;
}

} // namespace hareloom::ui
