// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/PictureCache.h"

#include "ui/theme/Theme.h"

#include <QPainter>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kRestPerCost = 9; // drawing takes at most a tenth of the time

} // namespace

PictureCache::PictureCache(QWidget& owner) : m_owner(owner)
{
    m_due.setSingleShot(true);
    QObject::connect(&m_due, &QTimer::timeout, &owner, qOverload<>(&QWidget::update));
}

bool PictureCache::mustDraw() const
{
    const QSize size = (QSizeF(m_owner.size()) * m_owner.devicePixelRatioF()).toSize();
    return m_isWrong || m_picture.size() != size || m_fontScale != fontScale();
}

void PictureCache::paint(QPainter& painter, const std::function<void(QPainter&)>& draw)
{
    const double rest =
        kRestPerCost * m_cost - (m_sinceDrawn.isValid() ? double(m_sinceDrawn.elapsed()) : 1e9);
    if (mustDraw() || (m_isOld && rest <= 0))
        drawAnew(draw);
    else if (m_isOld && !m_due.isActive())
        m_due.start(static_cast<int>(std::ceil(rest)));
    painter.drawPixmap(0, 0, m_picture);
}

void PictureCache::drawAnew(const std::function<void(QPainter&)>& draw)
{
    QElapsedTimer clock;
    clock.start();
    const double ratio = m_owner.devicePixelRatioF();
    m_picture = QPixmap((QSizeF(m_owner.size()) * ratio).toSize());
    m_picture.setDevicePixelRatio(ratio);
    m_picture.fill(Qt::transparent);
    QPainter painter(&m_picture);
    draw(painter);
    painter.end();
    m_cost = double(clock.nsecsElapsed()) / 1e6;
    m_sinceDrawn.start();
    m_fontScale = fontScale();
    m_isWrong = m_isOld = false;
    ++m_drawn;
}

} // namespace hareloom::ui
