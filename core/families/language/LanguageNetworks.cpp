// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/language/LanguageNetworks.h"

namespace hareloom {

Result<const LanguageNetworks*> languageNetworks(const std::string& device)
{
    return partOf<LanguageNetworks>(device == "cpu" ? processorLibrary() : torchLibrary());
}

Result<void> checkLanguageNetworks()
{
    const auto networks = languageNetworks("cpu");
    return networks ? Result<void>() : networks.error();
}

} // namespace hareloom
