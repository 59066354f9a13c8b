// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/families/image/LatentPoint.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

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
    ~LatentDecoder() override;

    void ask(LatentJob job);

Q_SIGNALS:
    void decoded(const hareloom::ui::LatentPictures& pictures);

private:
    void work();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<LatentJob> m_newest;
    bool m_isOver = false;
    std::thread m_thread;
};

} // namespace hareloom::ui
