// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/AddressController.h"

#include "core/recipe/Variants.h"
#include "ui/address/AddressDialog.h"
#include "ui/address/ViewWords.h"
#include "ui/language/EngineSentence.h"
#include "ui/playback/GenerationCursor.h"
#include "ui/window/Actions.h"
#include "ui/window/ComparisonController.h"
#include "ui/window/FileController.h"
#include "ui/window/PresenterController.h"
#include "ui/window/ViewController.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QInputDialog>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr std::string_view kCompare = "compare", kPresent = "present";

bool has(const Address& address, std::string_view view)
{
    return std::find(address.views.begin(), address.views.end(), view) != address.views.end();
}

} // namespace

AddressController::AddressController(const Parts& parts, const Actions& actions)
    : QObject(&parts.window), m_parts(parts)
{
    connect(actions.openAddress, &QAction::triggered, this, &AddressController::askForAddress);
    connect(&parts.files, &FileController::addressGiven, this, &AddressController::open);
    connect(&parts.session, &LabSession::experimentChanged, this, [this] { m_goal.reset(); });
    connect(&parts.session, &LabSession::generationsReady, this, &AddressController::follow);
    connect(&parts.session, &LabSession::stateChanged, this, &AddressController::follow);
}

void AddressController::askForAddress()
{
    auto* dialog = new QInputDialog(&m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("openAddress"));
    dialog->setWindowTitle(tr("Open an address"));
    dialog->setLabelText(tr("The address, which begins with hareloom:"));
    const QString copied = QGuiApplication::clipboard()->text().trimmed();
    if (isAddress(copied.toStdString()) && copied.size() <= static_cast<int>(kLongestAddress))
        dialog->setTextValue(copied);
    connect(dialog, &QInputDialog::textValueSelected, this, &AddressController::open);
    dialog->open();
}

void AddressController::open(const QString& text)
{
    const auto address = parseAddress(text.toStdString());
    if (!address) {
        Q_EMIT said(engineSentence(address.error().message));
        return;
    }
    const auto opened = experimentOf(*address);
    if (!opened) {
        Q_EMIT said(engineSentence(opened.error().message));
        return;
    }
    auto* dialog = new AddressDialog(*address, *opened, &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, address = *address, experiment = opened->experiment] {
                put(address, experiment, dialog->runs());
            });
    dialog->open();
}

void AddressController::put(const Address& address, const Experiment& experiment, bool runs)
{
    if (!m_parts.files.openAddressed(experiment))
        return;
    m_goal = address;
    lookAt(address, experiment);
    if (runs)
        Q_EMIT runRequested();
}

void AddressController::lookAt(const Address& address, const Experiment& experiment)
{
    const std::int64_t chains = std::max<std::int64_t>(1, experiment.chains);
    std::size_t variant = 0;
    if (!address.variant.empty() && !experiment.variants.empty())
        if (const auto number = variantNumber(experiment, address.variant))
            variant = *number;
    if (!address.variant.empty() || address.chain)
        m_parts.view.lookAt(static_cast<ChainIndex>(static_cast<std::int64_t>(variant) * chains +
                                                    address.chain.value_or(1) - 1));
    if (has(address, kCompare) && !m_parts.comparison.isOn())
        m_parts.comparison.compareVariants(variant);
    if (has(address, kPresent))
        m_parts.presenter.present(true);
}

void AddressController::follow()
{
    if (!m_goal)
        return;
    const bool isThere = hasMode() & hasGeneration(); // both are tried
    if (isThere)
        m_goal.reset();
}

/// Whether the stage is looked at as the address says; a stage comes to be with its first generation.
bool AddressController::hasMode()
{
    const QStringList modes = m_parts.view.modes();
    if (modes.isEmpty())
        return false;
    for (int mode = 0; mode < modes.size(); ++mode)
        if (has(*m_goal, viewWord(modes[mode]))) {
            std::erase(m_goal->views, viewWord(modes[mode]));
            m_parts.view.chooseMode(mode);
            break;
        }
    return true;
}

bool AddressController::hasGeneration()
{
    if (!m_goal->generation)
        return true;
    const auto wanted = static_cast<int>(*m_goal->generation);
    const int last = m_parts.view.generationsToShow() - 1;
    if (wanted <= last) {
        m_parts.cursor.show(wanted);
        m_goal->generation.reset();
        return true;
    }
    if (m_parts.session.state() != RunState::Finished || last < 0)
        return false;
    Q_EMIT said(tr("The address leads to generation %1, but this chain has ended with generation %2.")
                    .arg(wanted)
                    .arg(last));
    return true;
}

} // namespace hareloom::ui
