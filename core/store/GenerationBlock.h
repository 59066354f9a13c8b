// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/family/Family.h"
#include "core/family/Generation.h"
#include "core/store/MetricTable.h"
#include "core/store/PackedBytes.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hareloom {

/// SHA-256 of something, as it is.
using Digest = std::array<std::uint8_t, 32>;

/// What a record says beside the generation itself.
struct RecordExtras
{
    bool hasSnapshot = false;
    std::string weightsDigest; // 32 bytes; empty: it has no weights beside the session
};

/// Packs consecutive generations of one chain: each record says only what differs from the one before it.
/// docs/session-format.md describes the bytes.
class BlockWriter
{
public:
    /// `derivedSeed`: what ChainPlan says of it. `snapshot`: null where it is not kept.
    void add(const Generation& generation, Seed derivedSeed, const Snapshot* snapshot,
             std::string_view weightsDigest, MetricTable& metrics);

    int count() const { return m_count; }
    std::span<const std::uint8_t> bytes() const { return m_out.bytes(); }
    /// As new; what it has allocated stays.
    void clear();

private:
    struct Slot // where a metric's value comes from
    {
        MetricName name;
        std::uint32_t id = 0;
        std::uint32_t source = 0; // 0: it follows; k: the k-th number of the snapshot
    };

    bool fitsLayout(const Generation& generation) const;
    void makeLayout(const Generation& generation, MetricTable& metrics);

    PackedWriter m_out;
    int m_count = 0;
    std::array<std::int64_t, 4> m_rows{};
    std::int64_t m_fit = 0;
    std::vector<std::int64_t> m_sizes;
    std::size_t m_values = 0;
    std::vector<Slot> m_layout;
    ModelNumbers m_numbers; // of the newest
};

/// Reads them back in order.
class BlockReader
{
public:
    /// All outlive this.
    BlockReader(std::span<const std::uint8_t> bytes, const MetricTable& metrics, const Family& family)
        : m_in(bytes), m_metrics(metrics), m_family(family)
    {
    }

    /// The next one; `into` has its chain, index and derived seed already. Its snapshot is made only
    /// `withSnapshot`, and without weights. Errors: InvalidFile, saying what is wrong with the record.
    Result<RecordExtras> next(Generation& into, bool withSnapshot);
    bool isAtEnd() const { return m_in.left() == 0; }

private:
    struct Slot
    {
        MetricName name;
        std::uint64_t source = 0;
    };

    bool readLayout();
    bool readShape();
    Result<void> readSnapshot(std::uint64_t flags, Generation& into, bool isWanted);

    PackedReader m_in;
    const MetricTable& m_metrics;
    const Family& m_family;
    std::array<std::int64_t, 4> m_rows{};
    std::int64_t m_fit = 0;
    std::vector<std::int64_t> m_sizes;
    std::uint64_t m_valueCount = 0;
    std::vector<double> m_values;
    std::vector<Slot> m_layout;
};

/// One snapshot by itself, as a record would hold it, and back. Errors: InvalidFile.
void packSnapshot(const Snapshot& snapshot, PackedWriter& out);
Result<SnapshotPtr> unpackSnapshot(std::span<const std::uint8_t> bytes, const Family& family);

/// Of a snapshot that a family keeps as CBOR. Errors: InvalidFile (no CBOR, nested too deeply, of another
/// family).
Result<SnapshotPtr> snapshotFromCbor(std::span<const std::uint8_t> bytes, const Family& family);

} // namespace hareloom
