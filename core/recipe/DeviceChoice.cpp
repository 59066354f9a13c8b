// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/DeviceChoice.h"

#include "core/family/NeuralLibrary.h"
#include "core/recipe/Families.h"

namespace hareloom {

namespace {

Result<DeviceChoice> chooseForNetworks(const std::string& asked)
{
    const auto library = neuralLibrary();
    if (!library)
        return library.error();
    const bool isAuto = asked == "auto";
    DeviceChoice choice;
    choice.name = isAuto || asked == "cuda" ? "cuda:0" : asked;
    const auto usable = (*library)->checkDevice(choice.name);
    if (!usable && isAuto)
        return DeviceChoice{"cpu", "", "Networks run on the CPU: " + usable.error().message + "."};
    if (!usable)
        return invalidInput("device " + asked + ": " + usable.error().message);
    for (const NeuralDevice& device : (*library)->devices())
        if (device.name == choice.name && choice.name != "cpu")
            choice.description = device.description;
    if (!choice.description.empty())
        choice.note = "Networks run on " + choice.words() + ".";
    return choice;
}

} // namespace

bool trainsNetworks(const std::string& family)
{
    const Family* known = findFamily(family);
    return known && known->isNetwork;
}

Result<DeviceChoice> chooseDevice(const std::string& family, const std::string& asked)
{
    const bool isNetwork = trainsNetworks(family);
    if (asked == "cpu" || (asked == "auto" && !isNetwork))
        return DeviceChoice();
    if (isNetwork)
        return chooseForNetworks(asked);
    if (asked == "cuda" || asked.starts_with("cuda:"))
        return invalidInput("device " + asked +
                            ": this experiment's family is fitted in closed form and runs on the CPU only; "
                            "use auto or cpu.");
    return invalidInput("device " + asked + ": there is no such device; use auto, cpu, cuda or cuda:i.");
}

} // namespace hareloom
