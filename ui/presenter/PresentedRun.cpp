// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenter/PresentedRun.h"

#include "ui/presenter/PresenterLayout.h"
#include "ui/stage/EmptyStage.h"
#include "ui/stage/Legend.h"

#include <QPainter>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr int kMostLegendRows = 2;

int rowsOf(const std::vector<LegendEntry>& legend, const QRectF& area)
{
    return std::clamp(legendRows(legend, area.width()), 1, kMostLegendRows);
}

} // namespace

PresentedRun::PresentedRun(StageScene& scene, const StageLook& look, const VitalsColumn& vitals,
                           const ChainStory& story, QObject* parent)
    : Presented(parent),
      m_scene(scene),
      m_look(look),
      m_vitals(vitals),
      m_story(story),
      m_mode(look.options().mode),
      m_choice(look.options().choice)
{
    connect(&vitals, &VitalsColumn::changed, this, &Presented::changed);
    connect(&look, &StageLook::changed, this, &PresentedRun::beginAnew);
    connect(&look, &StageLook::moved, this, &Presented::moved);
    connect(&story, &ChainStory::changed, this, &Presented::moved);
}

StageOptions PresentedRun::options() const
{
    StageOptions options = m_look.options();
    options.scroll = m_scroll;
    return options;
}

// A text begins at its first line when another is chosen.
void PresentedRun::beginAnew()
{
    const StageOptions& now = m_look.options();
    if (now.mode != m_mode || now.choice != m_choice)
        m_scroll = 0;
    m_mode = now.mode;
    m_choice = now.choice;
    Q_EMIT moved();
}

QRectF PresentedRun::belowLegend(const QRectF& area, const std::vector<LegendEntry>& legend) const
{
    return area.adjusted(0, rowsOf(legend, area) * legendLineHeight() + 4, 0, 0);
}

void PresentedRun::paintMain(QPainter& painter, const QRectF& area, double position, const Theme& theme)
{
    const LabSession& session = m_scene.session();
    if (!m_scene.stage() || session.history().count(m_scene.chain()) == 0) {
        paintEmptyStage(painter, area,
                        {m_scene.face(), m_scene.realData(), session.state(), session.draft(m_scene.chain())},
                        theme);
        return;
    }
    const auto legend = m_scene.legend(position, options(), theme);
    paintLegend(painter, area.topRight(), area.width(), legend, theme, rowsOf(legend, area));
    m_scene.paintBare(painter, belowLegend(area, legend), position, options(), theme);
}

void PresentedRun::paintStill(QPainter& painter, const QRectF& area, const Theme& theme) const
{
    m_vitals.paintCharts(painter, area, theme, VitalsColumn::Parts::Still);
}

void PresentedRun::paintMoving(QPainter& painter, const QRectF& area, const Theme& theme) const
{
    m_vitals.paintCharts(painter, area, theme, VitalsColumn::Parts::Moving);
}

double PresentedRun::chartsShare() const
{
    return PresenterLayout::kChartsShare;
}

std::vector<ChainMarks> PresentedRun::marks() const
{
    return {ChainMarks{m_story.marks(), {}}};
}

std::vector<ChartWords> PresentedRun::words(int shown)
{
    std::vector<ChartWords> all;
    all.push_back(
        {[] { return tr("Stage"); }, [this, shown] { return m_scene.summary(shown, options()); },
         [this, shown] { return m_scene.stage() ? m_scene.table(shown, options()) : DataTable(); }});
    for (std::size_t i = 0; i < static_cast<std::size_t>(m_vitals.chartCount()); ++i) {
        const auto chart = [this, i] { return m_vitals.chartAt(i); };
        all.push_back({[chart] { return chart().title(); }, [chart] { return chart().summary(); },
                       [chart] { return chart().table(); }});
    }
    return all;
}

bool PresentedRun::scrollBy(int lines, const QRectF& area, double position, const Theme& theme)
{
    if (!m_scene.stage())
        return false;
    const QRectF room = belowLegend(area, m_scene.legend(position, options(), theme));
    const int most = m_scene.mostScrollBare(room, position, options());
    if (most == 0)
        return false;
    m_scroll = std::clamp(std::min(m_scroll, most) + lines, 0, most);
    Q_EMIT moved();
    return true;
}

} // namespace hareloom::ui
