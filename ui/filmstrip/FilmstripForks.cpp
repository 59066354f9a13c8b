// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filmstrip/FilmstripForks.h"

#include "core/recipe/Forks.h"
#include "core/recipe/Stretches.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/EngineWords.h"
#include "ui/plot/LineMark.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kReach = 4;     // to both sides of a line
constexpr double kFirstLane = 4; // below the track
constexpr double kLanePitch = 2.5;
constexpr std::size_t kLanes = 3; // further ones lie on the last

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::FilmstripForks", text);
}

} // namespace

FilmstripForks::FilmstripForks(const LabSession& session, ChainIndex chain)
{
    const auto& variants = session.variants();
    const auto chains = std::max<std::int64_t>(1, session.experiment().chains);
    const auto own = static_cast<std::size_t>(chain / chains);
    if (own >= variants.size())
        return;
    const auto stretches = stretchesOf(variants[own]);
    for (std::size_t s = 1; s < stretches.size(); ++s)
        m_changes.push_back({static_cast<int>(stretches[s].from),
                             tr("From generation %1 on, the run uses: %2.")
                                 .arg(stretches[s].from)
                                 .arg(engineChanges(changesText(variants[own], stretches[s].from)))});
    const Forks forks = forksOf(variants);
    const auto add = [&](std::size_t variant, std::int64_t at) {
        const auto other =
            static_cast<ChainIndex>(static_cast<std::int64_t>(variant) * chains + chain % chains);
        const int last = session.history().count(other) - 1;
        if (last >= at)
            m_lanes.push_back({static_cast<int>(at), last, variant, other,
                               tr("%1. Click to look at it.")
                                   .arg(engineWords(EngineList::Preset, variants[variant].title))});
    };
    if (forks[own])
        add(forks[own]->from, forks[own]->at);
    for (std::size_t v = 0; v < forks.size(); ++v)
        if (forks[v] && forks[v]->from == own)
            add(v, forks[v]->at);
}

double FilmstripForks::laneY(const FilmstripLayout& layout, std::size_t lane)
{
    return layout.track().bottom() + kFirstLane +
           kLanePitch * static_cast<double>(std::min(lane, kLanes - 1));
}

void FilmstripForks::paint(QPainter& painter, const FilmstripLayout& layout, const Theme& theme,
                           int last) const
{
    const QRectF track = layout.track();
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        const Lane& lane = m_lanes[i];
        if (lane.at > last)
            continue;
        const double y = laneY(layout, i), from = layout.trackX(lane.at - 1),
                     to = layout.trackX(std::min(lane.last, last));
        painter.setPen(LineMark::of(lane.variant, theme).pen(1.7));
        painter.drawPolyline(QPolygonF{
            {from, track.center().y()}, {std::min(from + (y - track.center().y()), to), y}, {to, y}});
    }
    painter.setPen(QPen(theme.text, 1.2, Qt::DashLine, Qt::FlatCap));
    for (const Change& change : m_changes)
        if (change.at <= last) {
            const double x = layout.trackX(change.at);
            painter.drawLine(QPointF(x, track.top() - 6), QPointF(x, track.bottom() + 6));
        }
}

FilmstripForks::Found FilmstripForks::at(const QPointF& point, const FilmstripLayout& layout, int last) const
{
    const QRectF track = layout.track();
    const bool isOnTrack = point.y() >= track.top() - 8 && point.y() <= track.bottom() + 1;
    for (const Change& change : m_changes)
        if (change.at <= last && isOnTrack && std::abs(point.x() - layout.trackX(change.at)) <= kReach)
            return {change.at, change.words, -1};
    const Lane* nearest = nullptr;
    double least = kReach;
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        const Lane& lane = m_lanes[i];
        const double away = std::abs(point.y() - laneY(layout, i));
        const bool isBeside =
            point.x() >= layout.trackX(lane.at - 1) && point.x() <= layout.trackX(lane.last);
        if (lane.at <= last && isBeside && away < least) {
            nearest = &lane;
            least = away;
        }
    }
    if (nearest)
        return {nearest->at, nearest->words, nearest->chain};
    return {};
}

QStringList FilmstripForks::summary(int last) const
{
    QStringList words;
    for (const Change& change : m_changes)
        if (change.at <= last)
            words << change.words.chopped(1);
    for (const Lane& lane : m_lanes)
        if (lane.at <= last)
            words << tr("another line goes on from generation %1").arg(lane.at - 1);
    return words;
}

} // namespace hareloom::ui
