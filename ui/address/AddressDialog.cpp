// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/address/AddressDialog.h"

#include "core/recipe/DeviceChoice.h"
#include "core/recipe/Differences.h"
#include "core/recipe/Presets.h"
#include "core/recipe/Variants.h"
#include "ui/address/ViewWords.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/EngineWords.h"
#include "ui/language/Joining.h"
#include "ui/plot/ViewText.h"
#include "ui/recipe/Forecast.h"
#include "ui/session/EngineThread.h"
#include "ui/settings/Preferences.h"
#include "ui/theme/Theme.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace hareloom::ui {

namespace {

constexpr int kWidth = 64 * kGrid, kMostHeight = 24 * kGrid;

QLabel* addWords(QVBoxLayout* column, const QString& words, QWidget* parent)
{
    auto* label = new QLabel(words, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(label);
    return label;
}

/// Which scrolls where an address changes a great deal.
QWidget* scrolled(const QStringList& lines, QWidget* parent)
{
    auto* label = new QLabel(lines.join(QLatin1Char('\n')), parent);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    auto* area = new QScrollArea(parent);
    area->setWidget(label);
    area->setWidgetResizable(true);
    area->setAccessibleName(AddressDialog::tr("Changed settings"));
    const int wanted = label->heightForWidth(kWidth - 6 * kGrid) + kGrid;
    area->setFixedHeight(std::min(wanted, kMostHeight));
    return area;
}

} // namespace

QStringList changesOf(const Address& address, const Experiment& opened)
{
    QStringList lines;
    const auto preset = loadPreset(address.preset);
    if (!preset)
        return lines;
    const Experiment* both[] = {&*preset, &opened};
    for (const SettingRow& row : differingSettings(both))
        lines << AddressDialog::tr("%1: %2 instead of %3")
                     .arg(engineSentence(settingLabel(*row.field)), engineValue(*row.field, row.values[1]),
                          engineValue(*row.field, row.values[0]));
    for (const auto& [path, value] : address.set)
        if (const ExperimentField* field = findField(path); field && isName(*field))
            lines << AddressDialog::tr("%1: %2").arg(engineWords(EngineList::Setting, field->label),
                                                     QString::fromStdString(value));
    const std::size_t branches = std::min(address.branches.size(), opened.variants.size());
    for (std::size_t v = opened.variants.size() - branches; v < opened.variants.size(); ++v)
        lines << AddressDialog::tr("A branch: %1")
                     .arg(engineWords(EngineList::Preset, opened.variants[v].title));
    if (opened.variants.size() - branches < preset->variants.size() &&
        !(branches > 0 && preset->variants.empty()))
        lines << AddressDialog::tr("Variants: %1 instead of %2")
                     .arg(std::max<std::size_t>(1, opened.variants.size() - branches))
                     .arg(preset->variants.size());
    return lines;
}

QString placeOf(const Address& address, const Experiment& opened)
{
    QStringList places;
    if (address.generation)
        places << AddressDialog::tr("generation %1").arg(*address.generation);
    if (address.chain && opened.chains > 1)
        places << AddressDialog::tr("chain %1").arg(*address.chain);
    if (!address.variant.empty() && !opened.variants.empty())
        if (const auto number = variantNumber(opened, address.variant))
            places << AddressDialog::tr("variant %1")
                          .arg(QString::fromStdString(opened.variants[*number].title));
    QStringList views;
    for (const std::string& view : address.views)
        views << viewName(view);
    if (places.isEmpty() && views.isEmpty())
        return {};
    return views.isEmpty() ? AddressDialog::tr("Leads to: %1.").arg(listed(places))
           : places.isEmpty()
               ? AddressDialog::tr("Shown as: %1.").arg(listed(views))
               : AddressDialog::tr("Leads to: %1. Shown as: %2.").arg(listed(places), listed(views));
}

AddressDialog::AddressDialog(const Address& address, const AddressedExperiment& opened, QWidget* parent)
    : QDialog(parent),
      m_cost(new QLabel(this)),
      m_job(tr("The run could not be estimated").toStdString(),
            [this](const auto& counted) { showCost(counted); })
{
    const Experiment& experiment = opened.experiment;
    setWindowTitle(tr("Open an address"));
    setObjectName(QStringLiteral("address"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->setSpacing(kGrid);
    QLabel* title = addWords(column, engineWords(EngineList::Preset, experiment.title), this);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    addWords(column, engineWords(EngineList::Preset, experiment.question), this);
    const QStringList changes = changesOf(address, experiment);
    if (changes.isEmpty()) {
        addWords(column, tr("This is the preset %1, unchanged.").arg(QString::fromStdString(address.preset)),
                 this);
    } else {
        addWords(column, tr("It changes the preset %1:").arg(QString::fromStdString(address.preset)), this);
        column->addWidget(scrolled(changes, this));
    }
    for (const std::string& note : opened.notes)
        addWords(column, engineSentence(note), this);
    if (const QString place = placeOf(address, experiment); !place.isEmpty())
        addWords(column, place, this);
    m_cost->setWordWrap(true);
    m_cost->setText(tr("Counting what a run needs…"));
    column->addWidget(m_cost);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto* run = new QPushButton(tr("&Run it"), this);
    run->setObjectName(QStringLiteral("primary"));
    run->setDefault(true);
    buttons->addButton(run, QDialogButtonBox::ActionRole);
    auto* open = buttons->addButton(tr("&Open without running"), QDialogButtonBox::ActionRole);
    connect(run, &QPushButton::clicked, this, [this] {
        m_runs = true;
        accept();
    });
    connect(open, &QPushButton::clicked, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    setMinimumWidth(kWidth);
    m_job.start([experiment](const StopToken&) -> Result<Estimate> {
        return chooseDevice(experiment.family, Preferences::device())
            .and_then([&experiment](const auto& device) {
                return counted(experiment, engineThreads(), device.name);
            });
    });
}

void AddressDialog::showCost(const Result<Estimate>& counted)
{
    if (!counted) {
        m_cost->setText(engineSentence(counted.error().message));
        return;
    }
    const QLocale locale;
    m_cost->setText(tr("A run makes %1 generations in %2 chains. %3")
                        .arg(locale.toString(static_cast<qlonglong>(counted->generations)),
                             locale.toString(static_cast<qlonglong>(counted->chains)),
                             forecastText(*counted)));
}

} // namespace hareloom::ui
