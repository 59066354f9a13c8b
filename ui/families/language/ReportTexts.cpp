// SPDX-License-Identifier: GPL-3.0-or-later
// What language models write, in a report of a run and as a file of its own.
#include "core/families/language/LanguageSnapshot.h"
#include "ui/export/Report.h"
#include "ui/families/language/MarkedText.h"

#include <QCoreApplication>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr std::size_t kMostPrompts = 3;

QString tr(const char* text)
{
    return QCoreApplication::translate("Report", text);
}

const LanguageView* viewOf(const GenerationPtr& generation)
{
    const LanguageSnapshot* text =
        generation && generation->snapshot ? asLanguage(*generation->snapshot) : nullptr;
    return text ? &text->view() : nullptr;
}

QString shown(const std::string& text)
{
    return markedText(text).text.simplified();
}

} // namespace

void fillTexts(Report& report, const ReportRequest& request)
{
    const History& history = request.session.history();
    const LanguageView* first = viewOf(history.at(request.chain, 0));
    if (!first)
        return;
    const std::size_t count = std::min(kMostPrompts, first->prompts.size());
    for (std::size_t i = 0; i < count; ++i) {
        ReportText text{shown(first->prompts[i]), {}};
        for (const int g : request.generations)
            if (const LanguageView* view = viewOf(history.at(request.chain, g));
                view && i < view->answers.size())
                text.answers << QStringList{tr("Generation %1").arg(g), shown(view->answers[i])};
        report.texts.push_back(std::move(text));
    }
    if (first->prompts.size() > count)
        report.textsNote = tr("The first %1 of %2 prompts.").arg(count).arg(first->prompts.size());
}

QByteArray textsOf(const LabSession& session, ChainIndex chain, TextFormat format)
{
    const Experiment& experiment = session.experimentOf(chain);
    TextReport report{experiment.title, experiment.question, figureOrigin(experiment).toStdString(), {}};
    for (int g = 0; g < session.history().count(chain); ++g)
        report.generations.push_back(session.history().at(chain, g));
    return QByteArray::fromStdString(textReport(report, format));
}

} // namespace hareloom::ui
