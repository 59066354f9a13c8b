// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/GenerationBlock.h"

#include "core/base/ReadJson.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hareloom {

namespace {

constexpr std::size_t kMostSizes = 16, kMostSources = 8;
constexpr std::size_t kDigestBytes = 32;

// What a record holds, in this order. The first two are usual, and the byte that says so is one.
enum Flag : std::uint64_t {
    kLikelihood = 1, // 8 bytes; else it was not computed
    kNumbers = 2,    // a snapshot of plain numbers
    kRows = 4,       // real, fresh, synthetic, sample rows; else as before
    kFit = 8,        // iterations and whether it converged; else as before
    kLayout = 16,    // which metrics there are; else as before
    kShape = 32,     // the sizes of the snapshot's numbers; else as before
    kCbor = 64,      // a snapshot as CBOR
    kNote = 128,
    kOwnSeed = 256, // where it is not the derived one
    kWeights = 512, // the digest of the weights beside the session
    kAllFlags = 1023
};

std::uint64_t bitsOf(double value)
{
    return std::bit_cast<std::uint64_t>(value);
}

/// The sign of a zero is not kept, nor which NaN it was.
double asKept(double metric)
{
    return std::isnan(metric) ? std::numeric_limits<double>::quiet_NaN() : metric + 0.0;
}

std::int64_t packedFit(const FitReport& fit)
{
    return static_cast<std::int64_t>(fit.iterations) * 2 + (fit.converged ? 1 : 0);
}

std::string cborOf(const Snapshot& snapshot)
{
    std::string bytes;
    nlohmann::json::to_cbor(toJsonWithoutWeights(snapshot), bytes);
    return bytes;
}

Error damaged(const char* what)
{
    return invalidFile(std::string("its record is damaged: ") + what);
}

} // namespace

void BlockWriter::clear()
{
    m_out.clear();
    m_count = 0;
    m_rows = {};
    m_fit = 0;
    m_sizes.clear();
    m_values = 0;
    m_layout.clear();
}

bool BlockWriter::fitsLayout(const Generation& generation) const
{
    const auto comesFromThere = [this](const Slot& slot, const MetricValue& metric) {
        return slot.name == metric.name && (slot.source == 0 || (slot.source <= m_numbers.values.size() &&
                                                                 bitsOf(m_numbers.values[slot.source - 1]) ==
                                                                     bitsOf(asKept(metric.value))));
    };
    return std::equal(m_layout.begin(), m_layout.end(), generation.metrics.begin(), generation.metrics.end(),
                      comesFromThere);
}

void BlockWriter::makeLayout(const Generation& generation, MetricTable& metrics)
{
    const std::span<const double> sources =
        std::span(m_numbers.values).first(std::min(m_numbers.values.size(), kMostSources));
    m_layout.clear();
    for (const MetricValue& metric : generation.metrics) {
        const auto same = std::find_if(sources.begin(), sources.end(), [&metric](double value) {
            return bitsOf(value) == bitsOf(asKept(metric.value));
        });
        const auto source = same == sources.end() ? 0 : same - sources.begin() + 1;
        m_layout.push_back({metric.name, metrics.idOf(metric.name), static_cast<std::uint32_t>(source)});
    }
    m_out.whole(m_layout.size());
    for (const Slot& slot : m_layout) {
        m_out.whole(slot.id);
        m_out.whole(slot.source);
    }
}

void BlockWriter::add(const Generation& g, Seed derivedSeed, const Snapshot* snapshot,
                      std::string_view weightsDigest, MetricTable& metrics)
{
    m_numbers.values.clear();
    const bool isNumbers = snapshot && snapshot->toNumbers(m_numbers);
    const std::array<std::int64_t, 4> rows = {g.realRows, g.freshRows, g.syntheticRows, g.sampleRows};
    const std::int64_t fit = packedFit(g.fit);
    const bool isNewShape = isNumbers && (m_numbers.sizes != m_sizes || m_numbers.values.size() != m_values);
    const bool isNewLayout = !fitsLayout(g);
    const auto flag = [](bool is, Flag which) { return is ? static_cast<std::uint64_t>(which) : 0; };
    m_out.whole(flag(!std::isnan(g.fit.logLikelihood), kLikelihood) | flag(isNumbers, kNumbers) |
                flag(rows != m_rows, kRows) | flag(fit != m_fit, kFit) | flag(isNewLayout, kLayout) |
                flag(isNewShape, kShape) | flag(snapshot && !isNumbers, kCbor) |
                flag(!g.note.empty(), kNote) | flag(g.seed != derivedSeed, kOwnSeed) |
                flag(!weightsDigest.empty(), kWeights));
    if (!std::isnan(g.fit.logLikelihood))
        m_out.real(g.fit.logLikelihood);
    if (rows != m_rows)
        for (const std::int64_t count : rows)
            m_out.signedWhole(count);
    if (fit != m_fit)
        m_out.signedWhole(fit);
    if (isNewShape) {
        m_out.whole(m_numbers.sizes.size());
        for (const std::int64_t size : m_numbers.sizes)
            m_out.signedWhole(size);
        m_out.whole(m_numbers.values.size());
        m_sizes = m_numbers.sizes;
        m_values = m_numbers.values.size();
    }
    if (isNumbers)
        m_out.reals(m_numbers.values);
    else if (snapshot)
        m_out.text(cborOf(*snapshot));
    if (isNewLayout)
        makeLayout(g, metrics);
    for (std::size_t i = 0; i < m_layout.size(); ++i)
        if (m_layout[i].source == 0)
            m_out.real(asKept(g.metrics[i].value));
    if (!g.note.empty())
        m_out.text(g.note);
    if (g.seed != derivedSeed)
        m_out.whole(g.seed);
    if (!weightsDigest.empty())
        m_out.raw(weightsDigest.data(), kDigestBytes);
    m_rows = rows;
    m_fit = fit;
    ++m_count;
}

bool BlockReader::readLayout()
{
    const std::uint64_t count = m_in.whole();
    m_layout.clear();
    if (count > m_in.left()) // each takes two bytes at least
        return false;
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto name = m_metrics.nameOf(m_in.whole());
        const std::uint64_t source = m_in.whole();
        if (!name)
            return false;
        m_layout.push_back({*name, source});
    }
    return true;
}

bool BlockReader::readShape()
{
    const std::uint64_t count = m_in.whole();
    m_sizes.clear();
    if (count > kMostSizes)
        return false;
    for (std::uint64_t i = 0; i < count; ++i)
        m_sizes.push_back(m_in.signedWhole());
    m_valueCount = m_in.whole();
    return m_in.ok();
}

Result<void> BlockReader::readSnapshot(std::uint64_t flags, Generation& into, bool isWanted)
{
    m_values.clear();
    if (flags & kNumbers) {
        if (m_valueCount > m_in.left() / sizeof(double))
            return damaged("its numbers are cut short");
        const auto bytes = m_in.raw(m_valueCount * sizeof(double));
        m_values.resize(static_cast<std::size_t>(m_valueCount));
        if (!bytes.empty())
            std::memcpy(m_values.data(), bytes.data(), bytes.size());
        if (!m_family.readNumbers)
            return damaged("its snapshot is of another family");
    }
    const std::string_view cbor = flags & kCbor ? m_in.text() : std::string_view();
    if (!isWanted || !(flags & (kNumbers | kCbor)))
        return {};
    Result<SnapshotPtr> read =
        flags & kNumbers
            ? m_family.readNumbers(m_sizes, m_values)
            : snapshotFromCbor({reinterpret_cast<const std::uint8_t*>(cbor.data()), cbor.size()}, m_family);
    if (!read)
        return read.error();
    into.snapshot = *std::move(read);
    return {};
}

Result<RecordExtras> BlockReader::next(Generation& into, bool withSnapshot)
{
    const std::uint64_t flags = m_in.whole();
    if (flags > kAllFlags || ((flags & kNumbers) && (flags & kCbor)))
        return damaged("what it holds is not known");
    into.fit.logLikelihood = flags & kLikelihood ? m_in.real() : std::numeric_limits<double>::quiet_NaN();
    if (flags & kRows)
        for (std::int64_t& count : m_rows)
            count = m_in.signedWhole();
    if (flags & kFit)
        m_fit = m_in.signedWhole();
    if ((flags & kShape) && !readShape())
        return damaged("the sizes of its snapshot");
    if (Result<void> read = readSnapshot(flags, into, withSnapshot); !read)
        return read.error();
    if ((flags & kLayout) && !readLayout())
        return damaged("its metrics have no names");
    into.metrics.clear();
    for (const Slot& slot : m_layout) {
        if (slot.source > m_values.size())
            return damaged("its metrics are not there");
        into.metrics.push_back({slot.name, slot.source == 0 ? m_in.real() : m_values[slot.source - 1]});
    }
    if (flags & kNote)
        into.note = m_in.text();
    if (flags & kOwnSeed)
        into.seed = m_in.whole();
    RecordExtras extras;
    extras.hasSnapshot = flags & (kNumbers | kCbor);
    if (flags & kWeights) {
        const auto digest = m_in.raw(kDigestBytes);
        extras.weightsDigest.assign(digest.begin(), digest.end());
    }
    if (!m_in.ok() || std::any_of(m_rows.begin(), m_rows.end(), [](std::int64_t rows) { return rows < 0; }))
        return damaged("it is cut short, or has fewer than no rows");
    into.realRows = m_rows[0];
    into.freshRows = m_rows[1];
    into.syntheticRows = m_rows[2];
    into.sampleRows = m_rows[3];
    into.fit.iterations = static_cast<int>(m_fit >> 1);
    into.fit.converged = m_fit & 1;
    return extras;
}

void packSnapshot(const Snapshot& snapshot, PackedWriter& out)
{
    MetricTable none;
    BlockWriter writer;
    writer.add(Generation(), 0, &snapshot, {}, none);
    out.raw(writer.bytes().data(), writer.bytes().size());
}

Result<SnapshotPtr> unpackSnapshot(std::span<const std::uint8_t> bytes, const Family& family)
{
    const MetricTable none;
    Generation generation;
    BlockReader reader(bytes, none, family);
    if (const auto read = reader.next(generation, true); !read)
        return read.error();
    if (!generation.snapshot || !reader.isAtEnd())
        return damaged("it holds no snapshot");
    return generation.snapshot;
}

Result<SnapshotPtr> snapshotFromCbor(std::span<const std::uint8_t> bytes, const Family& family)
{
    const Result<nlohmann::json> object = readCbor(bytes);
    if (!object)
        return invalidFile("its snapshot is damaged: " + object.error().message);
    const auto kind = object->is_object() ? object->find("kind") : object->end();
    if (kind == object->end() || *kind != family.snapshotKind)
        return invalidFile("its snapshot is of another family than the experiment's models");
    return family.readSnapshot(*object);
}

} // namespace hareloom
