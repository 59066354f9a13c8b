// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/PointIds.h"

#include "core/base/Rng.h"
#include "core/catalogue/Sha256.h"
#include "core/recipe/ExperimentJson.h"
#include "core/training/SourceRecord.h"

#include <nlohmann/json.hpp>

namespace hareloom {
namespace {

constexpr std::size_t kIdDigits = 16;

std::string hexOf(const std::string& text)
{
    Sha256 hash;
    hash.add({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    return hash.hex();
}

/// The experiment as text, without the policies that earlier versions did not know where they are off: a
/// point of theirs keeps its name.
std::string textOf(const Experiment& bare)
{
    auto all = nlohmann::ordered_json::parse(toText(bare));
    auto& policy = all["policy"];
    if (policy.value("realWeight", 0.0) == 0)
        policy.erase("realWeight");
    if (policy.contains("curation") && policy["curation"].value("bestOf", 1) == 1)
        policy.erase("curation");
    return all.dump(2) + "\n";
}

} // namespace

Result<std::string> PointIds::of(const Experiment& point)
{
    Experiment bare = point;
    bare.title.clear();
    bare.question.clear();
    bare.story.clear();
    bare.chains = 1; // a replicate's seeds do not depend on how many there are
    std::string data;
    if (!bare.source.path.empty()) {
        const auto digest = dataDigest(bare);
        if (!digest)
            return digest.error();
        data = *digest;
        if (!data.empty()) // the same rows from another place are the same
            bare.source.path = bare.source.labels = "";
    }
    return hexOf(std::to_string(kSamplingVersion) + "\n" + data + "\n" + textOf(bare)).substr(0, kIdDigits);
}

Result<std::string> PointIds::dataDigest(const Experiment& point)
{
    const nlohmann::json all = toJson(point);
    const std::string key = nlohmann::json({point.family, all.value("source", nlohmann::json()),
                                            all.value("model", nlohmann::json())})
                                .dump();
    const std::lock_guard lock(m_mutex);
    if (const auto known = m_digests.find(key); known != m_digests.end())
        return known->second;
    auto records = recordSources({point});
    const auto digest =
        records ? Result<std::string>(records->front().digest) : Result<std::string>(records.error());
    return m_digests.emplace(key, digest).first->second;
}

} // namespace hareloom
