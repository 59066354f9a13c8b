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

constexpr double kSpeeds[] = {0.5, 1, 2, 5, 10, 25, 60};
constexpr double kAtOnce = 1e6; // as fast as the run
constexpr int kUsualSpeed = 4;

/// Words that are there as a whole or not at all: "S…" says nothing.
class WholeLabel : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent* event) override
    {
        if (fontMetrics().horizontalAdvance(text()) <= contentsRect().width())
            QLabel::paintEvent(event);
    }
};

} // namespace

Transport::Transport(const Actions& actions, QWidget* parent)
    : QWidget(parent),
      m_actions(actions),
      m_primary(new QPushButton(this)),
      m_speed(new ElidingBox(this)),
      m_seed(new QLineEdit(this)),
      m_chain(new ElidingBox(this)),
      m_mode(new ElidingBox(this)),
      m_compare(new QToolButton(this))
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
    m_speed->setMinimumWidth(9 * kGrid);
    for (QComboBox* box : {m_chain, m_mode})
        box->setMinimumWidth(8 * kGrid); // large words: these give way before a button is cut
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
    makeCompare();
    row->addWidget(m_compare);
    row->addWidget(addButton(actions.recipe));
}

void Transport::makeCompare()
{
    m_compare->setObjectName(QStringLiteral("split"));
    m_compare->setDefaultAction(m_actions.compare);
    m_compare->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_compare->setPopupMode(QToolButton::MenuButtonPopup);
    m_compare->setFixedHeight(32);
    m_compare->setFocusPolicy(Qt::TabFocus);
    m_compare->setAccessibleName(tr("Compare"));
    connect(m_actions.compareWith, &QAction::triggered, m_compare, &QToolButton::showMenu);
}

void Transport::setRuns(QMenu* menu)
{
    m_compare->setMenu(menu);
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

// To the next speed there is; stays at the ends.
void Transport::changeSpeed(int steps)
{
    m_speed->setCurrentIndex(std::clamp(m_speed->currentIndex() + steps, 0, m_speed->count() - 1));
}

void Transport::changeChain(int steps)
{
    const int chain = m_chain->currentIndex() + steps * m_chainStep;
    if (chain >= 0 && chain < m_chain->count())
        Q_EMIT chainChosen(chain);
}

void Transport::makeSpeeds()
{
    connect(m_actions.faster, &QAction::triggered, this, [this] { changeSpeed(1); });
    connect(m_actions.slower, &QAction::triggered, this, [this] { changeSpeed(-1); });
    connect(m_actions.nextChain, &QAction::triggered, this, [this] { changeChain(1); });
    connect(m_actions.previousChain, &QAction::triggered, this, [this] { changeChain(-1); });
    for (const double speed : kSpeeds)
        m_speed->addItem(tr("%1 / s").arg(speed), speed);
    m_speed->addItem(tr("newest"), kAtOnce);
    m_speed->setCurrentIndex(kUsualSpeed);
    m_speed->setAccessibleName(tr("Generations shown a second"));
    m_speed->setToolTip(tr("Generations shown a second"));
    connect(m_speed, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT speedChanged(speed()); });
}

void Transport::makeSeed()
{
    static const QRegularExpression digits(QStringLiteral("[0-9]{1,19}"));
    m_seed->setValidator(new QRegularExpressionValidator(digits, m_seed));
    m_seed->setMinimumWidth(8 * kGrid);
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
    auto* label = new WholeLabel(text, this); // in a narrow window the fields say it
    label->setMinimumWidth(1);
    label->setObjectName(QStringLiteral("muted"));
    label->setFont(themeFont(TextSize::Small));
    label->setBuddy(buddy);
    return label;
}

void Transport::setChains(const QStringList& names, int step)
{
    m_chainStep = step;
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
