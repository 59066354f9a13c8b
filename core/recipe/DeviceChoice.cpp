// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipe/DeviceChoice.h"

#include "core/recipe/Families.h"

#include <dlfcn.h>

namespace hareloom {

namespace {

/// Without it there is no card to look for, and LibTorch need not be loaded to find none.
bool hasCardDriver()
{
    void* driver = dlopen("libcuda.so.1", RTLD_LAZY | RTLD_LOCAL);
    if (driver)
        dlclose(driver);
    return driver != nullptr;
}

/// Why the device cannot be used, if so.
Result<void> checkDevice(const std::string& name, bool isAuto)
{
    if (isAuto && !hasCardDriver())
        return unsupported("no NVIDIA driver is loaded");
    return torchLibrary().and_then([&name](const auto* library) { return library->checkDevice(name); });
}

Result<DeviceChoice> chooseForNetworks(const Family& family, const std::string& asked)
{
    if (const auto ready = family.ready ? family.ready() : Result<void>(); !ready)
        return ready.error();
    const bool isAuto = asked == "auto";
    DeviceChoice choice;
    choice.name = isAuto || asked == "cuda" ? "cuda:0" : asked;
    const auto usable = checkDevice(choice.name, isAuto);
    if (!usable && isAuto)
        return DeviceChoice{"cpu", "", "Networks run on the CPU: " + usable.error().message + "."};
    if (!usable)
        return invalidInput("device " + asked + ": " + usable.error().message);
    for (const NeuralDevice& device : networkDevices())
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

std::vector<NeuralDevice> networkDevices()
{
    if (hasCardDriver())
        if (const auto library = torchLibrary())
            return (*library)->devices();
    const auto library = processorLibrary();
    return library ? (*library)->devices() : std::vector<NeuralDevice>();
}

Result<DeviceChoice> chooseDevice(const std::string& family, const std::string& asked)
{
    const bool isNetwork = trainsNetworks(family);
    if (asked == "cpu" || (asked == "auto" && !isNetwork))
        return DeviceChoice();
    if (isNetwork)
        return chooseForNetworks(*findFamily(family), asked);
    if (asked == "cuda" || asked.starts_with("cuda:"))
        return invalidInput("device " + asked +
                            ": this experiment's family is fitted in closed form and runs on the CPU only; "
                            "use auto or cpu.");
    return invalidInput("device " + asked + ": there is no such device; use auto, cpu, cuda or cuda:i.");
}

} // namespace hareloom
