// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/image/LatentDecoder.h"

#include "core/families/image/ImageNetworks.h"
#include "ui/language/EngineSentence.h"

#include <exception>

namespace hareloom::ui {

namespace {

std::vector<float> placeOf(const ImageNetworks& networks, const LatentPoint& point)
{
    if (point.wallImage < 0)
        return point.place;
    const VaeArchitecture& a = point.decoder->architecture();
    const std::vector<float> all = networks.wallLatents(a, point.wallImage + 1);
    return {all.end() - a.latent, all.end()};
}

LatentPictures decodedNow(const LatentJob& job)
{
    LatentPictures made{job, {}, {}};
    const auto networks = imageNetworks();
    if (!networks) {
        made.problem = engineSentence(networks.error().message);
        return made;
    }
    const std::vector<float> from = placeOf(**networks, job.from), to = placeOf(**networks, job.to);
    std::vector<float> places;
    for (int i = 0; i < job.count; ++i) {
        const float t = job.count == 1 ? 1.0F : static_cast<float>(i) / static_cast<float>(job.count - 1);
        for (std::size_t j = 0; j < to.size(); ++j)
            places.push_back((1 - t) * from[j] + t * to[j]);
    }
    made.pixels = (*networks)->decode(*job.to.decoder, places);
    return made;
}

} // namespace

LatentDecoder::LatentDecoder(QObject* parent) : QObject(parent) {}

void LatentDecoder::ask(LatentJob job)
{
    m_jobs.cancel(); // those that wait; what is being decoded is shown
    m_jobs.add([this, job = std::move(job)](const StopToken&) {
        LatentPictures made;
        try {
            made = decodedNow(job);
        } catch (const std::exception& problem) {
            made = {job, {}, QString::fromUtf8(problem.what())};
        }
        QMetaObject::invokeMethod(
            this, [this, made = std::move(made)] { Q_EMIT decoded(made); }, Qt::QueuedConnection);
    });
}

} // namespace hareloom::ui
