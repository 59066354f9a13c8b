// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/MessageBar.h"

#include "ui/theme/Icons.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace hareloom::ui {

namespace {

constexpr int kReadMs = 12'000;

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent), m_text(new QLabel(this)), m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss the message"));
    m_close->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kGrid * 3 / 2, kGrid / 2, kGrid / 2, kGrid / 2);
    row->addWidget(m_text, 1);
    row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    hide();
    m_gone.setSingleShot(true);
    m_gone.setInterval(kReadMs);
    connect(&m_gone, &QTimer::timeout, this, &MessageBar::dismiss);
}

void MessageBar::setTheme(const Theme& theme)
{
    m_close->setIcon(icon(Glyph::Close, theme.danger));
}

void MessageBar::sayForAWhile(const QString& sentence)
{
    say(sentence);
    m_gone.start();
}

void MessageBar::say(const QString& sentence)
{
    m_gone.stop();
    m_text->setText(sentence);
    setAccessibleName(sentence);
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::dismiss()
{
    m_text->clear();
    hide();
}

QString MessageBar::text() const
{
    return m_text->text();
}

} // namespace hareloom::ui
