// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/Transport.h"

#include "ui/theme/ElidingBox.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QToolButton>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr double kSpeeds[] = {1, 2, 5, 10, 25, 60};
constexpr int kUsualSpeed = 3;

} // namespace

Transport::Transport(const Actions& actions, QWidget* parent)
    : QWidget(parent),
      m_actions(actions),
      m_primary(new QPushButton(this)),
      m_speed(new ElidingBox(this)),
      m_seed(new QLineEdit(this)),
      m_chain(new ElidingBox(this)),
      m_mode(new ElidingBox(this))
{
    makePrimary();
    makeSpeeds();
    makeSeed();
    for (QComboBox* box : {m_speed, m_chain, m_mode}) {
        box->setFocusPolicy(Qt::TabFocus);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    }
    m_chain->setAccessibleName(tr("Chain"));
    m_chain->setToolTip(tr("Which chain the stage shows"));
    m_chain->setMaximumWidth(224);
    for (QComboBox* box : {m_chain, m_mode})
        box->setMinimumWidth(10 * kGrid); // large words: these give way before a button is cut
    m_mode->setAccessibleName(tr("View"));
    m_mode->setToolTip(tr("How the stage shows it"));
    connect(m_chain, &QComboBox::activated, this, &Transport::chainChosen);
    connect(m_mode, &QComboBox::activated, this, &Transport::modeChosen);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kGrid / 2, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addWidget(m_primary);
    row->addWidget(addButton(actions.step));
    row->addWidget(addButton(actions.slowStep));
    row->addWidget(addButton(actions.reset));
    row->addSpacing(kGrid);
    row->addWidget(addLabel(tr("Speed"), m_speed));
    row->addWidget(m_speed);
    row->addSpacing(kGrid);
    row->addWidget(addLabel(tr("Seed"), m_seed));
    row->addWidget(m_seed);
    row->addWidget(addButton(actions.reshuffle));
    row->addStretch();
    row->addWidget(m_chain);
    row->addWidget(m_mode);
    row->addWidget(addButton(actions.recipe));
}

void Transport::makePrimary()
{
    m_primary->setObjectName(QStringLiteral("primary"));
    m_primary->setFocusPolicy(Qt::TabFocus);
    m_primary->setIconSize(QSize(18, 18));
    connect(m_primary, &QPushButton::clicked, m_actions.runOrPause, &QAction::trigger);
    connect(m_actions.runOrPause, &QAction::changed, this, &Transport::adaptPrimary);
    adaptPrimary();
}

void Transport::adaptPrimary()
{
    m_primary->setText(m_actions.runOrPause->text());
    m_primary->setIcon(m_actions.runOrPause->icon());
    m_primary->setToolTip(m_actions.runOrPause->toolTip());
    m_primary->setMinimumWidth(std::max(112, m_primary->sizeHint().width())); // its words are never cut
}

void Transport::makeSpeeds()
{
    for (const double speed : kSpeeds)
        m_speed->addItem(tr("%1 / s").arg(speed), speed);
    m_speed->setCurrentIndex(kUsualSpeed);
    m_speed->setAccessibleName(tr("Generations shown a second"));
    m_speed->setToolTip(tr("Generations shown a second"));
    connect(m_speed, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT speedChanged(speed()); });
}

void Transport::makeSeed()
{
    static const QRegularExpression digits(QStringLiteral("[0-9]{1,19}"));
    m_seed->setValidator(new QRegularExpressionValidator(digits, m_seed));
    m_seed->setMinimumWidth(80);
    m_seed->setMaximumWidth(112);
    m_seed->setAccessibleName(tr("Seed"));
    m_seed->setToolTip(tr("The same seed gives the same run; Return or Space runs with the one typed"));
    m_seed->installEventFilter(this); // Space has no meaning in a number, so it runs here, too
    connect(m_seed, &QLineEdit::returnPressed, this, &Transport::enterSeed);
}

void Transport::enterSeed()
{
    if (m_seed->text().isEmpty())
        return;
    const std::uint64_t seed = m_seed->text().toULongLong();
    m_seed->clearFocus();
    Q_EMIT seedEntered(seed);
    m_seed->setText(m_seedInUse); // a seed that was refused is not shown as if it were used
}

bool Transport::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_seed && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
        enterSeed();
        return true;
    }
    if (watched == m_seed && event->type() == QEvent::FocusOut)
        m_seed->setText(m_seedInUse);
    return QWidget::eventFilter(watched, event);
}

QToolButton* Transport::addButton(QAction* action)
{
    auto* button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setIconSize(QSize(18, 18));
    button->setFixedSize(36, 32);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->toolTip());
    return button;
}

QLabel* Transport::addLabel(const QString& text, QWidget* buddy)
{
    auto* label = new QLabel(text, this);
    label->setObjectName(QStringLiteral("muted"));
    label->setFont(themeFont(TextSize::Small));
    label->setBuddy(buddy);
    return label;
}

void Transport::setChains(const QStringList& names)
{
    m_chain->clear();
    m_chain->addItems(names);
    m_chain->setVisible(names.size() > 1);
}

void Transport::setChain(int chain)
{
    m_chain->setCurrentIndex(chain);
}

void Transport::setModes(const QStringList& names, int mode)
{
    m_mode->clear();
    m_mode->addItems(names);
    m_mode->setCurrentIndex(mode);
    m_mode->setVisible(names.size() > 1);
}

void Transport::setSeed(std::uint64_t seed)
{
    m_seedInUse = QString::number(seed);
    m_seed->setText(m_seedInUse);
}

double Transport::speed() const
{
    return m_speed->currentData().toDouble();
}

} // namespace hareloom::ui
