// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/CompareStage.h"

#include "ui/families/Faces.h"
#include "ui/language/Joining.h"
#include "ui/plot/FittingScale.h"
#include "ui/plot/PlotFrame.h"
#include "ui/stage/EmptyStage.h"
#include "ui/theme/Panel.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

constexpr double kCaptionHeight = 22;

} // namespace

CompareStage::CompareStage(const StageLook& look, QWidget* parent) : QWidget(parent), m_look(look)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setFocusPolicy(Qt::StrongFocus);
    connect(&look, &StageLook::changed, this, qOverload<>(&QWidget::update));
    connect(&m_realRows, &RealRows::ready, this, &CompareStage::takeData);
}

void CompareStage::takeData(const RealData& real)
{
    if (m_scene)
        m_scene->setRealData(real);
    update();
    Q_EMIT realDataRead(real);
}

void CompareStage::readDataNow()
{
    if (!m_source)
        return;
    if (const auto real = RealRows::read(*m_source->session, m_source->chain))
        takeData(*real);
}

void CompareStage::setSource(const CompareSource& source, const GenerationPtr& axes)
{
    const bool isSame = m_source && m_source->session == source.session && m_source->chain == source.chain;
    m_source = source;
    if (!isSame) {
        m_scene = std::make_unique<StageScene>(*source.session, faceOf);
        m_scene->setChain(source.chain);
        m_realRows.load(*source.session, source.chain);
    }
    const GenerationPtr own = source.session->history().at(source.chain, 0);
    m_scene->setAxes(axes == own ? nullptr : axes);
    setAccessibleName(tr("Stage of %1").arg(source.title));
    setPosition(m_position);
}

void CompareStage::setTheme(const Theme& theme)
{
    m_theme = &theme;
    update();
}

void CompareStage::showMode(const QString& name)
{
    m_mode = name;
    update();
}

QString CompareStage::mode() const
{
    return m_scene ? m_scene->modes().value(options().mode) : QString();
}

StageOptions CompareStage::options() const
{
    StageOptions options = wholeView(m_look.options());
    options.mode = m_scene ? std::max<int>(0, static_cast<int>(m_scene->modes().indexOf(m_mode))) : 0;
    return options;
}

bool CompareStage::isBeyond(double position) const
{
    return m_source && m_source->count() > 0 && position > m_source->count() - 1;
}

void CompareStage::setPosition(double position)
{
    m_position = position;
    if (m_scene && position == std::floor(position))
        setAccessibleDescription(inARow(
            {caption(position),
             m_scene->summary(std::min(static_cast<int>(position), std::max(0, m_source->count() - 1)))}));
    update();
}

void CompareStage::refresh()
{
    if (m_scene)
        m_scene->refresh();
    update();
}

QString CompareStage::caption(double position) const
{
    if (!m_source || m_source->count() == 0) {
        if (m_source && m_source->session->isRunning())
            return tr("Generation 0 is being fitted to the real data");
        const QString space = m_source ? spaceWords(m_source->session->state()) : QString();
        return space.isEmpty() ? tr("The real data.") : tr("The real data. %1.").arg(space);
    }
    const int last = m_source->count() - 1;
    const auto planned = m_source->experiment().generations;
    if (!isBeyond(position))
        return tr("Generation %1 of %2").arg(static_cast<int>(std::ceil(position))).arg(planned);
    return last >= planned ? tr("Ends at generation %1, which stays").arg(last)
                           : tr("Has come to generation %1 of %2, which stays").arg(last).arg(planned);
}

void CompareStage::paintInto(QPainter& painter, const QRectF& area, double position, const Theme& theme)
{
    const FontScaleScope words(fittingScale(area.size(), {260, 210}));
    paintCaption(painter, area, position, theme);
    paintRoom(painter, area.adjusted(kGrid, scaled(kCaptionHeight), -kGrid, -2), position, theme);
}

void CompareStage::paintData(QPainter& painter, const QRectF& area, double position, const Theme& theme)
{
    const bool isOther = isBeyond(position) || !m_source || m_source->count() == 0;
    if (isOther)
        paintCaption(painter, area, position, theme);
    paintRoom(painter, area.adjusted(0, isOther ? scaled(kCaptionHeight) : 2, 0, 0), position, theme);
}

void CompareStage::paintCaption(QPainter& painter, const QRectF& area, double position,
                                const Theme& theme) const
{
    painter.setFont(themeFont(TextSize::Small, isBeyond(position) ? QFont::DemiBold : QFont::Normal));
    painter.setPen(isBeyond(position) ? theme.text : theme.muted);
    paintText(painter, area.topLeft() + QPointF(kGrid, 4), Qt::AlignLeft | Qt::AlignTop,
              QFontMetricsF(painter.font())
                  .elidedText(caption(position), Qt::ElideRight, area.width() - 2 * kGrid));
}

// Before generation 0 it is the real data.
void CompareStage::paintRoom(QPainter& painter, const QRectF& room, double position, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_scene && m_scene->stage())
        m_scene->paintBare(painter, room, position, options(), theme);
    else if (m_scene)
        m_scene->face().paintRealData(painter, room, m_scene->realData(), false, theme);
}

void CompareStage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintPanel(painter, rect(), *m_theme, hasFocus());
    paintInto(painter, QRectF(rect()).adjusted(2, 2, -2, -2), m_position, *m_theme);
}

} // namespace hareloom::ui
