// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mechanism/Candidates.h"
#include "ui/stage/RealRows.h"
#include "ui/theme/Theme.h"

#include <QWidget>

namespace hareloom::ui {

/// Groups of candidates, of each of which one is picked: by a click, or with the arrow keys and Space, or by
/// its number.
class PickBoard : public QWidget
{
    Q_OBJECT
public:
    /// `real`: what the rows are called and how large they are, or where they lie.
    PickBoard(Candidates candidates, RealData real, const Theme& theme, QWidget* parent = nullptr);

    /// By group; -1 where none was picked yet.
    const std::vector<int>& picks() const { return m_picks; }
    int picked() const;
    bool isDone() const { return picked() == m_candidates.groups; }
    /// As a click on it.
    void pick(int group, int candidate);

    QSize sizeHint() const override { return {720, 440}; }
    QSize minimumSizeHint() const override { return {420, 260}; }

Q_SIGNALS:
    void pickedOne();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int across() const;
    QRectF groupPlace(int group) const;
    QRectF placeOf(int group, int candidate) const;
    void paintCandidate(QPainter& painter, const QRectF& place, Eigen::Index row) const;
    void paintDot(QPainter& painter, const QRectF& place, Eigen::Index row) const;
    QString nameOf(int group, int candidate) const;
    void moveTo(int at);
    void tell();

    Candidates m_candidates;
    RealData m_real;
    const Theme& m_theme;
    std::vector<int> m_picks;
    int m_at = 0;         // the candidate that keys speak of, of all groups
    Vector m_low, m_high; // of the real rows and the candidates, by variable
};

} // namespace hareloom::ui
