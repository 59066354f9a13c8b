// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/FigureLook.h"

#include "ui/theme/ElidingBox.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QSettings>
#include <QSpinBox>

namespace hareloom::ui {

namespace {

constexpr auto kStyleKey = "export/style", kPointsKey = "export/points", kSpreadKey = "export/spread";

enum Style { Standard, Paper, Own };

} // namespace

FigureLook::FigureLook(bool hasChains, QWidget* parent)
    : QWidget(parent),
      m_form(new QFormLayout(this)),
      m_style(new ElidingBox(this)),
      m_points(new QSpinBox(this)),
      m_heading(box(tr("&Heading"), tr("Which generation a stage shows; the title of a chart"))),
      m_facts(box(tr("F&acts"), tr("The numbers beside a stage's heading"))),
      m_legend(box(tr("&Legend"), tr("What lines, dots and bands are"))),
      m_footer(box(tr("So&urce"),
                   tr("Title, seed and version below the figure; they are in the file in any case"))),
      m_logGenerations(
          box(tr("Log &x"), tr("Charts of metrics: generations from 1 on, on a logarithmic axis"))),
      m_outlines(
          box(tr("&Outlines"), tr("Words as outlines of their letters: they look the same everywhere, and "
                                  "can no longer be edited or found")))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(2 * kGrid);
    m_form->setVerticalSpacing(kGrid);
    m_style->addItems({tr("Standard"), tr("Paper: axes and legend"), tr("Own choice")});
    m_style->setAccessibleName(tr("Style"));
    m_points->setRange(int(kLeastPoints), int(kMostPoints));
    m_points->setButtonSymbols(QAbstractSpinBox::NoButtons); // as the boxes beside it
    m_points->setSuffix(tr(" pt"));
    m_points->setAccessibleName(tr("Font size"));
    m_points->setToolTip(tr("Of labels and legends; a heading grows with them"));
    m_form->addRow(tr("&Style"), m_style);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(2 * kGrid);
    grid->setVerticalSpacing(kGrid / 2);
    int i = 0;
    for (QCheckBox* each : {m_heading, m_facts, m_legend, m_footer, m_logGenerations, m_outlines}) {
        grid->addWidget(each, i / 3, i % 3);
        connect(each, &QCheckBox::clicked, this, [this] {
            showStyle();
            Q_EMIT changed();
        });
        ++i;
    }
    m_form->addRow(grid);
    m_form->addRow(tr("Font si&ze"), m_points);
    if (hasChains) {
        m_spread = new ElidingBox(this);
        m_spread->addItems({tr("Median, 10–90%"), tr("Median, quartiles"), tr("Mean ± standard error"),
                            tr("Median, every chain")});
        m_spread->setAccessibleName(tr("Chains"));
        m_form->addRow(tr("&Chains"), m_spread);
        m_spread->setCurrentIndex(
            std::clamp(QSettings().value(kSpreadKey).toInt(), 0, m_spread->count() - 1));
        connect(m_spread, &QComboBox::activated, this, &FigureLook::spreadChosen);
    }
    m_points->setValue(qRound(QSettings().value(kPointsKey, kUsualPoints).toDouble()));
    m_style->setCurrentIndex(QSettings().value(kStyleKey).toInt() == Paper ? Paper : Standard);
    applyStyle(m_style->currentIndex());
    connect(m_style, &QComboBox::activated, this, [this](int style) {
        applyStyle(style);
        Q_EMIT changed();
    });
    connect(m_points, &QSpinBox::valueChanged, this, &FigureLook::changed);
}

QCheckBox* FigureLook::box(const QString& words, const QString& help)
{
    auto* box = new QCheckBox(words, this);
    box->setToolTip(help);
    return box;
}

void FigureLook::applyStyle(int style)
{
    if (style == Own)
        return;
    for (QCheckBox* each : {m_heading, m_facts, m_footer})
        each->setChecked(style == Standard);
    m_legend->setChecked(true);
}

void FigureLook::showStyle()
{
    const bool isAll = m_heading->isChecked() && m_facts->isChecked() && m_footer->isChecked();
    const bool isBare = !m_heading->isChecked() && !m_facts->isChecked() && !m_footer->isChecked();
    m_style->setCurrentIndex(!m_legend->isChecked() ? Own : isAll ? Standard : isBare ? Paper : Own);
}

FigureOptions FigureLook::options() const
{
    FigureOptions options;
    options.parts = {m_heading->isChecked(), m_facts->isChecked(), m_legend->isChecked(),
                     m_logGenerations->isChecked()};
    options.points = m_points->value();
    options.outlinesText = m_outlines->isEnabled() && m_outlines->isChecked();
    return options;
}

bool FigureLook::hasFooter() const
{
    return m_footer->isChecked();
}

Spread FigureLook::spread() const
{
    return m_spread ? static_cast<Spread>(m_spread->currentIndex()) : Spread::Deciles;
}

void FigureLook::setVector(bool isVector)
{
    m_outlines->setEnabled(isVector);
}

void FigureLook::remember() const
{
    QSettings settings;
    settings.setValue(kStyleKey, m_style->currentIndex());
    settings.setValue(kPointsKey, m_points->value());
    if (m_spread)
        settings.setValue(kSpreadKey, m_spread->currentIndex());
}

} // namespace hareloom::ui
