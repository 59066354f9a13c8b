// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenter/SpeakerView.h"

#include "ui/theme/Theme.h"

#include <QLabel>
#include <QScrollArea>
#include <QTime>
#include <QVBoxLayout>

namespace hareloom::ui {

namespace {

constexpr int kTickMs = 1000;
constexpr double kLarge = 1.8, kUsual = 1.5; // of the window's words: a laptop stands at arm's length

} // namespace

SpeakerView::SpeakerView(QWidget* parent) : QWidget(parent, Qt::Window | Qt::WindowDoesNotAcceptFocus)
{
    setAttribute(Qt::WA_ShowWithoutActivating);
    setWindowTitle(tr("Speaker's notes"));
    setAccessibleName(windowTitle());
    m_title = addLabel("title", kLarge);
    m_clock = addLabel("muted", kLarge);
    m_now = addLabel("text", kUsual);
    m_notes = addLabel("text", kUsual);
    m_next = addLabel("muted", kUsual);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_clock, 0, Qt::AlignTop);
    auto* sheet = new QScrollArea(this);
    sheet->setObjectName(QStringLiteral("sheet"));
    sheet->setWidgetResizable(true);
    sheet->setFrameShape(QFrame::NoFrame);
    sheet->setWidget(m_notes);
    m_notes->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 3 * kGrid);
    column->setSpacing(2 * kGrid);
    column->addLayout(head);
    column->addWidget(m_now);
    column->addWidget(sheet, 1);
    column->addWidget(m_next);
    m_since.start();
    m_tick.setInterval(kTickMs);
    const auto show = [this] { m_clock->setText(clock()); };
    connect(&m_tick, &QTimer::timeout, this, show);
    m_tick.start();
    show();
}

QLabel* SpeakerView::addLabel(const char* name, double scale)
{
    auto* label = new QLabel(this);
    label->setObjectName(QString::fromLatin1(name));
    QFont font = themeFont(TextSize::Body, scale == kLarge ? QFont::DemiBold : QFont::Normal);
    font.setPixelSize(static_cast<int>(font.pixelSize() * scale));
    label->setFont(font);
    label->setWordWrap(true);
    return label;
}

void SpeakerView::setWords(const Words& words)
{
    m_title->setText(words.title);
    m_notes->setText(words.notes);
    m_now->setText(words.now);
    m_next->setText(words.next.isEmpty() ? QString() : tr("Next: %1").arg(words.next));
}

QString SpeakerView::clock() const
{
    const qint64 minutes = m_since.elapsed() / 60'000;
    return tr("%1 · %2 min").arg(QTime::currentTime().toString(QStringLiteral("HH:mm"))).arg(minutes);
}

} // namespace hareloom::ui
