// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenter/PresenterControls.h"

#include "ui/theme/Theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

namespace hareloom::ui {

namespace {

constexpr int kRestMs = 2500;
constexpr int kLeastWords = 11; // pixels

} // namespace

PresenterControls::PresenterControls(QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &PresenterControls::rest);
}

void PresenterControls::setActions(const QList<QAction*>& actions)
{
    for (QAction* action : actions) {
        auto* button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setMinimumHeight(44);
        button->setFocusPolicy(Qt::TabFocus);
        const auto name = [button, action] {
            button->setText(action->isCheckable() ? tr("Leave")
                                                  : QString(action->text()).remove(QLatin1Char('&')));
            button->setAccessibleName(button->text());
        };
        connect(action, &QAction::changed, button, name);
        name();
        button->setMouseTracking(true);
        layout()->addWidget(button);
    }
}

void PresenterControls::wake()
{
    show();
    raise();
    m_rest.start();
}

// Not while the keyboard or the mouse is on them.
void PresenterControls::rest()
{
    const QWidget* focused = window()->focusWidget();
    if (underMouse() || (focused && isAncestorOf(focused) && focused->hasFocus())) {
        m_rest.start();
        return;
    }
    hide();
    Q_EMIT rested();
}

void PresenterControls::placeIn(const QRect& room)
{
    QSize size;
    for (int pixels = themeFont(TextSize::Body).pixelSize(); pixels >= kLeastWords; --pixels) {
        QFont font = themeFont(TextSize::Body);
        font.setPixelSize(pixels);
        for (QToolButton* button : findChildren<QToolButton*>()) {
            button->setFont(font);
            button->updateGeometry();
        }
        layout()->invalidate();
        size = sizeHint();
        if (size.width() <= room.width())
            break;
    }
    setGeometry(QRect(room.center() - QPoint(size.width() / 2, size.height() / 2), size));
}

} // namespace hareloom::ui
