// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <c10/core/Device.h>

#include <functional>
#include <memory>
#include <string>

namespace hareloom::neural {

/// The device that a name of checkTorchDevice() means. "torch:cpu" is the processor by LibTorch, as if it
/// were a card: what a card computes can be tested without one.
at::Device torchDevice(const std::string& name);

/// A graphics card, where this library was built with CUDA's headers; else no name and no numbers.
struct Card
{
    std::string name;
    std::int64_t memory = 0, freeMemory = 0; // bytes
    bool hasBf16 = false;                    // products of bf16 in hardware
};
Card cardOf(const at::Device& device);
/// "2.9 GB".
std::string gigabytes(std::int64_t bytes);

/// For its lifetime, the calling thread computes on a device: on one stream, which is not the default one,
/// without a gradient tape, and alone: whoever wants the same device waits.
class OnDevice
{
public:
    explicit OnDevice(const at::Device& device);
    ~OnDevice();
    OnDevice(const OnDevice&) = delete;
    OnDevice& operator=(const OnDevice&) = delete;

private:
    struct Guards;
    std::unique_ptr<Guards> m_guards;
};

/// A step that is taken many times on tensors that stay where they are. On a card it is recorded the third
/// time and then replayed, which costs one launch in place of hundreds; elsewhere it is simply run. Nothing
/// in it waits for the device or takes numbers from the processor. HARELOOM_STEP_GRAPHS=0 in the environment
/// switches the recording off. Needs an OnDevice.
class StepGraph
{
public:
    StepGraph();
    ~StepGraph();
    StepGraph(StepGraph&&) noexcept;
    StepGraph& operator=(StepGraph&&) noexcept;
    void run(const at::Device& device, const std::function<void()>& step);

private:
    struct Recording;
    std::unique_ptr<Recording> m_recording;
    int m_runs = 0;
    bool m_isOff = false;
};

} // namespace hareloom::neural
