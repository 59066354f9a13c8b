// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recipe/DeviceRow.h"

#include "ui/language/EngineSentence.h"
#include "ui/recipe/RecipeBox.h"
#include "ui/settings/Preferences.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

namespace hareloom::ui {

namespace {

constexpr int kLabelWidth = 12 * kGrid, kResetSize = 3 * kGrid; // as settings of the experiment stand

} // namespace

DeviceRow::DeviceRow(Recipe& recipe, QWidget* parent)
    : QWidget(parent), m_recipe(recipe), m_box(new RecipeBox(tr("Device"), this)), m_note(new QLabel(this))
{
    m_box->setToolTip(tr("Where networks train. It is kept for all experiments on this machine."));
    m_note->setObjectName(QStringLiteral("muted"));
    m_note->setFont(themeFont(TextSize::Small));
    m_note->setWordWrap(true);
    m_note->hide();
    auto* label = new QLabel(tr("Device"), this);
    label->setBuddy(m_box);
    label->setFixedWidth(static_cast<int>(scaled(kLabelWidth)));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kGrid);
    grid->setVerticalSpacing(kGrid / 4);
    grid->addWidget(label, 0, 0);
    grid->addWidget(m_box, 0, 1);
    grid->setColumnMinimumWidth(2, kResetSize);
    grid->addWidget(m_note, 1, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    offer({}, {});
    connect(m_box, &QComboBox::activated, this, [this] {
        Preferences::setDevice(m_box->currentData().toString().toStdString());
        ask();
    });
    connect(&recipe, &Recipe::changed, this, &DeviceRow::refresh);
    refresh();
}

QString DeviceRow::noteText() const
{
    return m_note->isHidden() ? QString() : m_note->text();
}

void DeviceRow::refresh()
{
    setVisible(trainsNetworks(m_recipe.draft().family));
}

void DeviceRow::showEvent(QShowEvent*)
{
    ask();
}

// Where there is a card, LibTorch is loaded, which may take a while.
void DeviceRow::ask()
{
    m_jobs.cancel();
    m_jobs.add([this, family = m_recipe.draft().family, asked = Preferences::device()](const StopToken&) {
        QStringList names, descriptions;
        for (const NeuralDevice& device : networkDevices()) {
            names << QString::fromStdString(device.name);
            descriptions << engineSentence(device.description);
        }
        const auto chosen = chooseDevice(family, asked);
        QMetaObject::invokeMethod(this, [this, names, descriptions, chosen] {
            offer(names, descriptions);
            note(chosen);
        });
    });
}

// The devices that there are, and the one that was chosen even where it is gone.
void DeviceRow::offer(const QStringList& names, const QStringList& descriptions)
{
    const QString chosen = QString::fromStdString(Preferences::device());
    const auto add = [this](const QString& words, const QString& name) {
        if (m_box->findData(name) < 0)
            m_box->addItem(words, name);
    };
    add(tr("Automatic"), QStringLiteral("auto"));
    add(tr("Processor"), QStringLiteral("cpu"));
    for (qsizetype i = 0; i < names.size(); ++i)
        add(tr("%1: %2").arg(names[i], descriptions[i]), names[i]);
    add(chosen, chosen);
    m_box->setCurrentIndex(m_box->findData(chosen));
}

void DeviceRow::note(const Result<DeviceChoice>& chosen)
{
    const std::string words = chosen ? chosen->note : chosen.error().message;
    m_note->setText(engineSentence(words));
    m_note->setVisible(!words.empty());
    m_box->setAccessibleDescription(m_note->text());
}

} // namespace hareloom::ui
