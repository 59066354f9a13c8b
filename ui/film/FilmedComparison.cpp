// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/film/FilmedComparison.h"

#include "core/base/Text.h"
#include "ui/film/FilmedRun.h"

#include <algorithm>
#include <map>

namespace hareloom::ui {

namespace {

/// A copy of each run that somebody else may change.
std::function<std::shared_ptr<LabSession>(const LabSession&)> copier()
{
    auto copies = std::make_shared<std::map<const LabSession*, std::shared_ptr<LabSession>>>();
    return [copies](const LabSession& session) {
        auto& copy = (*copies)[&session];
        if (!copy) {
            copy = std::make_shared<LabSession>();
            copy->setFinished(contentsOf(session), {});
        }
        return copy;
    };
}

} // namespace

FilmAbout aboutComparison(const Comparison& comparison)
{
    FilmAbout about = aboutFilm(comparison.column(0).session->experiment());
    std::vector<std::string> origins{about.origin};
    for (std::size_t c = 1; c < comparison.columnCount(); ++c) {
        const std::string origin = aboutFilm(comparison.column(c).session->experiment()).origin;
        if (std::find(origins.begin(), origins.end(), origin) == origins.end())
            origins.push_back(origin);
    }
    about.origin = joined(origins, " | ");
    return about;
}

FilmedComparison::FilmedComparison(const Comparison& comparison, const StageOptions& options)
    : m_view(m_comparison, m_look)
{
    m_look.set(options);
    m_comparison.copyFrom(comparison, copier());
    m_view.readDataNow();
    const Experiment& experiment = m_comparison.column(0).session->experiment();
    present(std::make_unique<PresentedComparison>(m_view, m_look),
            {QString::fromStdString(experiment.title), QString::fromStdString(experiment.question), {}});
}

FilmedComparison::~FilmedComparison()
{
    endPresenting();
}

} // namespace hareloom::ui
