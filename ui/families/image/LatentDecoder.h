// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/families/image/LatentPoint.h"
#include "ui/jobs/BackgroundJobs.h"

#include <QObject>

namespace hareloom::ui {

/// Pictures at even steps from one latent point to another of the same decoder, both included.
struct LatentJob
{
    LatentPoint from, to; // with places and weights
    int count = 1;        // 1: `to` alone
    bool operator==(const LatentJob&) const = default;
};

struct LatentPictures
{
    LatentJob job;
    std::vector<std::uint8_t> pixels; // (count, height, width)
    QString problem;                  // why there are none; else empty
};

/// Decodes on a thread of its own, which the first job starts and which loads the neural library. Only the
/// newest job counts. GUI thread.
class LatentDecoder : public QObject
{
    Q_OBJECT
public:
    explicit LatentDecoder(QObject* parent = nullptr);

    void ask(LatentJob job);

Q_SIGNALS:
    void decoded(const hareloom::ui::LatentPictures& pictures);

private:
    BackgroundJobs m_jobs; // last: its jobs are over before anything else goes
};

} // namespace hareloom::ui
