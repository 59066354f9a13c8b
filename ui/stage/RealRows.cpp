// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/RealRows.h"

#include "core/data/Source.h"
#include "core/data/SourceKinds.h"
#include "core/data/TokenBlocks.h"
#include "core/family/FamilyTeller.h"
#include "core/text/TextSet.h"
#include "core/training/OpenSource.h"
#include "core/training/SourceRecord.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/EngineWords.h"
#include "ui/paths/PathBytes.h"
#include "ui/stage/SampleRows.h"

#include <QCoreApplication>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr std::int64_t kMostTexts = 12;

} // namespace

RealRows::RealRows(QObject* parent)
    : QObject(parent), m_job("The real data could not be read", [this](const Result<RealData>& found) {
          if (found)
              Q_EMIT ready(*found);
          else
              Q_EMIT failed(engineSentence(found.error().message));
      })
{
}

namespace {

int replicateOf(const LabSession& session, ChainIndex chain)
{
    return static_cast<int>(chain % std::max<std::int64_t>(1, session.experiment().chains));
}

} // namespace

void RealRows::load(const LabSession& session, ChainIndex chain)
{
    m_job.start([experiment = session.experimentOf(chain), replicate = replicateOf(session, chain),
                 began = session.dataDigestOf(chain)](const StopToken&) {
        return read(experiment, replicate, began);
    });
}

Result<RealData> RealRows::read(const LabSession& session, ChainIndex chain)
{
    return read(session.experimentOf(chain), replicateOf(session, chain), session.dataDigestOf(chain));
}

QString otherDataText(const std::string& path)
{
    return QCoreApplication::translate(
               "RealRows",
               "The data in %1 are no longer those that this run began with. They are not drawn, and the "
               "run cannot go on from here; put them back as they were, or run the experiment anew.")
        .arg(shownPath(pathOf(path)));
}

namespace {

std::vector<std::string> partNames(const Source& source)
{
    if (source.rowKind() == RowKind::Images)
        return source.images()->classNames;
    const TextSetPtr text = source.text();
    if (!text)
        return source.variableNames();
    std::vector<std::string> kinds = text->kindNames;
    if (!kinds.empty())
        kinds.emplace_back(QCoreApplication::translate("TextStage", "no topic").toStdString());
    return kinds;
}

} // namespace

Result<RealData> RealRows::read(const Experiment& experiment, int replicate, const std::string& began)
{
    const auto source = openSource(experiment);
    if (!source)
        return source.error();
    const auto count = (*source)->rowCount();
    std::int64_t wanted = sampleSize(experiment.samples, 0, count.value_or(0));
    if (count)
        wanted = std::min(wanted, *count);
    RealData data;
    data.variableNames = partNames(**source);
    if (const std::string_view unit = kindOf(experiment.source).unit; !unit.empty())
        for (std::string& name : data.variableNames)
            name = QCoreApplication::translate("RealRows", "%1 (%2)")
                       .arg(engineWords(EngineList::State, name), engineWords(EngineList::State, unit))
                       .toStdString();
    data.areOthers = !began.empty() && recordOf(experiment, **source).digest != began;
    if (!count)
        data.distribution = *source;
    data.names = namesIn(**source);
    data.states = (*source)->stateCount();
    if (data.states > 0)
        data.classNames = data.names;
    if (const ImageSetPtr images = (*source)->images()) {
        data.imageWidth = images->width;
        data.imageHeight = images->height;
        data.classNames = images->classNames;
    }
    if (wanted < 1 || data.areOthers)
        return data;
    const Seed seed =
        deriveSeed(experiment.seed, static_cast<std::uint64_t>(replicate), 0, Purpose::RealRows);
    if (const auto text = (*source)->text(); text && text->tokenizer) { // tokens are no numbers to be drawn
        const DatasetPtr first = (*source)->draw(std::min(wanted, kMostTexts), seed);
        const TokenBlocks blocks = tokenBlocksOf(*first);
        for (std::int64_t i = 0; i < blocks.count(); ++i)
            data.texts.push_back(text->tokenizer->decode(blocks[i]));
        return data;
    }
    const DatasetPtr rows = (*source)->draw(wanted, seed);
    auto matrix =
        std::make_shared<Matrix>(std::min(wanted, SampleRows::most(rows->dimension())), rows->dimension());
    rows->read(0, *matrix);
    data.rows = matrix;
    return data;
}

} // namespace hareloom::ui
