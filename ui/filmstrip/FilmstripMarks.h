// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/filmstrip/CollapseMarks.h"
#include "ui/filmstrip/FilmstripLayout.h"
#include "ui/plot/LineMark.h"

#include <QList>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <limits>
#include <utility>
#include <vector>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Where collapse begins in one of the chains that a filmstrip stands for.
struct ChainMarks
{
    MarkedGenerations marks;
    QString title; // of its column; empty where there is one chain
};

/// The marks under a filmstrip's track: of one chain in words, of several each with its column's mark. Knows
/// what lies under the pointer.
class FilmstripMarks
{
public:
    /// By column; not empty.
    void set(std::vector<ChainMarks> chains) { m_chains = std::move(chains); }
    const std::vector<ChainMarks>& chains() const { return m_chains; }
    /// Only marks up to this generation exist for paint(), at() and words.
    void showUpTo(int generation) { m_last = generation; }

    /// Returns the places of the words.
    QList<QRectF> paint(QPainter& painter, const FilmstripLayout& layout, const Theme& theme);
    /// The mark under a point, with its words: its generation, or -1.
    std::pair<int, QString> at(const QPointF& point, const FilmstripLayout& layout) const;
    /// "early", "late" or "stops inventing" where a mark of the first chain belongs to a frame.
    QString wordOf(int frame, const FilmstripLayout& layout) const;
    /// "early collapse begins in generation 12", of every chain.
    QStringList summary() const;

private:
    struct Placed
    {
        int generation;
        MarkKind kind;
        std::size_t chain;
        QRectF words; // as last painted
    };
    std::vector<Placed> inOrder() const;
    void paintOne(QPainter& painter, const FilmstripLayout& layout, const Theme& theme);
    void paintSeveral(QPainter& painter, const FilmstripLayout& layout, const Theme& theme);

    std::vector<ChainMarks> m_chains = std::vector<ChainMarks>(1);
    std::vector<Placed> m_placed;
    int m_last = std::numeric_limits<int>::max();
};

} // namespace hareloom::ui
