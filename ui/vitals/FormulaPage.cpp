// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/FormulaPage.h"

#include "core/prediction/Formulas.h"
#include "core/recipe/ExperimentJson.h"
#include "ui/language/EngineWords.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>

#include <nlohmann/json.hpp>

namespace hareloom::ui {

namespace {

std::string shortNumber(double value)
{
    return numberText(value, 4).toStdString();
}

QString words(std::string_view english)
{
    return engineWords(EngineList::Theory, english);
}

} // namespace

FormulaPage::FormulaPage(QWidget* parent)
    : QWidget(parent),
      m_job("The formula could not be computed",
            [this](const Result<std::optional<Formula>>& found) { set(found ? *found : std::nullopt); }),
      m_heading(makeLabel(true)),
      m_symbols(makeLabel(false)),
      m_numbers(makeLabel(false)),
      m_exactness(makeLabel(false)),
      m_assumes(makeLabel(false)),
      m_source(makeLabel(true)),
      m_terms(new QWidget(this)),
      m_grid(new QGridLayout(m_terms))
{
    m_symbols->setFont(themeFont(TextSize::Title, QFont::DemiBold));
    m_numbers->setFont(themeFont(TextSize::Title));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(2 * kGrid);
    m_grid->setColumnStretch(2, 1);
    auto* inside = new QWidget(this);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, kGrid, 0, 0);
    column->setSpacing(2 * kGrid);
    for (QWidget* each : std::initializer_list<QWidget*>{m_heading, m_symbols, m_numbers, m_terms,
                                                         m_exactness, m_assumes, m_source})
        column->addWidget(each);
    column->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(inside);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
    setAccessibleName(tr("Formula"));
}

QLabel* FormulaPage::makeLabel(bool isMuted)
{
    auto* label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (isMuted)
        label->setObjectName(QStringLiteral("muted"));
    return label;
}

void FormulaPage::setChart(const VitalChart& chart, const std::vector<Experiment>& variants, int generation)
{
    if (chart.variant >= variants.size())
        return;
    const Experiment& variant = variants[chart.variant];
    const std::string& metric = chart.series->metric();
    const std::string asked = toJson(variant).dump() + metric + ' ' + std::to_string(generation);
    if (asked == m_asked)
        return;
    m_asked = asked;
    m_generation = generation;
    m_variant = variants.size() > 1 ? engineWords(EngineList::Preset, variant.title) : QString();
    m_job.start([variant, metric, generation](const StopToken&) -> Result<std::optional<Formula>> {
        return formulaAt(variant, metric, generation);
    });
}

void FormulaPage::set(const std::optional<Formula>& formula)
{
    m_heading->setText(m_variant.isEmpty() ? tr("Generation %1").arg(m_generation)
                                           : tr("%1, generation %2").arg(m_variant).arg(m_generation));
    for (QWidget* each :
         std::initializer_list<QWidget*>{m_numbers, m_terms, m_exactness, m_assumes, m_source})
        each->setVisible(formula.has_value());
    if (!formula) {
        m_symbols->setText(
            tr("No formula is known for this metric here, so that no curve of theory is drawn."));
        return;
    }
    const QString left =
        QString::fromUtf8(formula->left.data(), static_cast<qsizetype>(formula->left.size()));
    m_symbols->setText(tr("%1 = %2").arg(left, QString::fromStdString(symbolsOf(*formula))));
    m_numbers->setText(
        tr("= %1 = %2")
            .arg(QString::fromStdString(numbersOf(*formula, shortNumber)), numberText(formula->value, 4)));
    setTerms(formula->terms);
    m_exactness->setText(formula->exact ? tr("It is exact.")
                                        : tr("It is an approximation; docs/theory.md says how good it is."));
    m_assumes->setText(words(formula->assumes));
    m_source->setText(tr("Source: %1").arg(words(formula->source)));
}

void FormulaPage::setTerms(const std::vector<FormulaTerm>& terms)
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (std::size_t i = 0; i < terms.size(); ++i) {
        const FormulaTerm& term = terms[i];
        const QString symbol =
            QString::fromUtf8(term.symbol.data(), static_cast<qsizetype>(term.symbol.size()));
        const QString texts[] = {symbol, numberText(term.value, 4), words(term.meaning)};
        for (int c = 0; c < 3; ++c) {
            QLabel* label = makeLabel(c == 2);
            label->setText(texts[c]);
            label->setWordWrap(c == 2);
            m_grid->addWidget(label, static_cast<int>(i), c, Qt::AlignTop);
        }
    }
}

QStringList FormulaPage::lines() const
{
    QStringList all;
    for (const QLabel* label : findChildren<QLabel*>())
        if (!label->isHidden() && !label->text().isEmpty())
            all << label->text();
    return all;
}

} // namespace hareloom::ui
