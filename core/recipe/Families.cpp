// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/Families.h"

#include "core/families/discrete/Discrete.h"
#include "core/families/image/ImageNetworks.h"
#include "core/families/language/LanguageGenerator.h"
#include "core/families/language/LanguageNetworks.h"
#include "core/families/normal/Gaussian.h"
#include "core/families/normal/Kde.h"
#include "core/families/normal/Mixture.h"

namespace hareloom {
namespace {

template<class G>
std::unique_ptr<Generator> make(const ModelConfig& config, const DataShape& shape)
{
    return std::make_unique<G>(config, shape);
}

constexpr Family kFamilies[] = {
    {"discrete", "Discrete", "States and how often each occurs; what is not drawn is gone for good.", true,
     make<Discrete>},
    {"gaussian", "Gaussian", "One bell curve, in one variable or many: mean and covariance.", false,
     make<Gaussian>},
    {"kde", "Kernel density", "A small bell over every row it was given.", false, make<Kde>},
    {"mixture", "Mixture", "Several bell curves, fitted by expectation-maximisation.", false, make<Mixture>},
    {"image", "Images", "A variational autoencoder that learns to draw small grey images.", false,
     makeImageGenerator, true, "images", checkImageNetworks},
    {"language", "Language", "A language model that is fine-tuned on text and writes the next text.", false,
     makeLanguageGenerator, true, "blocks", checkLanguageNetworks},
};

} // namespace

std::span<const Family> families()
{
    return kFamilies;
}

const Family* findFamily(std::string_view name)
{
    for (const Family& family : kFamilies)
        if (family.name == name)
            return &family;
    return nullptr;
}

} // namespace hareloom
