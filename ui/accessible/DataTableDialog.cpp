// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessible/DataTableDialog.h"

#include "ui/accessible/DataTableView.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr int kRefreshMs = 250;

} // namespace

DataTableDialog::DataTableDialog(QWidget* window)
    : QDialog(window),
      m_window(window),
      m_charts(new QComboBox(this)),
      m_summary(new QLabel(this)),
      m_view(new DataTableView(this))
{
    setWindowTitle(tr("Data table"));
    m_charts->setAccessibleName(tr("Chart"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    m_view->buttonRow()->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->setSpacing(kGrid);
    column->addWidget(m_charts);
    column->addWidget(m_summary);
    column->addWidget(m_view, 1);
    connect(m_charts, &QComboBox::activated, this, &DataTableDialog::choose);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kRefreshMs);
    connect(&m_timer, &QTimer::timeout, this, &DataTableDialog::refresh);
    resize(680, 480);
}

void DataTableDialog::showChart(const QWidget* chart)
{
    m_shown = ChartDescription::of(chart);
    refresh();
    show();
    raise();
    activateWindow();
    m_view->setFocus();
}

void DataTableDialog::refresh()
{
    m_descriptions.clear();
    const QSignalBlocker quiet(m_charts);
    m_charts->clear();
    for (ChartDescription* description : describedCharts(m_window))
        if (description->words().table && description->chart()->window() == m_window->window() &&
            !description->chart()->isHidden()) {
            m_descriptions << description;
            m_charts->addItem(description->words().name());
        }
    const auto shown = std::max<qsizetype>(0, m_descriptions.indexOf(m_shown));
    m_charts->setCurrentIndex(static_cast<int>(shown));
    m_shown = m_descriptions.value(shown);
    readChart();
}

void DataTableDialog::refreshSoon()
{
    if (isVisible() && !m_timer.isActive())
        m_timer.start();
}

void DataTableDialog::choose(int index)
{
    m_shown = m_descriptions.value(index);
    readChart();
}

void DataTableDialog::readChart()
{
    m_summary->setText(m_shown ? m_shown->words().summary() : tr("There is no chart with numbers yet."));
    m_view->setTable(m_shown ? m_shown->words().table() : DataTable());
}

} // namespace hareloom::ui
