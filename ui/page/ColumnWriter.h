// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/Page.h"
#include "ui/page/PageStops.h"
#include "ui/stage/PageStage.h"
#include "ui/stage/StageScene.h"
#include "ui/teller/ChainStory.h"

#include <memory>

namespace hareloom::ui {

/// Writes one column of a page: the chain's models, facts and story. GUI thread.
class ColumnWriter
{
public:
    explicit ColumnWriter(const PageColumn& column);

    /// Locks the axes to another column's generation 0; before all that follows.
    void setAxes(const GenerationPtr& first);
    GenerationPtr first() const { return m_column.session->history().at(m_column.chain, 0); }
    const Face& face() const { return m_scene.face(); }
    const std::vector<std::string>& variableNames() const { return m_scene.realData().variableNames; }
    int count() const { return m_column.session->history().count(m_column.chain); }

    /// Generations that its story speaks of.
    std::set<int> told() const;
    /// How many bytes a generation's models take on the page, about.
    double bytesOfMoment();
    /// Shows about this share of each generation's pictures; before column(). Other models stay as they are.
    void takeShare(double share);
    /// What takeShare() left out, as a sentence; empty: nothing.
    QString note() const;
    /// For the script; a part of it when it is stopped.
    QJsonObject column(const PageStops& stops, PageSteps& steps);
    /// For those who read the page without it.
    PageStory story() const;

private:
    QString heading() const;
    QJsonValue moment(int generation);
    QJsonArray facts(int generation);
    QJsonArray events() const;
    QJsonObject marks() const;

    PageColumn m_column;
    StageScene m_scene;
    ChainStory m_story;
    std::unique_ptr<PageStage> m_stage; // null where nobody can draw the models
};

} // namespace hareloom::ui
