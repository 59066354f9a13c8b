// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/RealRows.h"

#include "core/chain/OpenSource.h"
#include "core/data/Source.h"
#include "core/data/TokenBlocks.h"
#include "core/text/TextSet.h"
#include "ui/stage/SampleRows.h"

#include <QCoreApplication>
#include <QThreadPool>

#include <algorithm>
#include <mutex>

namespace hareloom::ui {

namespace {

constexpr std::int64_t kMostTexts = 12;

} // namespace

/// Shared with the reading thread: after abandon() it reports to nobody.
class RealRows::Reader
{
public:
    explicit Reader(RealRows* listener) : m_listener(listener) {}

    void abandon()
    {
        const std::lock_guard lock(m_mutex);
        m_listener = nullptr;
    }

    void report(const Result<RealData>& result)
    {
        const std::lock_guard lock(m_mutex);
        if (!m_listener)
            return;
        QMetaObject::invokeMethod(
            m_listener,
            [self = m_listener, result, reader = this] {
                if (self->m_reader.get() != reader)
                    return;
                if (result)
                    Q_EMIT self->ready(*result);
                else
                    Q_EMIT self->failed(QString::fromStdString(result.error().message));
            },
            Qt::QueuedConnection);
    }

private:
    std::mutex m_mutex;
    RealRows* m_listener;
};

RealRows::RealRows(QObject* parent) : QObject(parent) {}

RealRows::~RealRows()
{
    if (m_reader)
        m_reader->abandon();
}

void RealRows::load(const Experiment& experiment, int replicate)
{
    if (m_reader)
        m_reader->abandon();
    m_reader = std::make_shared<Reader>(this);
    QThreadPool::globalInstance()->start([experiment, replicate, reader = m_reader] {
        try {
            reader->report(read(experiment, replicate));
        } catch (const std::exception& problem) {
            reader->report(systemError(std::string("The real data could not be read: ") + problem.what()));
        }
    });
}

namespace {

std::vector<std::string> partNames(const Source& source)
{
    if (const ImageSetPtr images = source.images())
        return images->classNames;
    const TextSetPtr text = source.text();
    if (!text)
        return source.variableNames();
    std::vector<std::string> kinds = text->kindNames;
    if (!kinds.empty())
        kinds.emplace_back(QCoreApplication::translate("TextStage", "no topic").toStdString());
    return kinds;
}

} // namespace

Result<RealData> RealRows::read(const Experiment& experiment, int replicate)
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
    data.states = (*source)->stateCount();
    if (const ImageSetPtr images = (*source)->images()) {
        data.imageWidth = images->width;
        data.imageHeight = images->height;
        data.classNames = images->classNames;
    }
    if (wanted < 1)
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
