// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/ExitStatus.h"
#include "core/base/Parallel.h"
#include "core/base/Rng.h"
#include "core/base/WriteJson.h"
#include "core/family/NeuralLibrary.h"
#include "core/recipe/ExperimentJson.h"
#include "core/store/SessionFormat.h"

#include <Eigen/Core>
#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <fstream>

namespace hareloom::cli {

namespace {

struct Device
{
    std::string name;
    bool isUsed = false;
    std::string why;
};

std::string processorName()
{
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("model name") || line.starts_with("Model"))
            if (const std::size_t colon = line.find(": "); colon != std::string::npos)
                return line.substr(colon + 2);
    return "unknown";
}

std::vector<Device> devices()
{
    const auto library = torchLibrary();
    std::vector<Device> all = {
        {"cpu", true, library ? "every family runs here" : "every family but images runs here"}};
    if (library)
        for (const NeuralDevice& device : (*library)->devices())
            if (device.name != "cpu")
                all.push_back(
                    {device.name, true, "image and language models run here; " + device.description});
    if (all.size() > 1)
        return all;
    const auto usable = library ? (*library)->checkDevice("cuda") : Result<void>(library.error());
    all.push_back({"cuda", false, usable ? "" : usable.error().message});
    return all;
}

std::string version(int major, int minor, int patch)
{
    return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(patch);
}

std::string compiler()
{
#if defined(__clang__)
    return "Clang " __clang_version__;
#else
    return "GCC " __VERSION__;
#endif
}

std::string neuralText()
{
    const auto library = torchLibrary();
    return library ? (*library)->version() : "none: " + library.error().message;
}

/// Names and values, in the order of printing.
nlohmann::ordered_json facts()
{
    return {{"hareloom", HARELOOM_VERSION},
            {"build", HARELOOM_BUILD_TYPE},
            {"compiler", compiler()},
            {"eigen", version(EIGEN_WORLD_VERSION, EIGEN_MAJOR_VERSION, EIGEN_MINOR_VERSION)},
            {"sqlite", sqlite3_libversion()},
            {"json",
             version(NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR, NLOHMANN_JSON_VERSION_PATCH)},
            {"neural", neuralText()},
            {"processor", processorName()},
            {"cores", availableThreads()},
            {"experimentSchema", kExperimentSchema},
            {"sessionFormat", kRenumberedVersion},
            {"samplingVersion", kSamplingVersion}};
}

void printText(Console& console)
{
    const nlohmann::ordered_json all = facts();
    for (const auto& [name, value] : all.items())
        console.out << name << std::string(18 - name.size(), ' ')
                    << (value.is_string() ? value.get<std::string>() : value.dump()) << "\n";
    for (const Device& device : devices())
        console.out << "device " << device.name << std::string(11 - device.name.size(), ' ')
                    << (device.isUsed ? "used: " : "not used: ") << device.why << "\n";
}

void printJson(Console& console)
{
    nlohmann::ordered_json json = facts();
    json["devices"] = nlohmann::ordered_json::array();
    for (const Device& device : devices())
        json["devices"].push_back({{"device", device.name}, {"used", device.isUsed}, {"why", device.why}});
    console.data << jsonText(std::move(json), 2) << "\n";
}

} // namespace

int execute(const InfoArguments& arguments, Console& console)
{
    arguments.json ? printJson(console) : printText(console);
    return kDone;
}

} // namespace hareloom::cli
