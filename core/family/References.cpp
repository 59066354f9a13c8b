// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/References.h"

#include "core/data/Moments.h"

#include <algorithm>

namespace hareloom {

References makeReferences(const ChainSetupPtr& setup, int replicate, const DatasetPtr& realRows,
                          std::shared_ptr<const Matrix> heldOut)
{
    References references;
    references.setup = setup;
    references.seed = setup->seed(replicate, 0, Purpose::Evaluation);
    references.realRows = realRows;
    references.heldOut = std::move(heldOut);
    if (const auto truth = setup->source->moments())
        references.truth = {truth->mean, truth->covariance};
    else if (setup->source->rowKind() == RowKind::Numbers)
        references.truth = meanCovarianceOf(momentsOf(*realRows, 1));
    if (references.heldOut)
        references.heldOutTruth = setup->source->logDensity(*references.heldOut).value_or(Vector());
    return references;
}

DatasetPtr truthRows(const References& references, std::int64_t n, std::uint64_t which)
{
    const Source& source = *references.setup->source;
    return source.rowCount() ? references.realRows : source.draw(n, childSeed(references.seed, which));
}

} // namespace hareloom
