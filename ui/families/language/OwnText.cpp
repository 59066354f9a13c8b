// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/language/OwnText.h"

#include "core/families/language/LanguageSettings.h"
#include "core/family/NetworkSettings.h"
#include "core/writing/OwnModels.h"
#include "ui/texts/OwnProse.h"

#include <QCoreApplication>

#include <utility>

namespace hareloom::ui {

namespace {

constexpr qint64 kBytesOfABlock = 300; // 64 tokens of prose, and some to spare

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

} // namespace

OwnExperiment experimentOnText(const QString& path)
{
    return experimentOnProse("church-quick", path, [](Experiment& experiment, const OwnProse& prose) {
        if (prose.bytes > 0 && prose.bytes < experiment.samples.size * kBytesOfABlock)
            experiment.samples.size = 0; // as many blocks as there are
        experiment.model.of<LanguageSettings>().base = kEnglishModel;
        experiment.title = tr("My text").toStdString();
        experiment.story =
            tr("Each model starts from a small one that comes with the program and has read one dictionary in English, the "
               "Jargon Lexicon, and nothing else (setting Base model). It learns this text in %1 epochs, so generation 0 is "
               "rough already, and its words may be the dictionary's; compare the later generations with it, not with the "
               "text. Each model goes on from the text that it was trained on. A longer text and more epochs help, and so "
               "does a model that has read more: OPT-125m, from File > Catalogue.")
                .arg(std::as_const(experiment).model.of<NetworkSettings>().epochs)
                .toStdString();
    });
}

} // namespace hareloom::ui
