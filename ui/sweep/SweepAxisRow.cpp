// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sweep/SweepAxisRow.h"

#include "core/base/Text.h"
#include "core/recipe/ExperimentFields.h"
#include "ui/language/EngineWords.h"
#include "ui/plot/ViewText.h"
#include "ui/theme/ElidingBox.h"
#include "ui/theme/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace hareloom::ui {

namespace {

using Json = nlohmann::json;

bool isNumber(const ExperimentField& field)
{
    return field.type == FieldType::Integer || field.type == FieldType::Real;
}

bool canBeSwept(const ExperimentField& field, const Experiment& experiment)
{
    const bool isLine = isNumber(field) || field.type == FieldType::Choice || field.type == FieldType::Switch;
    return isLine && field.path != "chains" && (!field.applies || field.applies(experiment));
}

/// A number where it is one, else the word: "0.1", "latest", "true".
Json valueOf(const QString& text)
{
    const std::string word = text.trimmed().toStdString();
    const Json parsed = Json::parse(word, nullptr, false);
    if (parsed.is_number() || parsed.is_boolean())
        return parsed;
    const auto number = parseNumber(word); // ".2", "+1"
    return number ? Json(*number) : Json(word);
}

QString textOf(const Json& value)
{
    return QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
}

QLineEdit* lineFor(const QString& name, QWidget* parent)
{
    auto* made = new QLineEdit(parent);
    made->setAccessibleName(name);
    return made;
}

} // namespace

SweepAxisRow::SweepAxisRow(const Experiment& experiment, QWidget* parent)
    : QWidget(parent),
      m_experiment(experiment),
      m_setting(new ElidingBox(this)),
      m_form(new ElidingBox(this)),
      m_list(lineFor(tr("Values"), this)),
      m_from(lineFor(tr("First value"), this)),
      m_to(lineFor(tr("Last value"), this)),
      m_count(lineFor(tr("Number of values"), this)),
      m_toWords(new QLabel(tr("to"), this)),
      m_countWords(new QLabel(tr("values"), this)),
      m_remove(new QToolButton(this))
{
    m_setting->setAccessibleName(tr("Setting"));
    m_form->setAccessibleName(tr("Values as"));
    m_form->addItems({tr("these values"), tr("even steps"), tr("even ratios")});
    m_list->setPlaceholderText(tr("values with commas between them"));
    m_list->setMinimumWidth(22 * kGrid);
    for (QLineEdit* edit : {m_from, m_to})
        edit->setFixedWidth(static_cast<int>(scaled(9 * kGrid)));
    m_count->setFixedWidth(static_cast<int>(scaled(6 * kGrid)));
    m_remove->setText(QStringLiteral("×"));
    m_remove->setToolTip(tr("Do not vary this setting"));
    m_remove->setAccessibleName(m_remove->toolTip());
    for (const ExperimentField& field : experimentFields())
        if (canBeSwept(field, experiment)) {
            m_setting->addItem(engineWords(EngineList::Setting, field.label),
                               QString::fromStdString(field.path));
            m_setting->setItemData(m_setting->count() - 1, engineWords(EngineList::Setting, field.help),
                                   Qt::ToolTipRole);
        }
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addWidget(m_setting, 1);
    row->addWidget(m_form);
    row->addWidget(m_list, 2);
    for (QWidget* part : std::initializer_list<QWidget*>{m_from, m_toWords, m_to, m_count, m_countWords})
        row->addWidget(part);
    row->addStretch();
    row->addWidget(m_remove);
    connect(m_setting, &QComboBox::activated, this, &SweepAxisRow::suggestValues);
    connect(m_form, &QComboBox::activated, this, &SweepAxisRow::adapt);
    for (QLineEdit* edit : {m_list, m_from, m_to, m_count})
        connect(edit, &QLineEdit::textChanged, this, &SweepAxisRow::changed);
    connect(m_remove, &QToolButton::clicked, this, &SweepAxisRow::removed);
    adapt();
}

const ExperimentField* SweepAxisRow::field() const
{
    return findField(path());
}

std::string SweepAxisRow::path() const
{
    return m_setting->currentData().toString().toStdString();
}

void SweepAxisRow::suggest(const QStringList& preferred)
{
    for (const QString& path : preferred)
        if (const int index = m_setting->findData(path); index >= 0) {
            m_setting->setCurrentIndex(index);
            break;
        }
    suggestValues();
}

// Shares and the like from none to some; other numbers over two powers of ten around the present one.
void SweepAxisRow::suggestValues()
{
    constexpr double kWide = 10;
    constexpr int kSteps = 9;
    const ExperimentField* setting = field();
    if (!setting)
        return;
    m_form->setCurrentIndex(List);
    if (setting->type == FieldType::Choice) {
        QStringList words;
        for (const std::string& choice : setting->choices)
            words << QString::fromStdString(choice);
        m_list->setText(words.join(QStringLiteral(", ")));
    } else if (setting->type == FieldType::Switch)
        m_list->setText(QStringLiteral("false, true"));
    else if (setting->minimum == 0 && setting->maximum == 1)
        m_list->setText(QStringLiteral("0, 0.01, 0.03, 0.1, 0.3"));
    else {
        const Json now = setting->get(m_experiment);
        const double value = now.is_number() && now.get<double>() > 0 ? now.get<double>() : 1;
        const bool isWhole = setting->type == FieldType::Integer;
        const double least = std::max({value / kWide, setting->minimum, isWhole ? 1.0 : 0.0});
        m_form->setCurrentIndex(Ratios);
        m_from->setText(QString::fromStdString(shortNumber(isWhole ? std::ceil(least) : least)));
        m_to->setText(QString::fromStdString(shortNumber(std::min(value * kWide, setting->maximum))));
        m_count->setText(QString::number(kSteps));
    }
    adapt();
}

bool SweepAxisRow::show(const std::string& path, const Json& values)
{
    const int index = m_setting->findData(QString::fromStdString(path));
    if (index < 0)
        return false;
    m_setting->setCurrentIndex(index);
    if (values.is_object()) {
        const Form form = values.contains("log") ? Ratios : Even;
        const Json range = values.value(form == Ratios ? "log" : "linear", Json());
        if (!range.is_array() || range.size() != 3)
            return false;
        m_form->setCurrentIndex(form);
        m_from->setText(textOf(range[0]));
        m_to->setText(textOf(range[1]));
        m_count->setText(textOf(range[2]));
    } else {
        QStringList words;
        for (const Json& value : values)
            if (value.is_structured())
                return false;
            else
                words << textOf(value);
        m_form->setCurrentIndex(List);
        m_list->setText(words.join(QStringLiteral(", ")));
    }
    adapt();
    return true;
}

Json SweepAxisRow::values() const
{
    if (m_form->currentIndex() != List)
        return {{m_form->currentIndex() == Ratios ? "log" : "linear",
                 {valueOf(m_from->text()), valueOf(m_to->text()), valueOf(m_count->text())}}};
    Json values = Json::array();
    for (const QString& word : m_list->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (!word.trimmed().isEmpty())
            values.push_back(valueOf(word));
    return values;
}

void SweepAxisRow::adapt()
{
    const ExperimentField* setting = field();
    const bool hasRange = setting && isNumber(*setting);
    if (!hasRange)
        m_form->setCurrentIndex(List);
    m_form->setEnabled(hasRange);
    const bool isList = m_form->currentIndex() == List;
    m_list->setVisible(isList);
    for (QWidget* part : std::initializer_list<QWidget*>{m_from, m_toWords, m_to, m_count, m_countWords})
        part->setVisible(!isList);
    Q_EMIT changed();
}

} // namespace hareloom::ui
