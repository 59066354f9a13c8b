// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Generator.h"

namespace hareloom {

/// Stands in where the library that trains a family's networks is missing: every attempt to fit says why.
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

} // namespace hareloom
