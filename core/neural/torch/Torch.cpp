// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neural/torch/Torch.h"

#include "core/neural/torch/Card.h"

#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>
#include <c10/core/Device.h>
#include <torch/cuda.h>
#include <torch/version.h>

#include <dlfcn.h>
#include <filesystem>

namespace hareloom::neural {
namespace {

std::string describe(int index)
{
    const Card card = cardOf(at::Device(at::kCUDA, static_cast<at::DeviceIndex>(index)));
    if (card.name.empty())
        return "CUDA device " + std::to_string(index);
    return card.name + ", " + gigabytes(card.memory);
}

std::string whyNoCuda()
{
#ifdef HARELOOM_TORCH_HAS_CUDA
    std::error_code ignored;
    const bool hasDriver = std::filesystem::exists("/proc/driver/nvidia/version", ignored);
    return hasDriver ? torchVersion() + " finds no CUDA device it can use" : "no NVIDIA driver is loaded";
#else
    return torchVersion() + " was built without CUDA";
#endif
}

} // namespace

std::string torchVersion()
{
    return std::string("LibTorch ") + TORCH_VERSION;
}

std::vector<NeuralDevice> torchDevices()
{
    std::vector<NeuralDevice> devices = {{"cpu", "this machine's processor"}};
    const std::size_t count = torch::cuda::is_available() ? torch::cuda::device_count() : 0;
    for (std::size_t i = 0; i < count; ++i)
        devices.push_back({"cuda:" + std::to_string(i), describe(static_cast<int>(i))});
    return devices;
}

Result<void> checkTorchDevice(const std::string& device)
{
    if (device == "cpu" || device == "torch:cpu")
        return {};
    const std::string index = device == "cuda" ? "0" : device.starts_with("cuda:") ? device.substr(5) : "";
    if (index.empty() || index.size() > 3 || index.find_first_not_of("0123456789") != std::string::npos)
        return unsupported("there is no such device. It must be auto, cpu, cuda or cuda:i.");
    if (!torch::cuda::is_available())
        return unsupported(whyNoCuda());
    const std::size_t cards = torch::cuda::device_count();
    if (std::stoul(index) >= cards)
        return unsupported(cards == 1 ? "the only CUDA device is cuda:0"
                                      : "the last CUDA device is cuda:" + std::to_string(cards - 1));
    return {};
}

void prepareThread()
{
    if (at::get_num_threads() != 1)
        at::set_num_threads(1);
    // The build of OpenBLAS with threads of its own does not listen to OpenMP's setting.
    static const bool once = [] {
        if (void* set = dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))
            reinterpret_cast<void (*)(int)>(set)(1);
        return true;
    }();
    (void)once;
    at::GradMode::set_enabled(false);
}

} // namespace hareloom::neural
