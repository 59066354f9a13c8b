// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/References.h"

#include "core/base/SamplingWithoutReplacement.h"
#include "core/data/Moments.h"
#include "core/data/SourceKinds.h"

#include <algorithm>

namespace hareloom {

namespace {

// Null where the source itself gives rows without end.
DatasetPtr rowsOfTruth(const ChainSetup& setup, const DatasetPtr& realRows, const Matrix* heldOut)
{
    switch (setup.experiment.evaluation.reference) {
    case Reference::Source:
        return setup.source->rowCount() ? setup.source->draw(*setup.source->rowCount(), 0) : nullptr;
    case Reference::HeldOut:
        return heldOut ? std::make_shared<Table>(*heldOut) : nullptr;
    case Reference::FirstRows:
        return setup.source->rowCount() ? realRows : nullptr;
    }
    return nullptr;
}

MeanCovariance momentsOfTruth(const References& references)
{
    const ChainSetup& setup = *references.setup;
    switch (setup.experiment.evaluation.reference) {
    case Reference::Source:
        return setup.sourceMoments;
    case Reference::HeldOut:
        return meanCovarianceOf(momentsOf(*references.truthRows, 1));
    case Reference::FirstRows:
        return hasKnownDensity(setup.experiment.source) ? setup.sourceMoments
                                                        : meanCovarianceOf(momentsOf(*references.realRows, 1));
    }
    return {};
}

} // namespace

References makeReferences(const ChainSetupPtr& setup, int replicate, const DatasetPtr& realRows,
                          std::shared_ptr<const Matrix> heldOut)
{
    References references;
    references.setup = setup;
    references.seed = setup->seed(replicate, 0, Purpose::Evaluation);
    references.realRows = realRows;
    references.heldOut = std::move(heldOut);
    if (setup->source->rowKind() == RowKind::Numbers) {
        references.truthRows = rowsOfTruth(*setup, realRows, references.heldOut.get());
        references.truth = momentsOfTruth(references);
    }
    if (references.heldOut)
        references.heldOutTruth = setup->source->logDensity(*references.heldOut).value_or(Vector());
    return references;
}

DatasetPtr drawTruth(const References& references, std::int64_t n, std::uint64_t which)
{
    const DatasetPtr& rows = references.truthRows;
    const Seed seed = childSeed(references.seed, which);
    if (!rows)
        return references.setup->source->draw(n, seed);
    return n >= rows->rows() ? rows : select(rows, sampleWithoutReplacement(n, rows->rows(), seed));
}

DatasetPtr resampleTruth(const References& references, std::int64_t n, std::uint64_t which)
{
    const DatasetPtr& rows = references.truthRows;
    const Seed seed = childSeed(references.seed, which);
    if (!rows)
        return references.setup->source->draw(n, seed);
    Rng rng(seed);
    std::vector<std::int64_t> picks(static_cast<std::size_t>(n));
    for (std::int64_t& pick : picks)
        pick = static_cast<std::int64_t>(rng.below(static_cast<std::uint64_t>(rows->rows())));
    std::sort(picks.begin(), picks.end()); // in order: a table is read from its beginning to its end
    return select(rows, std::move(picks));
}

} // namespace hareloom
