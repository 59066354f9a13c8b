// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/Laboratory.h"

#include "ui/stage/StageLook.h"
#include "ui/window/FilmstripPanel.h"
#include "ui/window/SideColumn.h"

#include <QHBoxLayout>

namespace hareloom::ui {

namespace {

constexpr int kStageShare = 3, kVitalsShare = 1;
constexpr double kLowWindow = 640; // in which two lines of words are enough

} // namespace

Laboratory::Laboratory(StageScene& scene, StageLook& look, GenerationCursor& cursor, const Actions& actions,
                       QWidget* parent)
    : QWidget(parent),
      m_rail(new FamilyRail(this)),
      m_header(new Header(this)),
      m_transport(new Transport(actions, this)),
      m_stage(new StageView(scene, look, this)),
      m_vitals(new VitalsColumn(scene.session(), this)),
      m_filmstrip(new Filmstrip(scene, look, cursor, this)),
      m_status(new StatusStrip(scene.session(), this)),
      m_story(new ChainStory(scene.session(), this)),
      m_strip(new StoryStrip(*m_story, cursor, this)),
      m_filmstripPanel(new FilmstripPanel(*m_filmstrip, cursor, actions, this)),
      m_views(new QHBoxLayout),
      m_middle(new QHBoxLayout)
{
    m_strip->setPauseAction(actions.pauseAtEvents);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kGrid, kGrid / 2, kGrid, kGrid / 2);
    row->setSpacing(kGrid);
    row->addWidget(new SideColumn(*m_rail, actions, this));
    row->addLayout(makeColumn(), 1);
}

QLayout* Laboratory::makeColumn()
{
    m_views->setSpacing(kGrid);
    m_views->addWidget(m_stage, kStageShare);
    m_views->addWidget(m_vitals, kVitalsShare);

    auto* right = new QVBoxLayout;
    right->setSpacing(kGrid);
    right->addLayout(m_views); // without a stretch, so that in a low window both give way
    right->addWidget(m_strip);
    right->addWidget(m_filmstripPanel);
    m_middle->setSpacing(kGrid);
    m_middle->addLayout(right, 1);

    auto* column = new QVBoxLayout;
    column->setSpacing(kGrid);
    column->addWidget(m_header);
    column->addWidget(m_transport);
    column->addLayout(m_middle, 1);
    column->addWidget(m_status);
    return column;
}

void Laboratory::setTheme(const Theme& theme)
{
    m_rail->setTheme(theme);
    m_stage->setTheme(theme);
    m_vitals->setTheme(theme);
    m_filmstrip->setTheme(theme);
    m_strip->setTheme(theme);
}

void Laboratory::resizeEvent(QResizeEvent*)
{
    m_strip->setLines(height() < scaled(kLowWindow) ? 2 : 3);
}

void Laboratory::addBeside(QWidget* drawer)
{
    m_middle->insertWidget(0, drawer);
}

void Laboratory::addComparison(QWidget* view)
{
    m_views->addWidget(view, kStageShare + kVitalsShare);
}

} // namespace hareloom::ui
