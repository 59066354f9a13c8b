// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/Header.h"

#include "ui/language/EngineWords.h"
#include "ui/presets/PresetList.h"
#include "ui/theme/ElidedLabel.h"
#include "ui/theme/ElidingBox.h"
#include "ui/theme/Theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr double kLeastLines = 450; // of a window, in words of 100%, for title and question

} // namespace

Header::Header(QWidget* parent)
    : QWidget(parent),
      m_title(new ElidedLabel(this)),
      m_question(new ElidedLabel(this)),
      m_presets(new ElidingBox(this))
{
    m_title->setFont(themeFont(TextSize::Title, QFont::DemiBold));
    m_question->setObjectName(QStringLiteral("muted"));
    m_presets->setAccessibleName(tr("Experiment"));
    m_presets->setToolTip(tr("Choose an experiment"));
    m_presets->setMinimumContentsLength(22);
    m_presets->setMaxVisibleItems(24); // all presets, without scrolling
    m_presets->setFocusPolicy(Qt::TabFocus);
    m_presets->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_presets->view()->setMinimumWidth(320);
    fillPresets();
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(kGrid / 2, 0, 0, 0);
    grid->setHorizontalSpacing(2 * kGrid);
    grid->setVerticalSpacing(0);
    grid->addWidget(m_title, 0, 0);
    grid->addWidget(m_question, 1, 0);
    grid->addWidget(m_presets, 0, 1, 2, 1, Qt::AlignVCenter);
    grid->setColumnStretch(0, 1);
    connect(m_presets, &QComboBox::activated, this, [this] {
        if (const QString id = m_presets->currentData().toString(); !id.isEmpty())
            Q_EMIT presetChosen(id);
    });
}

void Header::fillPresets()
{
    QString family;
    for (const PresetEntry& preset : presetList()) {
        if (!family.isEmpty() && preset.family != family)
            m_presets->insertSeparator(m_presets->count());
        family = preset.family;
        m_presets->addItem(preset.title, preset.id);
        m_presets->setItemData(m_presets->count() - 1, preset.question, Qt::ToolTipRole);
    }
    m_presets->setPlaceholderText(tr("Your own experiment"));
}

void Header::setWayBack(QAction* back)
{
    auto* button = new QToolButton(this);
    button->setDefaultAction(back);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    const auto follow = [this, button, back] {
        button->setVisible(back->isVisible());
        m_presets->setPlaceholderText(back->isVisible() ? tr("A point of the sweep")
                                                        : tr("Your own experiment"));
    };
    connect(back, &QAction::visibleChanged, button, follow);
    follow();
    static_cast<QGridLayout*>(layout())->addWidget(button, 0, 2, 2, 1, Qt::AlignVCenter);
}

bool Header::showsQuestion() const
{
    return window()->height() >= kLeastLines * fontScale();
}

void Header::adapt()
{
    m_question->setVisible(showsQuestion());
    m_title->setToolTip(showsQuestion() ? QString() : m_question->text());
}

void Header::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    window()->installEventFilter(this);
    adapt();
}

void Header::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        adapt();
}

bool Header::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == window() && event->type() == QEvent::Resize)
        adapt();
    return QWidget::eventFilter(watched, event);
}

void Header::setExperiment(const Experiment& experiment, const QString& presetId)
{
    const QString title = engineWords(EngineList::Preset, experiment.title);
    const auto& known = presetList();
    const bool isAnotherThanItsName =
        presetId.isEmpty() && std::any_of(known.begin(), known.end(),
                                          [&](const PresetEntry& preset) { return preset.title == title; });
    m_title->setText(title.isEmpty()        ? tr("Untitled experiment")
                     : isAnotherThanItsName ? tr("%1 (changed)").arg(title)
                                            : title);
    m_question->setText(engineWords(EngineList::Preset, experiment.question));
    m_question->setToolTip(engineWords(EngineList::Preset, experiment.story));
    adapt();
    m_presets->setCurrentIndex(presetId.isEmpty() ? -1 : m_presets->findData(presetId));
}

} // namespace hareloom::ui
