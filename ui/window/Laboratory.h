// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/filmstrip/Filmstrip.h"
#include "ui/stage/StageView.h"
#include "ui/teller/StoryStrip.h"
#include "ui/vitals/VitalsColumn.h"
#include "ui/window/Actions.h"
#include "ui/window/FamilyRail.h"
#include "ui/window/Header.h"
#include "ui/window/StatusStrip.h"
#include "ui/window/Transport.h"

QT_BEGIN_NAMESPACE
class QHBoxLayout;
QT_END_NAMESPACE

namespace hareloom::ui {

class StageLook;

/// The page on which an experiment runs: makes its views and lays them out.
class Laboratory : public QWidget
{
public:
    /// All outlive this.
    Laboratory(StageScene& scene, StageLook& look, GenerationCursor& cursor, const Actions& actions,
               QWidget* parent);

    FamilyRail& rail() { return *m_rail; }
    Header& header() { return *m_header; }
    Transport& transport() { return *m_transport; }
    StageView& stage() { return *m_stage; }
    VitalsColumn& vitals() { return *m_vitals; }
    Filmstrip& filmstrip() { return *m_filmstrip; }
    StatusStrip& status() { return *m_status; }
    ChainStory& story() { return *m_story; }
    StoryStrip& strip() { return *m_strip; }
    /// The filmstrip with its buttons.
    QWidget* filmstripPanel() { return m_filmstripPanel; }

    void setTheme(const Theme& theme);
    /// To the left of the views, in the whole height: the recipe, a lesson.
    void addBeside(QWidget* drawer);
    /// In the place of stage and vital signs.
    void addComparison(QWidget* view);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QLayout* makeColumn();

    FamilyRail* m_rail;
    Header* m_header;
    Transport* m_transport;
    StageView* m_stage;
    VitalsColumn* m_vitals;
    Filmstrip* m_filmstrip;
    StatusStrip* m_status;
    ChainStory* m_story;
    StoryStrip* m_strip;
    QWidget* m_filmstripPanel;
    QHBoxLayout* m_views;
    QHBoxLayout* m_middle;
};

} // namespace hareloom::ui
