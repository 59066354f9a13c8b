// SPDX-License-Identifier: GPL-3.0-or-later
// The only source that sees CUDA's headers, where there are any (HARELOOM_CUDA).
#include "core/neural/torch/Card.h"

#include "core/neural/torch/Torch.h"

#include <ATen/core/grad_mode.h>
#include <c10/util/Exception.h>

#ifdef HARELOOM_CUDA
#include <ATen/Functions.h>
#include <ATen/cuda/CUDAContext.h>
#include <ATen/cuda/CUDAGraph.h>
#include <c10/cuda/CUDACachingAllocator.h>
#include <c10/cuda/CUDAGuard.h>
#endif

#include <cstdio>
#include <cstdlib>
#include <map>
#include <mutex>
#include <string_view>

namespace hareloom::neural {
namespace {

std::mutex& lockOf(const at::Device& device)
{
    static std::mutex all;
    static std::map<std::string, std::mutex> locks;
    const std::lock_guard lock(all);
    return locks[device.str()];
}

[[maybe_unused]] bool wantsGraphs()
{
    const char* asked = std::getenv("HARELOOM_STEP_GRAPHS");
    return !asked || std::string_view(asked) != "0";
}

#ifdef HARELOOM_CUDA
/// One stream for each card, so that what one call leaves on it the next one finds finished.
c10::cuda::CUDAStream streamOf(const at::Device& device)
{
    static std::map<int, c10::cuda::CUDAStream> streams;
    static std::mutex all;
    const std::lock_guard lock(all);
    const auto known = streams.find(device.index());
    if (known != streams.end())
        return known->second;
    return streams.emplace(device.index(), c10::cuda::getStreamFromPool(false, device.index())).first->second;
}
#endif

} // namespace

at::Device torchDevice(const std::string& name)
{
    if (name == "torch:cpu")
        return at::Device(at::kCPU);
    return at::Device(name == "cuda" ? "cuda:0" : name);
}

Card cardOf([[maybe_unused]] const at::Device& device)
{
    Card card;
#ifdef HARELOOM_CUDA
    if (device.is_cuda()) {
        const cudaDeviceProp* properties = at::cuda::getDeviceProperties(device.index());
        card.name = properties->name;
        card.hasBf16 = properties->major >= 8;
        const c10::cuda::CUDAGuard guard(device);
        at::empty({1}, at::TensorOptions(device)); // LibTorch wakes up, and can be asked
        std::size_t freeBytes = 0, all = 0;
        if (cudaMemGetInfo(&freeBytes, &all) == cudaSuccess) {
            // LibTorch keeps what was freed, and uses it again.
            const auto stats = c10::cuda::CUDACachingAllocator::getDeviceStats(device.index());
            card.memory = static_cast<std::int64_t>(all);
            card.freeMemory = static_cast<std::int64_t>(freeBytes) + stats.reserved_bytes[0].current -
                              stats.allocated_bytes[0].current;
        }
    }
#endif
    return card;
}

std::string gigabytes(std::int64_t bytes)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f GB", static_cast<double>(bytes) / 1e9);
    return text;
}

struct OnDevice::Guards
{
    explicit Guards([[maybe_unused]] const at::Device& device) : lock(lockOf(device))
    {
#ifdef HARELOOM_CUDA
        if (device.is_cuda())
            stream.reset_stream(streamOf(device).unwrap());
#endif
    }
    std::unique_lock<std::mutex> lock;
#ifdef HARELOOM_CUDA
    c10::cuda::OptionalCUDAStreamGuard stream;
#endif
    at::AutoGradMode noTape{false};
};

OnDevice::OnDevice(const at::Device& device)
{
    prepareThread();
    m_guards = std::make_unique<Guards>(device);
}

OnDevice::~OnDevice() = default;

struct StepGraph::Recording
{
#ifdef HARELOOM_CUDA
    at::cuda::CUDAGraph graph;
#endif
};

StepGraph::StepGraph() = default;
StepGraph::~StepGraph() = default;
StepGraph::StepGraph(StepGraph&&) noexcept = default;
StepGraph& StepGraph::operator=(StepGraph&&) noexcept = default;

void StepGraph::run([[maybe_unused]] const at::Device& device, const std::function<void()>& step)
{
#ifdef HARELOOM_CUDA
    constexpr int kWarmUp = 2; // workspaces and choices of algorithms are made outside of the recording
    if (device.is_cuda() && wantsGraphs() && !m_isOff && m_runs++ >= kWarmUp) {
        if (!m_recording) {
            auto recording = std::make_unique<Recording>();
            C10_CUDA_CHECK(cudaDeviceSynchronize());
            recording->graph.capture_begin();
            try {
                step();
                recording->graph.capture_end();
                m_recording = std::move(recording);
            } catch (const c10::Error&) {
                // What cannot be recorded is run: slower, with the same result.
                m_isOff = true;
                try {
                    recording->graph.capture_end();
                } catch (const c10::Error&) {
                }
                cudaGetLastError();
            }
        }
        if (m_recording) {
            m_recording->graph.replay();
            return;
        }
    }
#endif
    step();
}

} // namespace hareloom::neural
