// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/VitalsColumn.h"

#include "ui/accessible/ChartDescription.h"
#include "ui/vitals/VitalChoice.h"
#include "ui/vitals/VitalChooser.h"
#include "ui/vitals/VitalView.h"

#include <QScrollArea>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace hareloom::ui {

namespace {

constexpr double kRoomyHeight = 136; // from here on each has its own labels

} // namespace

VitalsColumn::VitalsColumn(const LabSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_scroll(new QScrollArea(this)),
      m_list(new QWidget),
      m_button(new QToolButton(this))
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setAccessibleName(tr("Vital signs"));
    m_button->setObjectName(QStringLiteral("quiet"));
    m_button->setText(tr("Choose…"));
    m_button->setToolTip(tr("Choose the vital signs to show, and their order"));
    m_button->setAccessibleName(tr("Choose vital signs"));
    m_button->setFocusPolicy(Qt::StrongFocus);
    connect(m_button, &QToolButton::clicked, this, &VitalsColumn::openChooser);
    m_scroll->setWidget(m_list);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&m_loader, &TheoryLoader::ready, this, [this](const TheoryLoader::Curves& curves) {
        for (std::size_t i = 0; i < std::min(m_series.size(), curves.size()); ++i)
            m_series[i].setTheory(curves[i]);
        m_isTheoryKnown = true;
        arrange(); // the legend may need another row
        updateAll();
    });
}

void VitalsColumn::setRemembering(bool on)
{
    m_remembers = on;
    reload();
}

void VitalsColumn::setTheme(const Theme& theme)
{
    m_theme = &theme;
    for (QWidget* behind : {static_cast<QWidget*>(m_scroll), m_list}) {
        QPalette palette = behind->palette();
        palette.setColor(QPalette::Window, theme.surface);
        behind->setPalette(palette);
    }
    for (VitalView* view : m_views)
        view->setTheme(theme);
    arrange(); // its words may have grown
    updateAll();
}

void VitalsColumn::setPosition(double position)
{
    const bool isFurther = std::ceil(position) != std::ceil(m_position);
    m_position = position;
    if (isFurther)
        followAxes();
    if (position == std::floor(position))
        for (VitalView* view : m_views)
            if (view->hasFocus())
                ChartDescription::of(view)->announce();
    for (VitalView* view : m_views)
        view->update();
}

// Axes that hide what is to come grow as it comes.
void VitalsColumn::followAxes()
{
    std::vector<AxisRange> axes;
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        VitalChart chart = chartAt(i);
        chart.hidesFuture = true;
        axes.push_back(chart.verticalRange());
    }
    if (axes == std::exchange(m_seenAxes, axes))
        return;
    if (m_hidesFuture)
        for (VitalView* view : m_views)
            view->reload();
    alignAxes();
    Q_EMIT changed();
}

void VitalsColumn::setShown(int shown)
{
    m_shown = shown;
    for (VitalView* view : m_views)
        view->update();
}

void VitalsColumn::setFutureHidden(bool on)
{
    m_hidesFuture = on;
    updateAll();
}

void VitalsColumn::setChain(ChainIndex chain)
{
    m_chain = chain;
    updateAll();
}

void VitalsColumn::reload()
{
    m_isMeasured = false;
    m_hovered = -1;
    keepExtents();
    chooseSeries();
    refresh();
    updateAll();
}

// An axis that followed every change of settings would show noise as large as a collapse.
void VitalsColumn::keepExtents()
{
    const Experiment& experiment = m_session.experiment();
    const std::string runs = experiment.family + '\n' + experiment.title;
    const bool isSame = runs == std::exchange(m_ran, runs);
    m_hadTheory = isSame && (m_hadTheory || hasTheory());
    if (!isSame)
        m_before.clear();
    else
        for (const VitalSeries& series : m_series)
            if (series.measured() > 0)
                m_before[series.metric()] = series.extent();
}

void VitalsColumn::refresh()
{
    const bool isNew = !m_isMeasured && !m_session.history().isEmpty();
    if (isNew)
        chooseSeries();
    for (VitalSeries& series : m_series)
        series.update(m_session.history());
    for (VitalView* view : m_views)
        isNew ? view->reload() : view->refresh();
    alignAxes();
    update();
    Q_EMIT changed();
}

void VitalsColumn::updateAll()
{
    alignAxes();
    update();
    for (VitalView* view : m_views)
        view->reload();
    Q_EMIT changed();
}

std::vector<std::string> VitalsColumn::offered() const
{
    return offeredVitals(m_session.experiment(), m_session.history().at(m_chain, 0).get());
}

std::vector<std::string> VitalsColumn::wanted(const Generation* first) const
{
    const auto usual = chooseVitals(m_session.experiment(), first, kMost);
    if (!m_only.empty()) {
        const auto there = offeredVitals(m_session.experiment(), first);
        std::vector<std::string> named;
        for (const std::string& metric : m_only)
            if (!first || std::find(there.begin(), there.end(), metric) != there.end())
                named.push_back(metric);
        return named.empty() ? usual : named;
    }
    if (!m_remembers)
        return usual;
    auto chosen = rememberedVitals(m_session.experiment().family);
    if (!chosen)
        return usual;
    const auto there = offeredVitals(m_session.experiment(), first);
    std::erase_if(*chosen, [&](const std::string& metric) {
        return std::find(there.begin(), there.end(), metric) == there.end();
    });
    return chosen->empty() ? usual : *chosen;
}

std::vector<Experiment> VitalsColumn::shownVariants() const
{
    std::vector<Experiment> variants = m_session.variants();
    if (m_onlyVariants && *m_onlyVariants < variants.size())
        variants.erase(variants.begin() + static_cast<std::ptrdiff_t>(*m_onlyVariants), variants.end());
    return variants;
}

void VitalsColumn::chooseSeries()
{
    const GenerationPtr first = m_session.history().at(m_chain, 0);
    m_isMeasured = first != nullptr;
    m_series.clear();
    m_scales.clear();
    std::vector<std::string> metrics = wanted(first.get());
    const std::vector<Experiment> variants = shownVariants();
    for (const std::string& metric : metrics) {
        VitalSeries& series = m_series.emplace_back(metric, variants);
        m_scales.push_back(m_remembers ? rememberedScale(metric) : AxisScale::Automatic);
        std::vector<PublishedCurve> beside = publishedOf(variants, metric);
        if (const auto drawn = m_expected.find(metric); drawn != m_expected.end())
            beside.push_back(drawn->second);
        series.setPublished(std::move(beside));
    }
    makeViews();
    m_isTheoryKnown = false;
    m_loader.load(theoryOf, variants, std::move(metrics));
}

bool VitalsColumn::hasTheory() const
{
    return std::any_of(m_series.begin(), m_series.end(),
                       [](const VitalSeries& series) { return ui::hasTheory(series); });
}

void VitalsColumn::setVariables(std::vector<std::string> names)
{
    m_variables = std::move(names);
    makeViews();
    updateAll();
}

void VitalsColumn::makeViews()
{
    while (m_views.size() > qsizetype(m_series.size()))
        delete m_views.takeLast();
    while (m_views.size() < qsizetype(m_series.size()))
        m_views << makeView(static_cast<std::size_t>(m_views.size()));
    for (qsizetype i = 0; i < m_views.size(); ++i)
        m_views[i]->setAccessibleName(m_views[i]->chart().title());
    arrange();
}

VitalView* VitalsColumn::makeView(std::size_t index)
{
    auto* view = new VitalView([this, index] { return chartAt(index); }, m_list);
    view->setTheme(*m_theme);
    connect(view, &VitalView::generationHovered, this, &VitalsColumn::setHovered);
    connect(view, &VitalView::generationChosen, this, &VitalsColumn::generationChosen);
    connect(view, &VitalView::enlargeRequested, this,
            [this, index] { Q_EMIT enlargeRequested(m_series[index].metric()); });
    connect(view, &VitalView::formulaRequested, this, [this, index] {
        if (ui::hasTheory(m_series[index]))
            Q_EMIT formulaRequested(m_series[index].metric());
    });
    connect(view, &VitalView::menuRequested, this,
            [this, index](const QPoint& at) { Q_EMIT menuRequested(m_series[index].metric(), at); });
    connect(view, &VitalView::neighbourRequested, this, [this, index](int direction) {
        if (VitalView* next = m_views.value(static_cast<qsizetype>(index) + direction)) {
            next->setFocus(Qt::TabFocusReason);
            m_scroll->ensureWidgetVisible(next, 0, 0);
        }
    });
    return view;
}

VitalChart VitalsColumn::chartAt(std::size_t index) const
{
    VitalChart chart;
    chart.series = &m_series[index];
    chart.variables = &m_variables;
    chart.scale = m_scales[index];
    if (const auto before = m_before.find(chart.series->metric()); before != m_before.end())
        chart.before = &before->second;
    chart.position = m_position;
    chart.shown = m_shown;
    chart.hidesFuture = m_hidesFuture;
    chart.hovered = m_hidesFuture && m_hovered > m_position ? -1 : m_hovered;
    chart.leastLeft = m_left;
    chart.lastGeneration = 1;
    for (const Experiment& variant : m_session.variants())
        chart.lastGeneration = std::max(chart.lastGeneration, static_cast<int>(variant.generations));
    chart.variant =
        static_cast<std::size_t>(m_chain / std::max<std::int64_t>(1, m_session.experiment().chains));
    const auto i = static_cast<qsizetype>(index);
    if (i < m_views.size()) {
        chart.labelsGenerations =
            m_scrolls || i + 1 == m_views.size() || m_views[i]->height() >= scaled(kRoomyHeight);
    }
    return chart;
}

std::optional<VitalChart> VitalsColumn::chartOf(const std::string& metric) const
{
    for (std::size_t i = 0; i < m_series.size(); ++i)
        if (m_series[i].metric() == metric)
            return chartAt(i);
    return std::nullopt;
}

void VitalsColumn::choose(const std::vector<std::string>& metrics)
{
    if (m_remembers)
        rememberVitals(m_session.experiment().family, metrics, offered());
    chooseSeries();
    refresh();
    updateAll();
}

void VitalsColumn::setOnly(std::vector<std::string> metrics, std::optional<std::size_t> variants)
{
    if (metrics == m_only && variants == m_onlyVariants)
        return;
    m_only = std::move(metrics);
    m_onlyVariants = variants;
    m_button->setVisible(m_only.empty());
    reload();
    refresh();
}

void VitalsColumn::setExpected(const std::string& metric, PublishedCurve curve)
{
    m_expected.insert_or_assign(metric, std::move(curve));
    chooseSeries();
    refresh();
}

void VitalsColumn::clearExpected()
{
    if (std::exchange(m_expected, {}).empty())
        return;
    chooseSeries();
    refresh();
}

void VitalsColumn::setScale(const std::string& metric, AxisScale scale)
{
    for (std::size_t i = 0; i < m_series.size(); ++i)
        if (m_series[i].metric() == metric)
            m_scales[i] = scale;
    if (m_remembers)
        rememberScale(metric, scale);
    updateAll();
}

void VitalsColumn::setHovered(int generation)
{
    if (generation == m_hovered)
        return;
    m_hovered = generation;
    for (VitalView* view : m_views)
        view->update();
}

void VitalsColumn::openChooser()
{
    auto* chooser = new VitalChooser(this);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    refill(chooser);
    connect(chooser, &VitalChooser::choiceChanged, this, [this, chooser] { choose(chooser->chosen()); });
    connect(chooser, &VitalChooser::usualRequested, this, [this, chooser] {
        forgetVitals(m_session.experiment().family);
        chooseSeries();
        refresh();
        updateAll();
        refill(chooser);
    });
    chooser->adjustSize();
    chooser->move(
        m_button->mapToGlobal(QPoint(m_button->width() - chooser->width(), m_button->height() + 2)));
    chooser->show();
    chooser->setFocus();
}

void VitalsColumn::refill(VitalChooser* chooser) const
{
    std::vector<VitalChooser::Row> rows;
    for (std::size_t i = 0; i < m_series.size(); ++i)
        rows.push_back({m_series[i].metric(), chartAt(i).title(), true});
    for (const std::string& metric : offered()) {
        if (chartOf(metric))
            continue;
        const VitalSeries other(metric, {});
        VitalChart chart;
        chart.series = &other;
        chart.variables = &m_variables;
        rows.push_back({metric, chart.title(), false});
    }
    chooser->setRows(rows);
}

} // namespace hareloom::ui
