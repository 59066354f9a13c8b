// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presets/OwnSource.h"

#include "core/recipe/Adaptation.h"
#include "core/recipe/Presets.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

} // namespace

std::optional<Experiment> presetOn(const char* preset, const SourceKind& kind, const QString& path)
{
    auto experiment = loadPreset(preset);
    if (!experiment)
        return std::nullopt;
    experiment->source = {};
    experiment->source.kind = kind.name;
    experiment->source.path = QFileInfo(path).absoluteFilePath().toStdString();
    adapt(*experiment, "source.kind");
    experiment->title = tr("Copies of %1").arg(QFileInfo(path).fileName()).toStdString();
    experiment->question =
        tr("What is left of it after %1 copies of copies?").arg(experiment->generations).toStdString();
    return *experiment;
}

} // namespace hareloom::ui
