// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/family/References.h"

#include "core/base/SamplingWithoutReplacement.h"
#include "core/base/SortInPieces.h"
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

Result<MeanCovariance> momentsOfRows(const Dataset& rows, const StopToken& stop)
{
    return momentsOf(rows, 1, stop).transform([](const Moments& moments) {
        return meanCovarianceOf(moments);
    });
}

Result<MeanCovariance> momentsOfTruth(const References& references, const StopToken& stop)
{
    const ChainSetup& setup = *references.setup;
    switch (setup.experiment.evaluation.reference) {
    case Reference::Source:
        return setup.sourceMoments;
    case Reference::HeldOut:
        return momentsOfRows(*references.truthRows, stop);
    case Reference::FirstRows:
        return hasKnownDensity(setup.experiment.source) ? Result<MeanCovariance>(setup.sourceMoments)
                                                        : momentsOfRows(*references.realRows, stop);
    }
    return MeanCovariance();
}

/// Of the truth, where it is known, else empty. A row at a time is nothing: as many as take some
/// milliseconds.
Result<Vector> densityOfTruth(const Source& source, const Matrix& rows, const StopToken& stop)
{
    constexpr Eigen::Index kTogether = 1 << 14;
    Vector found(rows.rows());
    for (Eigen::Index first = 0; first < rows.rows(); first += kTogether) {
        if (!stop.proceed())
            return stopped();
        const Eigen::Index count = std::min(kTogether, rows.rows() - first);
        const auto piece = source.logDensity(rows.middleRows(first, count));
        if (!piece)
            return Vector();
        found.segment(first, count) = *piece;
    }
    return found;
}

} // namespace

Result<References> makeReferences(const ChainSetupPtr& setup, int replicate, const DatasetPtr& realRows,
                                  std::shared_ptr<const Matrix> heldOut, const StopToken& stop)
{
    References references;
    references.setup = setup;
    references.seed = setup->seed(replicate, 0, Purpose::Evaluation);
    references.realRows = realRows;
    references.heldOut = std::move(heldOut);
    if (setup->source->rowKind() == RowKind::Numbers) {
        references.truthRows = rowsOfTruth(*setup, realRows, references.heldOut.get());
        auto truth = momentsOfTruth(references, stop);
        if (!truth)
            return truth.error();
        references.truth = *std::move(truth);
    }
    if (references.heldOut) {
        auto density = densityOfTruth(*setup->source, *references.heldOut, stop);
        if (!density)
            return density.error();
        references.heldOutTruth = *std::move(density);
    }
    return references;
}

DatasetPtr drawTruth(const References& references, std::int64_t n, std::uint64_t which, const StopToken& stop)
{
    const DatasetPtr& rows = references.truthRows;
    const Seed seed = childSeed(references.seed, which);
    if (!rows)
        return references.setup->source->draw(n, seed);
    if (n >= rows->rows())
        return rows;
    auto picks = sampleWithoutReplacement(n, rows->rows(), seed, stop);
    return picks ? select(rows, *std::move(picks)) : firstRows(rows, 1);
}

DatasetPtr resampleTruth(const References& references, std::int64_t n, std::uint64_t which,
                         const StopToken& stop)
{
    const DatasetPtr& rows = references.truthRows;
    const Seed seed = childSeed(references.seed, which);
    if (!rows)
        return references.setup->source->draw(n, seed);
    Rng rng(seed);
    constexpr std::size_t kBetweenPolls = 1 << 18;
    std::vector<std::int64_t> picks(static_cast<std::size_t>(n));
    for (std::size_t i = 0; i < picks.size() && (i % kBetweenPolls != 0 || stop.proceed()); ++i)
        picks[i] = static_cast<std::int64_t>(rng.below(static_cast<std::uint64_t>(rows->rows())));
    sortInPieces(picks, stop); // in order: a table is read from its beginning to its end
    return stop.stopRequested() ? firstRows(rows, 1) : select(rows, std::move(picks));
}

} // namespace hareloom
