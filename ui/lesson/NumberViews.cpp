// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/NumberViews.h"

#include "ui/theme/JumpSlider.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>
#include <limits>

namespace hareloom::ui {

namespace {

QString numberText(double value)
{
    return QString::number(value, 'g', 6);
}

QLabel* mutedLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QStringLiteral("muted"));
    label->setWordWrap(true);
    return label;
}

} // namespace

NumberEntry::NumberEntry(const Question& question, QWidget* parent)
    : QuestionView(parent), m_edit(new QLineEdit(this)), m_note(mutedLabel(this))
{
    const QString range = tr("from %1 to %2").arg(numberText(question.least), numberText(question.most));
    m_edit->setAccessibleName(tr("Your number, %1").arg(range));
    m_edit->setFixedWidth(static_cast<int>(scaled(14 * kGrid)));
    m_note->setText(range);
    connect(m_edit, &QLineEdit::textEdited, this, &QuestionView::edited);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addWidget(m_edit);
    row->addWidget(m_note, 1);
}

LessonPrediction NumberEntry::prediction() const
{
    QString typed = m_edit->text().trimmed();
    if (!typed.contains(QLatin1Char('.')))
        typed.replace(QLatin1Char(','), QLatin1Char('.')); // a decimal comma
    bool isNumber = false;
    const double value = QLocale::c().toDouble(typed, &isNumber);
    LessonPrediction found;
    if (isNumber && std::isfinite(value))
        found.numbers = {value};
    return found;
}

void NumberEntry::show(const LessonPrediction& prediction)
{
    m_edit->setText(prediction.numbers.empty() ? QString() : numberText(prediction.numbers[0]));
}

void NumberEntry::reveal(const LessonPrediction& outcome)
{
    QuestionView::reveal(outcome);
    m_note->setText(outcome.numbers.empty() ? QString() : tr("in the run: %1").arg(numberText(outcome.numbers[0])));
}

QWidget* NumberEntry::first()
{
    return m_edit;
}

MarkSlider::MarkSlider(int last, QWidget* parent)
    : QuestionView(parent), m_slider(new JumpSlider(Qt::Horizontal, this)), m_number(new QSpinBox(this)),
      m_never(new QCheckBox(tr("Never"), this)), m_note(mutedLabel(this))
{
    m_slider->setRange(0, last);
    m_slider->setPageStep(std::max(1, last / 10));
    m_slider->setAccessibleName(tr("Generation"));
    m_number->setRange(0, last);
    m_number->setAccessibleName(tr("Generation"));
    connect(m_slider, &QSlider::valueChanged, this, &MarkSlider::take);
    connect(m_number, &QSpinBox::valueChanged, this, &MarkSlider::take);
    connect(m_never, &QCheckBox::clicked, this, [this](bool isNever) {
        m_slider->setEnabled(!isNever);
        m_number->setEnabled(!isNever);
        m_isTouched = true;
        Q_EMIT edited();
    });
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(m_slider, 1);
    row->addWidget(m_number);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid);
    column->addLayout(row);
    column->addWidget(m_never);
    column->addWidget(m_note);
    m_note->hide();
}

void MarkSlider::take(int generation)
{
    const QSignalBlocker slider(m_slider), number(m_number);
    m_slider->setValue(generation);
    m_number->setValue(generation);
    m_isTouched = true;
    Q_EMIT edited();
}

LessonPrediction MarkSlider::prediction() const
{
    LessonPrediction found;
    if (m_never->isChecked())
        found.numbers = {std::numeric_limits<double>::infinity()};
    else if (m_isTouched)
        found.numbers = {static_cast<double>(m_number->value())};
    return found;
}

void MarkSlider::show(const LessonPrediction& prediction)
{
    m_isTouched = !prediction.isEmpty();
    if (prediction.numbers.empty())
        return;
    const QSignalBlocker slider(m_slider), number(m_number);
    const bool isNever = !std::isfinite(prediction.numbers[0]);
    m_never->setChecked(isNever);
    m_slider->setEnabled(!isNever);
    m_number->setEnabled(!isNever);
    if (!isNever) {
        m_slider->setValue(static_cast<int>(prediction.numbers[0]));
        m_number->setValue(static_cast<int>(prediction.numbers[0]));
    }
}

void MarkSlider::reveal(const LessonPrediction& outcome)
{
    QuestionView::reveal(outcome);
    m_note->setVisible(!outcome.numbers.empty());
    if (!outcome.numbers.empty())
        m_note->setText(std::isfinite(outcome.numbers[0]) ? tr("in the run: generation %1").arg(outcome.numbers[0])
                                                          : tr("in the run: never"));
}

QWidget* MarkSlider::first()
{
    return m_slider;
}

} // namespace hareloom::ui
