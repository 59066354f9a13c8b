// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/CopyController.h"

#include "core/recipe/Citations.h"
#include "core/recipe/ExperimentJson.h"
#include "core/snippet/Snippet.h"
#include "ui/address/AddressDialog.h"
#include "ui/address/QrDialog.h"
#include "ui/address/ViewWords.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/EngineWords.h"
#include "ui/paths/PathBytes.h"
#include "ui/session/SessionFile.h"
#include "ui/stage/StageLook.h"
#include "ui/stage/StageScene.h"
#include "ui/vitals/VitalsColumn.h"
#include "ui/window/Actions.h"
#include "ui/window/ComparisonController.h"
#include "ui/window/SaveController.h"
#include "ui/window/ViewController.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

#include <algorithm>

namespace hareloom::ui {

namespace {

QString text(const Error& error)
{
    return engineSentence(error.message);
}

/// Of the program that made the session; of this one where there is none.
std::string versionOf(const QString& file)
{
    const auto made = file.isEmpty() ? Result<Provenance>(Error{}) : readProvenance(file);
    return made ? made->version : QCoreApplication::applicationVersion().toStdString();
}

bool readsTheSession(CopyAs as)
{
    return as == CopyAs::Python || as == CopyAs::R;
}

} // namespace

CopyController::CopyController(const Parts& parts, const Actions& actions)
    : QObject(&parts.window), m_parts(parts), m_copyJson(actions.copyAs[int(CopyAs::Json)])
{
    for (QAction* action : actions.copyAs)
        connect(action, &QAction::triggered, this,
                [this, action] { copy(static_cast<CopyAs>(action->data().toInt())); });
    connect(actions.copyAddress, &QAction::triggered, this, &CopyController::copyAddress);
    connect(actions.showQr, &QAction::triggered, this, &CopyController::showQr);
}

// The one that the user named, unless the recording knows more.
QString CopyController::sessionFile() const
{
    const QString& named = m_parts.saves.file();
    return named.isEmpty() || m_parts.saves.isModified() ? m_parts.session.recordingPath() : named;
}

std::string CopyController::usualMetric() const
{
    return m_parts.vitals.chartCount() > 0 ? m_parts.vitals.chartAt(0).series->metric() : std::string();
}

Result<std::string> CopyController::snippet(CopyAs as, const std::string& metric) const
{
    const QString file = sessionFile();
    if (file.isEmpty())
        return invalidInput(
            tr("This run is in no file, and what is copied would read one. Save the session, and copy again.")
                .toStdString());
    return Session::openReadOnly(bytesOf(file)).and_then([&](const auto& session) {
        return snippetOf(kSnippetLanguages[static_cast<std::size_t>(as)].value, *session,
                         metric.empty() ? usualMetric() : metric);
    });
}

void CopyController::copy(CopyAs as, const std::string& metric)
{
    const Experiment& experiment = m_parts.session.experiment();
    const Result<std::string> copied =
        as == CopyAs::Json     ? Result<std::string>(toText(experiment))
        : as == CopyAs::Bibtex ? Result<std::string>(bibtexOf(experiment, versionOf(sessionFile())))
                               : snippet(as, metric);
    if (!copied) {
        Q_EMIT said(text(copied.error()));
        return;
    }
    QGuiApplication::clipboard()->setText(QString::fromStdString(*copied));
    if (readsTheSession(as) && m_parts.saves.file().isEmpty())
        Q_EMIT said(tr("Copied. The code reads the automatic recording of this run, which is deleted some "
                       "day. To keep it, "
                       "save the session, and copy again."));
}

Result<Address> CopyController::address() const
{
    std::optional<std::int64_t> generation;
    if (m_parts.view.generationsToShow() > 0)
        generation = m_parts.cursor.shown();
    Result<Address> address = addressOf(m_parts.session.experiment(), m_parts.scene.chain(), generation);
    if (!address)
        return address;
    const int mode = m_parts.look.options().mode;
    if (const std::string word = viewWord(m_parts.view.modes().value(mode)); mode > 0 && !word.empty())
        address->views.push_back(word);
    if (m_parts.comparison.isOn())
        address->views.push_back("compare");
    return address;
}

void CopyController::copyAddress()
{
    const Result<Address> here = address();
    if (here)
        QGuiApplication::clipboard()->setText(QString::fromStdString(addressText(*here)));
    else
        Q_EMIT hinted(text(here.error()), {m_copyJson});
}

void CopyController::showQr()
{
    const Result<Address> here = address();
    if (!here) {
        Q_EMIT hinted(text(here.error()), {m_copyJson});
        return;
    }
    auto* dialog = new QrDialog(QString::fromStdString(addressText(*here)),
                                engineWords(EngineList::Preset, m_parts.session.experiment().title) +
                                    QLatin1Char('\n') + placeOf(*here, m_parts.session.experiment()),
                                &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace hareloom::ui
