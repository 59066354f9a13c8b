// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/SweepControls.h"

#include "core/metrics/Catalogue.h"
#include "ui/plot/MetricMeaning.h"
#include "ui/plot/MetricTitle.h"
#include "ui/theme/ElidingBox.h"
#include "ui/theme/JumpSlider.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr std::array kSpreads = {Spread::Deciles, Spread::Quartiles, Spread::StandardError};

QComboBox* box(const QString& name, QWidget* parent)
{
    auto* made = new ElidingBox(parent);
    made->setAccessibleName(name);
    made->setFocusPolicy(Qt::TabFocus);
    made->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    made->setMinimumWidth(8 * kGrid); // in a narrow window it gives way
    return made;
}

} // namespace

SweepControls::SweepControls(QWidget* parent)
    : QWidget(parent),
      m_above(new QHBoxLayout),
      m_below(new QHBoxLayout),
      m_metric(box(tr("Metric"), this)),
      m_across(box(tr("Setting along the horizontal axis"), this)),
      m_up(box(tr("Setting along the vertical axis"), this)),
      m_shapes(box(tr("Drawn as"), this)),
      m_spread(box(tr("Over chains"), this)),
      m_generation(new JumpSlider(Qt::Horizontal, this)),
      m_generationWords(new QLabel(this)),
      m_log(new QCheckBox(tr("Log"), this))
{
    fillBoxes();
    layOut();
    connectChoices();
}

void SweepControls::fillBoxes()
{
    m_generation->setAccessibleName(tr("Generation"));
    m_generation->setMinimumWidth(10 * kGrid);
    m_generation->setToolTip(tr("The generation whose values are shown"));
    m_log->setToolTip(tr("Values on a logarithmic scale"));
    m_across->setToolTip(tr("The setting along the horizontal axis"));
    m_up->setToolTip(tr("The setting along the vertical axis; none: curves over the horizontal one"));
    m_shapes->setToolTip(
        tr("A map colours each point; curves show its value, with a curve for each value of the "
           "second setting"));
    m_spread->setToolTip(tr("What is shown of the chains at a point, and the band around it"));
    m_shapes->addItems({tr("Map"), tr("Curves")});
    m_spread->addItems({tr("Median, 10–90%"), tr("Median, quartiles"), tr("Mean ± standard error")});
}

void SweepControls::layOut()
{
    place(m_metric, tr("Metric"), m_above);
    place(m_generation, tr("Generation"), m_above);
    m_above->setStretch(m_above->count() - 1, 1);
    m_above->addWidget(m_generationWords);
    m_above->addWidget(m_spread);
    m_above->addWidget(m_log);
    place(m_across, tr("Across"), m_below);
    place(m_up, tr("Up"), m_below);
    m_below->addWidget(m_shapes);
    m_below->addStretch();
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kGrid / 2);
    for (QHBoxLayout* row : {m_above, m_below}) {
        row->setSpacing(kGrid);
        rows->addLayout(row);
    }
}

void SweepControls::connectChoices()
{
    connect(m_metric, &QComboBox::activated, this, &SweepControls::chooseMetric);
    connect(m_generation, &QSlider::valueChanged, this, [this](int place) {
        m_choice.generation = m_generations[static_cast<std::size_t>(place)];
        m_generationWords->setText(QString::number(m_choice.generation));
        Q_EMIT changed();
    });
    connect(m_across, &QComboBox::activated, this, &SweepControls::chooseAxes);
    connect(m_up, &QComboBox::activated, this, &SweepControls::chooseAxes);
    connect(m_shapes, &QComboBox::activated, this, [this](int index) {
        m_shape = index == 0 ? SweepShape::Map : SweepShape::Curves;
        Q_EMIT changed();
    });
    connect(m_spread, &QComboBox::activated, this, [this](int index) {
        m_choice.spread = kSpreads[static_cast<std::size_t>(index)];
        Q_EMIT changed();
    });
    connect(m_log, &QCheckBox::toggled, this, [this](bool on) {
        m_choice.isLog = on;
        Q_EMIT changed();
    });
}

void SweepControls::place(QWidget* widget, const QString& label, QHBoxLayout* row)
{
    auto* words = new QLabel(label, this);
    words->setObjectName(QStringLiteral("muted"));
    words->setBuddy(widget);
    row->addWidget(words);
    row->addWidget(widget);
}

void SweepControls::setModel(const SweepModel& model)
{
    m_dimensions = model.dimensions();
    m_choice = model.firstChoice();
    m_shape = firstShape(m_dimensions);
    m_metrics.clear();
    m_generations.clear();
    fillMetrics(model);
    fillGenerations(model);
    fillAxes();
    fillFixed();
    const QSignalBlocker quiet(m_log);
    m_log->setChecked(m_choice.isLog);
    m_shapes->setCurrentIndex(m_shape == SweepShape::Map ? 0 : 1);
    m_spread->setCurrentIndex(
        static_cast<int>(std::find(kSpreads.begin(), kSpreads.end(), m_choice.spread) - kSpreads.begin()));
    m_hasSpread = model.plan().replicates() > 1;
    adapt();
    Q_EMIT changed();
}

void SweepControls::refresh(const SweepModel& model)
{
    fillMetrics(model);
    fillGenerations(model);
}

void SweepControls::fillMetrics(const SweepModel& model)
{
    std::vector<std::string> offered = model.metrics();
    if (offered == m_metrics)
        return;
    m_metrics = std::move(offered);
    if (std::find(m_metrics.begin(), m_metrics.end(), m_choice.metric) == m_metrics.end() &&
        !m_metrics.empty())
        m_choice.metric = m_metrics.front();
    m_metric->clear();
    for (const std::string& metric : m_metrics) {
        m_metric->addItem(metricTitle(metric));
        m_metric->setItemData(m_metric->count() - 1, metricMeaning(metric), Qt::ToolTipRole);
    }
    m_metric->setCurrentIndex(
        static_cast<int>(std::find(m_metrics.begin(), m_metrics.end(), m_choice.metric) - m_metrics.begin()));
    explainMetric();
}

void SweepControls::explainMetric()
{
    m_metric->setToolTip(m_choice.metric.empty() ? QString() : metricMeaning(m_choice.metric));
}

void SweepControls::setPresented(bool on)
{
    m_isPresented = on;
    adapt();
}

// What there is no choice of is left out; a room sees the generation alone.
void SweepControls::adapt()
{
    for (int i = 0; i < m_above->count(); ++i)
        if (QWidget* widget = m_above->itemAt(i)->widget()) {
            const auto* label = qobject_cast<QLabel*>(widget);
            const bool isGeneration = widget == m_generation || widget == m_generationWords ||
                                      (label && label->buddy() == m_generation);
            widget->setVisible(!m_isPresented || isGeneration);
        }
    m_spread->setVisible(!m_isPresented && m_hasSpread);
    const bool hasChoice = !m_isPresented && m_dimensions.size() > 1;
    for (int i = 0; i < m_below->count(); ++i)
        if (QWidget* widget = m_below->itemAt(i)->widget())
            widget->setVisible(hasChoice);
    m_shapes->setVisible(hasChoice && m_choice.up.has_value());
    if (m_fixed)
        m_fixed->setVisible(hasChoice && m_fixed->layout()->count() > 0);
}

bool SweepControls::step(int by)
{
    const int before = m_generation->value();
    m_generation->setValue(before + by);
    return m_generation->value() != before;
}

void SweepControls::showFirst()
{
    m_generation->setValue(0);
}

void SweepControls::fillGenerations(const SweepModel& model)
{
    if (model.generations() == m_generations)
        return;
    m_generations = model.generations();
    const auto nearest = std::min_element(m_generations.begin(), m_generations.end(), [this](auto a, auto b) {
        return std::abs(a - m_choice.generation) < std::abs(b - m_choice.generation);
    });
    m_choice.generation = *nearest;
    const QSignalBlocker quiet(m_generation);
    m_generation->setRange(0, static_cast<int>(m_generations.size()) - 1);
    m_generation->setValue(static_cast<int>(nearest - m_generations.begin()));
    m_generationWords->setText(QString::number(m_choice.generation));
    const int digits = static_cast<int>(QString::number(m_generations.back()).size());
    m_generationWords->setMinimumWidth(
        m_generationWords->fontMetrics().horizontalAdvance(QString(digits, QLatin1Char('0'))));
}

void SweepControls::fillAxes()
{
    m_across->clear();
    m_up->clear();
    for (const SweptAxis& dimension : m_dimensions) {
        m_across->addItem(dimension.title());
        m_up->addItem(dimension.title());
    }
    m_up->addItem(tr("none"));
    m_across->setCurrentIndex(static_cast<int>(m_choice.across));
    m_up->setCurrentIndex(static_cast<int>(m_choice.up.value_or(m_dimensions.size())));
    adapt();
}

void SweepControls::fillFixed()
{
    delete m_fixed;
    m_fixed = new QWidget(this);
    auto* row = new QHBoxLayout(m_fixed);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    for (std::size_t d = 0; d < m_dimensions.size(); ++d) {
        if (d == m_choice.across || (m_choice.up && d == *m_choice.up))
            continue;
        QComboBox* values = box(m_dimensions[d].title(), m_fixed);
        values->addItems(m_dimensions[d].labels());
        values->setCurrentIndex(static_cast<int>(m_choice.fixed[d]));
        place(values, m_dimensions[d].title(), row);
        connect(values, &QComboBox::activated, this, [this, d](int index) {
            m_choice.fixed[d] = static_cast<std::size_t>(index);
            Q_EMIT changed();
        });
    }
    m_below->insertWidget(m_below->count() - 1, m_fixed);
    adapt();
}

void SweepControls::chooseMetric(int index)
{
    m_choice.metric = m_metrics[static_cast<std::size_t>(index)];
    const MetricInfo* info = findMetric(m_choice.metric);
    m_choice.isLog = info && info->preferLog;
    const QSignalBlocker quiet(m_log);
    m_log->setChecked(m_choice.isLog);
    explainMetric();
    Q_EMIT changed();
}

// The two axes never show one setting: the one that was not touched takes what the other gave up.
void SweepControls::chooseAxes()
{
    const auto across = static_cast<std::size_t>(m_across->currentIndex());
    const auto upIndex = static_cast<std::size_t>(m_up->currentIndex());
    const std::optional<std::size_t> up =
        upIndex < m_dimensions.size() ? std::optional(upIndex) : std::nullopt;
    if (up != across) {
        m_choice.across = across;
        m_choice.up = up;
    } else if (across == m_choice.across) { // the vertical one was touched
        m_choice.across = m_choice.up.value_or(across == 0 ? 1 : 0);
        m_choice.up = up;
    } else {
        m_choice.up = m_choice.across;
        m_choice.across = across;
    }
    fillAxes();
    fillFixed();
    Q_EMIT changed();
}

} // namespace hareloom::ui
