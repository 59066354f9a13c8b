// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/filmstrip/FilmstripLayout.h"
#include "ui/session/LabSession.h"
#include "ui/theme/Theme.h"

#include <QString>
#include <QStringList>

#include <vector>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Where the settings of a chain change on its way, and the lines that leave it: its branches, and what it
/// branched from. On a filmstrip's track a dashed line, and a second track in the other one's colour.
class FilmstripForks
{
public:
    struct Change
    {
        int at = 0; // the first generation with the new settings
        QString words;
    };
    struct Lane
    {
        int at = 0, last = 0; // its first generation that is not shared, and its newest one
        std::size_t variant = 0;
        ChainIndex chain = 0;
        QString words;
    };
    /// What lies under a point; a generation of -1: nothing.
    struct Found
    {
        int generation = -1;
        QString words;
        ChainIndex chain = -1; // of a lane: the other chain; else -1
    };

    FilmstripForks() = default;
    /// Those of a chain of this session, as far as it has come.
    FilmstripForks(const LabSession& session, ChainIndex chain);

    /// Of generations up to `last`: later ones are not to be seen.
    void paint(QPainter& painter, const FilmstripLayout& layout, const Theme& theme, int last) const;
    Found at(const QPointF& point, const FilmstripLayout& layout, int last) const;
    /// "from generation 20 on: Real share 0.1", of every change and lane.
    QStringList summary(int last) const;
    bool isEmpty() const { return m_changes.empty() && m_lanes.empty(); }

    const std::vector<Change>& changes() const { return m_changes; }
    const std::vector<Lane>& lanes() const { return m_lanes; }

private:
    static double laneY(const FilmstripLayout& layout, std::size_t lane);

    std::vector<Change> m_changes;
    std::vector<Lane> m_lanes;
};

} // namespace hareloom::ui
