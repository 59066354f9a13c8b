// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/FigureLook.h"

#include "ui/theme/ElidingBox.h"
#include "ui/theme/FigureThemes.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFontDatabase>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QSettings>
#include <QSpinBox>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr auto kStyleKey = "export/style", kPointsKey = "export/points", kSpreadKey = "export/spread",
               kFamilyKey = "export/typeface", kLinesKey = "export/lines", kColoursKey = "export/colours";

// The presets follow Paper, in the order of figurePresets().
enum Style { Standard, Paper, FirstPreset };

int lastStyle()
{
    return FirstPreset + static_cast<int>(figurePresets().size()) - 2; // the first one is Standard
}

} // namespace

FigureLook::FigureLook(bool hasChains, QWidget* parent)
    : QWidget(parent),
      m_form(new QFormLayout(this)),
      m_style(new ElidingBox(this)),
      m_family(new ElidingBox(this)),
      m_colours(new ElidingBox(this)),
      m_points(new QSpinBox(this)),
      m_lines(new QDoubleSpinBox(this)),
      m_heading(box(tr("&Heading"), tr("Which generation a stage shows; the title of a chart"))),
      m_facts(box(tr("F&acts"), tr("The numbers beside a stage's heading"))),
      m_legend(box(tr("&Legend"), tr("What lines, dots and bands are"))),
      m_footer(box(tr("So&urce"),
                   tr("Title, seed and version below the figure; they are in the file in any case"))),
      m_logGenerations(
          box(tr("Log &x"), tr("Charts of metrics: generations from 1 on, on a logarithmic axis"))),
      m_outlines(
          box(tr("&Outlines"), tr("Words as outlines of their letters: they look the same everywhere, and "
                                  "can no longer be edited or found"))),
      m_code(
          box(tr("&QR code"), tr("The address of what the figure shows, to be scanned and opened; there is "
                                 "none where the data are a file of your own")))
{
    m_form->setContentsMargins(0, kGrid, 0, 0);
    m_form->setHorizontalSpacing(2 * kGrid);
    m_form->setVerticalSpacing(kGrid);
    makeRows(hasChains);
    recall();
    connect(m_style, &QComboBox::activated, this, [this](int style) {
        applyStyle(style);
        Q_EMIT changed();
    });
    for (QComboBox* each : {m_family, m_colours})
        connect(each, &QComboBox::activated, this, &FigureLook::changed);
    connect(m_points, &QSpinBox::valueChanged, this, &FigureLook::changed);
    connect(m_lines, &QDoubleSpinBox::valueChanged, this, &FigureLook::changed);
}

void FigureLook::makeRows(bool hasChains)
{
    m_style->addItems({tr("Standard"), tr("Paper: axes and legend"), tr("A paper's column, 85 mm"),
                       tr("A paper's page, 178 mm"), tr("A slide, 16 to 9"), tr("Own choice")});
    m_style->setAccessibleName(tr("Style"));
    m_form->addRow(tr("&Style"), m_style);
    makeBoxes();
    m_family->addItem(tr("The window's (%1)").arg(fontFamily()), QString());
    for (const QString& family : QFontDatabase::families())
        if (QFontDatabase::isSmoothlyScalable(family))
            m_family->addItem(family, family);
    m_family->setAccessibleName(tr("Typeface"));
    m_points->setRange(int(kLeastPoints), int(kMostPoints));
    m_points->setButtonSymbols(QAbstractSpinBox::NoButtons); // as the boxes beside it
    m_points->setSuffix(tr(" pt"));
    m_points->setAccessibleName(tr("Font size"));
    m_points->setToolTip(tr("Of labels and legends; a heading grows with them"));
    m_form->addRow(tr("&Typeface"), beside(m_family, m_points));
    m_colours->addItems({tr("The window's colours"), tr("For colour blindness"), tr("Greys")});
    m_colours->setAccessibleName(tr("Colours"));
    m_lines->setRange(kLeastLinePoints, kMostLinePoints);
    m_lines->setDecimals(2);
    m_lines->setSingleStep(0.25);
    m_lines->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_lines->setSuffix(tr(" pt"));
    m_lines->setAccessibleName(tr("Width of lines"));
    m_lines->setToolTip(tr("The width of a chart's lines; other lines, dots and gaps grow with them"));
    m_form->addRow(tr("Colou&rs, lines"), beside(m_colours, m_lines));
    if (!hasChains)
        return;
    m_spread = new ElidingBox(this);
    m_spread->addItems({tr("Median, 10–90%"), tr("Median, quartiles"), tr("Mean ± standard error"),
                        tr("Median, every chain")});
    m_spread->setAccessibleName(tr("Chains"));
    m_form->addRow(tr("&Chains"), m_spread);
    connect(m_spread, &QComboBox::activated, this, &FigureLook::spreadChosen);
}

void FigureLook::makeBoxes()
{
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(2 * kGrid);
    grid->setVerticalSpacing(kGrid / 2);
    int i = 0;
    for (QCheckBox* each : {m_heading, m_facts, m_legend, m_footer, m_logGenerations, m_outlines, m_code}) {
        grid->addWidget(each, i / 3, i % 3);
        connect(each, &QCheckBox::clicked, this, [this] {
            showStyle();
            Q_EMIT changed();
        });
        ++i;
    }
    m_form->addRow(grid);
}

QWidget* FigureLook::beside(QWidget* wide, QWidget* other)
{
    auto* both = new QWidget(this);
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addWidget(wide, 1);
    row->addWidget(other);
    both->setFocusProxy(wide);
    return both;
}

QCheckBox* FigureLook::box(const QString& words, const QString& help)
{
    auto* box = new QCheckBox(words, this);
    box->setToolTip(help);
    return box;
}

void FigureLook::recall()
{
    const QSettings settings;
    m_points->setValue(qRound(settings.value(kPointsKey, kUsualPoints).toDouble()));
    m_lines->setValue(settings.value(kLinesKey, kUsualLinePoints).toDouble());
    m_family->setCurrentIndex(std::max(0, m_family->findData(settings.value(kFamilyKey).toString())));
    m_colours->setCurrentIndex(std::clamp(settings.value(kColoursKey).toInt(), 0, m_colours->count() - 1));
    if (m_spread)
        m_spread->setCurrentIndex(std::clamp(settings.value(kSpreadKey).toInt(), 0, m_spread->count() - 1));
    // A preset's size is asked for each time: of another chart it would be a surprise.
    m_style->setCurrentIndex(settings.value(kStyleKey).toInt() == Standard ? Standard : Paper);
    applyStyle(m_style->currentIndex());
}

void FigureLook::applyStyle(int style)
{
    if (style > lastStyle())
        return; // one's own
    const bool isPreset = style >= FirstPreset;
    const FigurePreset& preset =
        figurePresets()[isPreset ? static_cast<std::size_t>(style - FirstPreset) + 1 : 0];
    const FigureParts parts = isPreset ? preset.parts : style == Paper ? kPaperParts : FigureParts();
    m_heading->setChecked(parts.heading);
    m_facts->setChecked(parts.facts);
    m_legend->setChecked(parts.legend);
    m_footer->setChecked(isPreset ? preset.hasFooter : style == Standard);
    m_code->setChecked(isPreset && preset.hasCode);
    if (!isPreset)
        return;
    m_points->setValue(qRound(preset.points));
    m_lines->setValue(preset.linePoints);
    Q_EMIT sizeChosen(QSizeF(preset.width, preset.height));
}

void FigureLook::showStyle()
{
    const bool isAll =
        m_heading->isChecked() && m_facts->isChecked() && m_footer->isChecked() && !m_code->isChecked();
    const bool isBare =
        !m_heading->isChecked() && !m_facts->isChecked() && !m_footer->isChecked() && !m_code->isChecked();
    m_style->setCurrentIndex(!m_legend->isChecked() ? lastStyle() + 1
                             : isAll                ? Standard
                             : isBare               ? Paper
                                                    : lastStyle() + 1);
}

FigureOptions FigureLook::options() const
{
    FigureOptions options;
    options.theme = &figureTheme(static_cast<FigureColours>(m_colours->currentIndex()));
    options.parts = {m_heading->isChecked(), m_facts->isChecked(), m_legend->isChecked(),
                     m_logGenerations->isChecked()};
    options.points = m_points->value();
    options.linePoints = m_lines->value() == kUsualLinePoints ? 0 : m_lines->value();
    options.family = m_family->currentData().toString();
    options.outlinesText = m_outlines->isEnabled() && m_outlines->isChecked();
    return options;
}

bool FigureLook::hasFooter() const
{
    return m_footer->isChecked();
}

bool FigureLook::hasCode() const
{
    return m_code->isChecked();
}

Spread FigureLook::spread() const
{
    return m_spread ? static_cast<Spread>(m_spread->currentIndex()) : Spread::Deciles;
}

void FigureLook::setOffered(std::span<const Figure* const> figures)
{
    const auto any = [figures](auto has) { return std::any_of(figures.begin(), figures.end(), has); };
    m_heading->setEnabled(any([](const Figure* each) { return each->offered.heading; }));
    m_facts->setEnabled(any([](const Figure* each) { return each->offered.facts; }));
    m_legend->setEnabled(any([](const Figure* each) { return each->offered.legend; }));
    m_logGenerations->setEnabled(any([](const Figure* each) { return each->offered.logGenerations; }));
    m_footer->setEnabled(any([](const Figure* each) { return each->hasFooter; }));
    m_code->setEnabled(any([](const Figure* each) { return !each->address.isEmpty(); }));
}

void FigureLook::setVector(bool isVector)
{
    m_outlines->setEnabled(isVector);
}

void FigureLook::remember() const
{
    QSettings settings;
    settings.setValue(kStyleKey, m_style->currentIndex() == Standard ? Standard : Paper);
    settings.setValue(kPointsKey, m_points->value());
    settings.setValue(kLinesKey, m_lines->value());
    settings.setValue(kFamilyKey, m_family->currentData().toString());
    settings.setValue(kColoursKey, m_colours->currentIndex());
    if (m_spread)
        settings.setValue(kSpreadKey, m_spread->currentIndex());
}

} // namespace hareloom::ui
