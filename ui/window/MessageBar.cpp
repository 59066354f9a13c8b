// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/MessageBar.h"

#include "ui/theme/Icons.h"

#include <QAccessible>
#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace hareloom::ui {

namespace {

constexpr int kReadMs = 20'000;
const QString kAlarm = QStringLiteral("messageBar"),
              kOffer = QStringLiteral("offerBar"); // of the style sheet

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_text(new QLabel(this)), m_remedies(new QHBoxLayout), m_close(new QToolButton(this))
{
    setObjectName(kAlarm);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss the message"));
    m_close->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kGrid * 3 / 2, kGrid / 2, kGrid / 2, kGrid / 2);
    row->addWidget(m_text, 1);
    row->addLayout(m_remedies);
    row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    hide();
    m_gone.setSingleShot(true);
    m_gone.setInterval(kReadMs);
    connect(&m_gone, &QTimer::timeout, this, &MessageBar::dismiss);
}

void MessageBar::setTheme(const Theme& theme)
{
    m_theme = &theme;
    m_close->setIcon(icon(Glyph::Close, objectName() == kAlarm ? theme.danger : theme.text));
}

void MessageBar::offer(const QString& sentence, const QList<QAction*>& remedies)
{
    put(sentence, kOffer);
    for (QAction* remedy : remedies) {
        auto* button = new QPushButton(QString(remedy->text()).remove(QLatin1Char('&')), this);
        connect(button, &QPushButton::clicked, remedy, &QAction::trigger);
        connect(button, &QPushButton::clicked, this, &MessageBar::dismiss);
        m_remedies->addWidget(button);
    }
    place();
    m_gone.start();
}

void MessageBar::say(const QString& sentence)
{
    put(sentence, kAlarm);
}

void MessageBar::put(const QString& sentence, const QString& look)
{
    dismiss();
    setObjectName(look);
    for (QWidget* each :
         {static_cast<QWidget*>(this), static_cast<QWidget*>(m_text), static_cast<QWidget*>(m_close)})
        each->style()->polish(each);
    setTheme(*m_theme);
    m_text->setText(sentence);
    setAccessibleName(sentence);
    place();
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::dismiss()
{
    m_gone.stop();
    m_text->clear();
    while (QLayoutItem* item = m_remedies->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that asks
        delete item;
    }
    hide();
}

void MessageBar::floatOver(QWidget& page)
{
    m_page = &page;
    setParent(page.parentWidget());
    page.installEventFilter(this);
    hide();
}

void MessageBar::place()
{
    if (!m_page)
        return;
    const QRect room = m_page->geometry().adjusted(kGrid, 0, -kGrid, 0);
    layout()->activate();
    const int height = hasHeightForWidth() ? heightForWidth(room.width()) : sizeHint().height();
    setGeometry(room.left(), room.top(), room.width(), height);
    raise();
}

// Buttons are as high as the style says only once they are shown.
bool MessageBar::event(QEvent* event)
{
    const bool done = QFrame::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible())
        place();
    return done;
}

bool MessageBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_page && (event->type() == QEvent::Resize || event->type() == QEvent::Move))
        place();
    return QFrame::eventFilter(watched, event);
}

QString MessageBar::text() const
{
    return m_text->text();
}

} // namespace hareloom::ui
