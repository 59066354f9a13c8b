// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/SourceRecord.h"

#include "core/catalogue/Sha256.h"
#include "core/recipe/ExperimentJson.h"
#include "core/training/OpenSource.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace hareloom {

namespace {

constexpr std::int64_t kMostNames = 100'000; // more are not remembered

void add(Sha256& hash, const void* bytes, std::size_t size)
{
    hash.add({static_cast<const std::uint8_t*>(bytes), size});
}

void addRows(Sha256& hash, const Dataset& rows)
{
    for (std::int64_t first = 0; first < rows.rows(); first += kBlockRows) {
        Matrix block(std::min(kBlockRows, rows.rows() - first), rows.dimension());
        rows.read(first, block);
        add(hash, block.data(), static_cast<std::size_t>(block.size()) * sizeof(double));
    }
}

std::string digestOf(const Source& source)
{
    Sha256 hash;
    const std::int64_t rows = source.rowCount().value_or(0);
    const std::int64_t shape[] = {rows, source.dimension(), source.stateCount()};
    add(hash, shape, sizeof shape);
    for (const ImageSet* images = source.images().get(); images; images = images->testSet.get()) {
        add(hash, images->pixels.data(), images->pixels.size());
        add(hash, images->labels.data(), images->labels.size());
    }
    if (rows > 0 && !source.images())
        addRows(hash, *source.draw(rows, 0));
    for (std::int64_t state = 0; state < source.stateCount(); ++state) {
        const std::string name = source.stateName(state) + '\n';
        add(hash, name.data(), name.size());
    }
    return hash.hex();
}

/// A table that is gone.
class Names final : public Source
{
public:
    explicit Names(SourceRecord record) : m_record(std::move(record)) {}

    int dimension() const override { return static_cast<int>(m_record.variables.size()); }
    DatasetPtr draw(std::int64_t, Seed) const override { return nullptr; }
    std::vector<std::string> variableNames() const override { return m_record.variables; }
    std::int64_t stateCount() const override { return std::ssize(m_record.states); }
    std::string stateName(std::int64_t state) const override
    {
        return m_record.states.at(static_cast<std::size_t>(state));
    }

private:
    SourceRecord m_record;
};

} // namespace

SourceRecord recordOf(const Experiment& variant, const Source& source)
{
    if (variant.source.path.empty())
        return {};
    SourceRecord record{digestOf(source), {}, {}};
    if (source.images() || source.text() || source.stateCount() > kMostNames)
        return record;
    record.variables = source.variableNames();
    for (std::int64_t state = 0; state < source.stateCount(); ++state)
        record.states.push_back(source.stateName(state));
    return record;
}

Result<std::vector<SourceRecord>> recordSources(const std::vector<Experiment>& variants)
{
    std::vector<SourceRecord> records;
    std::map<std::string, SourceRecord> known; // variants mostly share their data
    for (const Experiment& variant : variants) {
        const nlohmann::json all = toJson(variant);
        const std::string key =
            nlohmann::json({all.value("family", ""), all.value("source", nlohmann::json()),
                            all.value("model", nlohmann::json())})
                .dump();
        if (const auto same = known.find(key); same != known.end()) {
            records.push_back(same->second);
            continue;
        }
        const auto source = openSource(variant);
        if (!source)
            return source.error();
        records.push_back(recordOf(variant, **source));
        known.emplace(key, records.back());
    }
    return records;
}

std::shared_ptr<const Source> namesOf(const SourceRecord& record)
{
    return record.variables.empty() ? nullptr : std::make_shared<Names>(record);
}

} // namespace hareloom
