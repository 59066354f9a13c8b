// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/StageView.h"

#include "core/metrics/MetricWords.h"
#include "ui/accessible/ChartDescription.h"
#include "ui/language/EngineWords.h"
#include "ui/language/Joining.h"
#include "ui/plot/ViewText.h"
#include "ui/stage/EmptyStage.h"
#include "ui/stage/ReadingOverlay.h"
#include "ui/stage/StageOverlay.h"
#include "ui/theme/ElidingBox.h"
#include "ui/theme/Panel.h"
#include "ui/theme/PlainWords.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QPainter>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

namespace {

/// What the chains are compared by, in plain words: who wonders why they wander reads it here.
QString helpOn(const Quantity& quantity)
{
    const MetricWords* words = findMetricWords(quantity.metricName());
    const QString use = StageView::tr("The number that the chains are compared by");
    return words ? folded(use + QLatin1Char('\n') + engineWords(EngineList::Metric, words->meaning)) : use;
}

} // namespace

StageView::StageView(StageScene& scene, StageLook& look, QWidget* parent)
    : QWidget(parent),
      m_scene(scene),
      m_look(look),
      m_resetButton(new QPushButton(tr("Reset zoom"), this)),
      m_quantity(new ElidingBox(this))
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    describeChart(this,
                  {[] { return tr("Stage"); }, [this] { return m_scene.summary(m_position, options()); },
                   [this] { return table(); }});
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    makeActions();
    m_resetButton->setFocusPolicy(Qt::TabFocus);
    m_resetButton->setCursor(Qt::ArrowCursor);
    m_resetButton->setToolTip(tr("The whole of the axes again (0, or a double click)"));
    connect(m_resetButton, &QPushButton::clicked, this, &StageView::resetZoom);
    m_quantity->setFocusPolicy(Qt::TabFocus);
    m_quantity->setAccessibleName(tr("Quantity"));
    m_quantity->setToolTip(tr("The number that the chains are compared by"));
    m_quantity->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_quantity->setFixedWidth(StageScene::kControlWidth);
    connect(m_quantity, &QComboBox::activated, this, &StageView::chooseQuantity);
    makeChooser();
    connect(&look, &StageLook::moved, this, &StageView::adapt);
    connect(&look, &StageLook::changed, this, &StageView::adapt);
    connect(&look, &StageLook::changed, this, &StageView::describe);
    adaptControls();
}

void StageView::makeActions()
{
    m_zoomIn = addKeyAction(tr("Zoom &in"), {Qt::Key_Plus, Qt::Key_Equal}, &StageView::zoomIn);
    m_zoomOut = addKeyAction(tr("Zoom &out"), {Qt::Key_Minus}, &StageView::zoomOut);
    m_resetZoom = addKeyAction(tr("Reset &zoom"), {Qt::Key_0}, &StageView::resetZoom);
    m_read = addKeyAction(tr("Read &values"), {Qt::Key_V}, &StageView::toggleReading);
    m_read->setCheckable(true);
}

QAction* StageView::addKeyAction(const QString& text, const QList<QKeySequence>& keys,
                                 void (StageView::*slot)())
{
    auto* action = new QAction(text, this);
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, slot);
    addAction(action);
    return action;
}

void StageView::setTheme(const Theme& theme)
{
    m_theme = &theme;
    if (m_overlay)
        m_overlay->setTheme(theme);
    update();
}

void StageView::setPosition(double position)
{
    m_position = position;
    adaptControls();
    if (position == std::floor(position))
        describe();
    update();
}

DataTable StageView::table() const
{
    return m_scene.stage() ? m_scene.table(m_position, options()) : DataTable();
}

std::optional<StageReading> StageView::reading() const
{
    if (!m_readAt || m_drag || !m_scene.stage())
        return std::nullopt;
    return m_scene.read(*m_readAt, rect(), m_position, options());
}

void StageView::describe()
{
    const auto read = m_readsByKey ? reading() : std::nullopt;
    const QString summary = m_scene.summary(m_position, options());
    setAccessibleDescription(read ? inARow({spokenReading(*read), summary}) : summary);
}

void StageView::adapt()
{
    adaptControls();
    update();
}

void StageView::adaptControls()
{
    const bool canZoom = m_scene.stage() && plotNow().zooms;
    const bool isZoomed = canZoom && !options().zoom.isWhole();
    for (QAction* action : {m_zoomIn, m_read})
        action->setEnabled(canZoom);
    for (QAction* action : {m_zoomOut, m_resetZoom})
        action->setEnabled(isZoomed);
    m_read->setChecked(m_readAt && m_readsByKey);
    if (isZoomed) {
        m_resetButton->adjustSize();
        const QRectF area = plotNow().area;
        m_resetButton->move(static_cast<int>(area.right()) - m_resetButton->width() - kGrid,
                            static_cast<int>(area.top()) + kGrid);
    }
    if (!isZoomed && m_resetButton->hasFocus())
        setFocus();
    m_resetButton->setVisible(isZoomed);
    adaptQuantities();
    adaptChooser();
    adaptOverlay();
}

// Another experiment may be of another family.
void StageView::adaptOverlay()
{
    if (m_face == &m_scene.face())
        return;
    m_face = &m_scene.face();
    delete m_overlay;
    m_overlay = m_face->makeOverlay(*this);
    if (m_overlay)
        m_overlay->setTheme(*m_theme);
}

void StageView::adaptQuantities()
{
    const ChainsStage* chains = m_scene.chains(options());
    if (chains) {
        QStringList titles;
        for (const Quantity& quantity : chains->quantities())
            titles << quantity.title;
        QStringList offered;
        for (int i = 0; i < m_quantity->count(); ++i)
            offered << m_quantity->itemText(i);
        if (offered != titles) {
            m_quantity->clear();
            m_quantity->addItems(titles);
            m_quantity->view()->setMinimumWidth(m_quantity->view()->sizeHintForColumn(0) + 3 * kGrid);
        }
        m_quantity->setCurrentIndex(chains->chosen());
        m_quantity->setToolTip(helpOn(chains->quantities()[static_cast<std::size_t>(chains->chosen())]));
        m_quantity->adjustSize();
        m_quantity->move(StageScene::controlCorner(rect()).toPoint());
    }
    m_quantity->setVisible(chains != nullptr);
}

void StageView::chooseQuantity(int index)
{
    const ChainsStage* chains = m_scene.chains(options());
    if (!chains || index < 0)
        return;
    m_look.setQuantity(chains->quantities()[static_cast<std::size_t>(index)].key);
}

void StageView::resizeEvent(QResizeEvent*)
{
    adaptControls();
}

void StageView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintPanel(painter, rect(), *m_theme, hasFocus());
    if (!m_scene.stage()) {
        paintEmptyStage(painter, rect(),
                        {m_scene.face(), m_scene.realData(), m_scene.session().state(),
                         m_scene.session().draft(m_scene.chain())},
                        *m_theme);
        return;
    }
    m_scene.paint(painter, rect(), m_position, options(), *m_theme);
    if (const auto read = reading()) {
        const QRectF plot = plotNow().area;
        QRectF room = QRectF(rect()).adjusted(kGrid, kGrid, -kGrid, -kGrid);
        if (m_resetButton->isVisible() || m_quantity->isVisible()) // they lie above whatever is painted
            room.setTop(std::max(plot.top(), m_resetButton->isVisible()
                                                 ? m_resetButton->geometry().bottom() + 4.0
                                                 : plot.top()));
        paintReading(painter, plot, room, *read, *m_theme);
    }
}

} // namespace hareloom::ui
