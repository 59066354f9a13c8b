// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/BlockTable.h"

#include "core/catalogue/Sha256.h"
#include "core/store/PackedBytes.h"

namespace hareloom {

Digest blockDigest(const ChainPlan& plan, ChainIndex chain, int first, int count,
                   std::span<const std::uint8_t> body)
{
    PackedWriter place;
    place.whole(plan.variantNumber(chain));
    place.whole(static_cast<std::uint64_t>(plan.replicateOf(chain)));
    place.whole(static_cast<std::uint64_t>(first));
    place.whole(static_cast<std::uint64_t>(count));
    place.whole(plan.seedOf(chain, first));
    Sha256 hash;
    hash.add(place.bytes());
    hash.add(body);
    return hash.digest();
}

Digest namesDigest(const MetricTable& metrics)
{
    PackedWriter names;
    for (const MetricName& name : metrics.names())
        names.text(*name);
    Sha256 hash;
    hash.add(names.bytes());
    return hash.digest();
}

} // namespace hareloom
