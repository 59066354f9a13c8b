// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/families/image/ImageNetworks.h"

namespace hareloom {
namespace {

/// Stands in where the library is missing: every attempt to fit says why.
class AbsentGenerator final : public Generator
{
public:
    explicit AbsentGenerator(Error why) : m_why(std::move(why)) {}
    Result<FitReport> fit(const DatasetPtr&, const FitContext&) override { return m_why; }
    Result<FitReport> fitExactly(std::span<const PopulationPart>) override { return m_why; }
    Result<DatasetPtr> sample(std::int64_t, Seed, const SampleRequest&, const FitContext&) const override
    {
        return m_why;
    }
    SnapshotPtr snapshot() const override { return nullptr; }
    Result<void> restore(const SnapshotPtr&) override { return m_why; }

private:
    Error m_why;
};

} // namespace

Result<const ImageNetworks*> imageNetworks()
{
    return partOf<ImageNetworks>(torchLibrary());
}

Result<void> checkImageNetworks()
{
    const auto networks = imageNetworks();
    return networks ? Result<void>() : networks.error();
}

std::unique_ptr<Generator> makeImageGenerator(const ImageSettings& settings, const NetworkSettings& training,
                                              const DataShape& shape)
{
    const auto networks = imageNetworks();
    if (!networks)
        return std::make_unique<AbsentGenerator>(networks.error());
    return (*networks)->makeGenerator(settings, training, shape);
}

} // namespace hareloom
