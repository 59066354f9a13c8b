// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filmstrip/FilmstripMarks.h"

#include "ui/language/Joining.h"
#include "ui/plot/PlotFrame.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kReach = 5; // to both sides of a mark's line
constexpr double kPoint = 4; // radius

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::FilmstripMarks", text);
}

void paintLine(QPainter& painter, const FilmstripLayout& layout, int generation, const QColor& colour)
{
    const double x = layout.trackX(generation);
    painter.setPen(QPen(colour, 1.5));
    painter.drawLine(QPointF(x, layout.track().top() - 5), QPointF(x, layout.caption().bottom() - 3));
}

} // namespace

std::vector<FilmstripMarks::Placed> FilmstripMarks::inOrder() const
{
    std::vector<Placed> all;
    for (std::size_t c = 0; c < m_chains.size(); ++c) {
        for (const MarkKind kind : kMarkKinds)
            if (const auto& mark = m_chains[c].marks.at(kind))
                all.push_back({*mark, kind, c, {}});
    }
    std::erase_if(all, [this](const Placed& mark) { return mark.generation > m_last; });
    std::stable_sort(all.begin(), all.end(),
                     [](const Placed& a, const Placed& b) { return a.generation < b.generation; });
    return all;
}

QList<QRectF> FilmstripMarks::paint(QPainter& painter, const FilmstripLayout& layout, const Theme& theme)
{
    m_placed = inOrder();
    painter.setFont(themeFont(TextSize::Small));
    m_chains.size() == 1 ? paintOne(painter, layout, theme) : paintSeveral(painter, layout, theme);
    QList<QRectF> places;
    for (const Placed& placed : m_placed)
        places << placed.words;
    return places;
}

// The words stand in the line below, where neither the knob nor the track is: the early one's to the left of
// its line and the late one's to the right, where there is room.
void FilmstripMarks::paintOne(QPainter& painter, const FilmstripLayout& layout, const Theme& theme)
{
    const QRectF line = layout.caption();
    QRectF taken;
    for (Placed& mark : m_placed) {
        paintLine(painter, layout, mark.generation, theme.text);
        const QString words = markName(mark.kind);
        const double x = layout.trackX(mark.generation);
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 10;
        const bool goesLeft =
            mark.kind != MarkKind::Early ? x + width > line.right() : x - width > line.left();
        mark.words = QRectF(goesLeft ? x - width : x, line.top(), width, line.height());
        if (!taken.isNull() && mark.words.intersects(taken))
            mark.words.moveLeft(std::min(taken.right(), line.right() - width));
        taken = mark.words;
        painter.setPen(theme.text);
        paintText(painter, mark.words.center(), Qt::AlignHCenter | Qt::AlignVCenter, words);
    }
}

// The point tells the column; a word where the next mark leaves room for it.
void FilmstripMarks::paintSeveral(QPainter& painter, const FilmstripLayout& layout, const Theme& theme)
{
    const QRectF line = layout.caption();
    double left = line.left();
    for (Placed& mark : m_placed) {
        paintLine(painter, layout, mark.generation, theme.variant(mark.chain));
        const double wanted = std::max(left, layout.trackX(mark.generation) - kPoint);
        const double x = std::min(wanted, line.right() - 2 * kPoint);
        mark.words = QRectF(x, line.top(), 2 * kPoint, line.height());
        left = x + 2 * kPoint + 2;
    }
    for (std::size_t i = 0; i < m_placed.size(); ++i) {
        Placed& mark = m_placed[i];
        paintPoint(painter, mark.words.center(), kPoint, LineMark::of(mark.chain, theme), theme);
        const QString words = shortMarkName(mark.kind);
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 4;
        const double next = i + 1 < m_placed.size() ? m_placed[i + 1].words.left() : line.right();
        if (mark.words.right() + width > next)
            continue;
        painter.setPen(theme.text);
        paintText(painter, {mark.words.right() + 3, line.center().y()}, Qt::AlignLeft | Qt::AlignVCenter,
                  words);
        mark.words.setRight(mark.words.right() + width);
    }
}

std::pair<int, QString> FilmstripMarks::at(const QPointF& point, const FilmstripLayout& layout) const
{
    for (const Placed& mark : m_placed) {
        const bool isOnLine = point.y() >= layout.track().top() - 8 &&
                              std::abs(point.x() - layout.trackX(mark.generation)) <= kReach;
        if (!mark.words.contains(point) && !(isOnLine && m_chains.size() == 1))
            continue;
        const ChainMarks& chain = m_chains[mark.chain];
        const QString words = chain.marks.wordsOf(mark.kind);
        return {mark.generation, chain.title.isEmpty() ? words : named(chain.title, words)};
    }
    return {-1, {}};
}

// A mark between two frames belongs to the one before.
QString FilmstripMarks::wordOf(int frame, const FilmstripLayout& layout) const
{
    const MarkedGenerations& first = m_chains.front().marks;
    const auto isAt = [&](const std::optional<int>& mark) {
        return mark && *mark <= m_last && layout.frameOf(*mark) == frame;
    };
    for (const MarkKind kind : {MarkKind::Late, MarkKind::Copying, MarkKind::Early})
        if (isAt(first.at(kind)))
            return shortMarkName(kind);
    return {};
}

QStringList FilmstripMarks::summary() const
{
    QStringList words;
    for (const ChainMarks& chain : m_chains) {
        const QString& title = chain.title;
        if (const auto early = chain.marks.early; early && *early <= m_last)
            words << (title.isEmpty() ? tr("early collapse begins in generation %1").arg(*early)
                                      : tr("early collapse of %1 begins in generation %2")
                                            .arg(title, QString::number(*early)));
        if (const auto late = chain.marks.late; late && *late <= m_last)
            words << (title.isEmpty() ? tr("late collapse begins in generation %1").arg(*late)
                                      : tr("late collapse of %1 begins in generation %2")
                                            .arg(title, QString::number(*late)));
        if (const auto copying = chain.marks.copying; copying && *copying <= m_last)
            words << (title.isEmpty() ? tr("the model stops inventing in generation %1").arg(*copying)
                                      : tr("the model of %1 stops inventing in generation %2")
                                            .arg(title, QString::number(*copying)));
    }
    return words;
}

} // namespace hareloom::ui
