// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recipe/FieldEditor.h"

#include "core/base/ReadJson.h"
#include "core/data/SourceKinds.h"
#include "ui/language/EngineWords.h"
#include "ui/recipe/FieldText.h"
#include "ui/recipe/MetricChecklist.h"
#include "ui/settings/Preferences.h"
#include "ui/theme/ElidingBox.h"
#include "ui/theme/JumpSlider.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QStandardItemModel>

#include <array>
#include <cmath>
#include <optional>

namespace hareloom::ui {

namespace {

using nlohmann::json;
using Edited = std::function<void()>;

constexpr int kTextHeight = 9 * kGrid;
constexpr int kProseHeight = 16 * kGrid;
constexpr int kListHeight = 22 * kGrid;
constexpr int kPercents = 100;

bool stands(const QString& now, FieldType type, const json& value)
{
    if (type == FieldType::LongText && value.is_array()) { // a list that is written as JSON
        const auto read = readJson(now.toStdString());
        return read && *read == value;
    }
    return valueOf(type, now) == value && !now.trimmed().isEmpty();
}

// Words that already stand for the value are left as they are: "1e3" does not become "1000" under the cursor.
template<class Edit>
void showText(Edit* edit, const QString& now, FieldType type, const json& value)
{
    if (stands(now, type, value))
        return;
    const QSignalBlocker quiet(edit);
    if constexpr (std::is_same_v<Edit, QLineEdit>) {
        edit->setText(textOf(type, value));
        if (value.is_array() && !edit->hasFocus())
            edit->setCursorPosition(0); // a list is read from its beginning, a path is told by its end
    } else
        edit->setPlainText(textOf(type, value));
}

FieldEditor lineEditor(FieldType type, QWidget* parent, const Edited& edited)
{
    auto* edit = new QLineEdit(parent);
    QObject::connect(edit, &QLineEdit::textEdited, edit, edited);
    return {edit, edit, false, [edit, type] { return valueOf(type, edit->text()); },
            [edit, type](const json& value) { showText(edit, edit->text(), type, value); }};
}

/// A folder, or a file: which of them the field's source is read from.
QString choosePath(const ExperimentField& field, const Experiment& draft, QWidget* parent)
{
    const QString title = engineWords(EngineList::Setting, field.label);
    const bool isFolder = field.names == PathKind::Folder || kindOf(draft.source).isFolder;
    const QString start = Preferences::startFolder();
    const QString path = isFolder ? QFileDialog::getExistingDirectory(parent, title, start)
                                  : QFileDialog::getOpenFileName(parent, title, start);
    if (!path.isEmpty())
        Preferences::setLastFolder(QFileInfo(path).absolutePath());
    return path;
}

FieldEditor pathEditor(const ExperimentField& field, Recipe& recipe, QWidget* parent, const Edited& edited)
{
    const FieldEditor line = lineEditor(field.type, parent, edited);
    auto* edit = static_cast<QLineEdit*>(line.widget);
    auto* choose = edit->addAction(QIcon(), QLineEdit::TrailingPosition); // the theme brings the icon
    choose->setText(QCoreApplication::translate("Recipe", "Choose\u2026"));
    QObject::connect(choose, &QAction::triggered, edit, [edit, edited, &field, &recipe] {
        const QString path = choosePath(field, recipe.draft(), edit);
        if (path.isEmpty())
            return;
        edit->setText(path);
        edited();
    });
    return line;
}

QPlainTextEdit* textBox(int height, QWidget* parent, const Edited& edited)
{
    auto* edit = new QPlainTextEdit(parent);
    edit->setFixedHeight(height);
    edit->setTabChangesFocus(true);
    edit->setUndoRedoEnabled(false);
    QObject::connect(edit, &QPlainTextEdit::textChanged, edit, edited);
    return edit;
}

FieldEditor textEditor(FieldType type, QWidget* parent, const Edited& edited)
{
    auto* edit = textBox(kTextHeight, parent, edited);
    return {edit, edit, true, [edit, type] { return valueOf(type, edit->toPlainText()); },
            [edit, type](const json& value) { showText(edit, edit->toPlainText(), type, value); }};
}

// Passages of prose, which may have commas: one a line; a line's end within one is written as \n.
FieldEditor passagesEditor(QWidget* parent, const Edited& edited)
{
    auto* edit = textBox(kProseHeight, parent, edited);
    const auto value = [edit] {
        json passages = json::array();
        for (const QString& line : edit->toPlainText().split(QLatin1Char('\n'))) {
            QString passage = line.trimmed();
            if (!passage.isEmpty())
                passages.push_back(passage.replace(QLatin1String("\\n"), QLatin1String("\n")).toStdString());
        }
        return passages;
    };
    const auto show = [edit, value](const json& passages) {
        if (value() == passages)
            return;
        QStringList lines;
        for (const json& passage : passages)
            lines << QString::fromStdString(passage.get<std::string>())
                         .replace(QLatin1Char('\n'), QLatin1String("\\n"));
        const QSignalBlocker quiet(edit);
        edit->setPlainText(lines.join(QLatin1String("\n\n")));
    };
    return {edit, edit, true, value, show};
}

// Words that are too long for the drawer end in its list, not in its width.
QComboBox* narrowBox(QWidget* parent)
{
    auto* box = new ElidingBox(parent);
    box->setFocusPolicy(Qt::StrongFocus);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    return box;
}

FieldEditor choiceEditor(const ExperimentField& field, QWidget* parent, const Edited& edited)
{
    auto* box = narrowBox(parent);
    for (const std::string& choice : field.choices)
        box->addItem(choiceText(field, choice), QString::fromStdString(choice));
    QObject::connect(box, &QComboBox::activated, box, edited);
    return {box, box, false, [box] { return json(box->currentData().toString().toStdString()); },
            [box](const json& value) {
                box->setCurrentIndex(box->findData(QString::fromStdString(value.get<std::string>())));
            }};
}

FieldEditor switchEditor(QWidget* parent, const Edited& edited)
{
    auto* box = new QCheckBox(QCoreApplication::translate("Recipe", "on"), parent);
    QObject::connect(box, &QCheckBox::clicked, box, edited);
    return {box, box, false, [box] { return json(box->isChecked()); },
            [box](const json& value) { box->setChecked(value.get<bool>()); }};
}

/// What a slider's positions stand for.
struct SliderScale
{
    int last = 0; // positions 0, 1, ... last
    std::function<double(int)> valueAt;
};

// 10, 20, 50, 100, ... 100,000.
double roundCount(int position)
{
    constexpr std::array kSteps = {10.0, 20.0, 50.0};
    return kSteps[static_cast<std::size_t>(position % 3)] * std::pow(10, position / 3);
}

std::optional<SliderScale> sliderOf(const ExperimentField& field)
{
    constexpr int kRoundCounts = 12;
    if (field.type == FieldType::Real && field.maximum == 1 && field.path.starts_with("policy."))
        return SliderScale{kPercents, [](int percent) { return percent / double(kPercents); }};
    if (field.type == FieldType::Integer && field.unit == "rows" && !field.plain.empty())
        return SliderScale{kRoundCounts, roundCount};
    return std::nullopt;
}

int nearestPosition(const SliderScale& scale, double value)
{
    int nearest = 0;
    for (int position = 1; position <= scale.last; ++position)
        if (std::abs(scale.valueAt(position) - value) < std::abs(scale.valueAt(nearest) - value))
            nearest = position;
    return nearest;
}

// Typed to any precision, or dragged from one round value to the next.
FieldEditor sliderEditor(const ExperimentField& field, const SliderScale& scale, QWidget* parent,
                         const Edited& edited)
{
    auto* whole = new QWidget(parent);
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    const FieldType type = field.type;
    const FieldEditor line = lineEditor(type, whole, edited);
    auto* edit = static_cast<QLineEdit*>(line.widget);
    edit->setFixedWidth((type == FieldType::Integer ? 10 : 7) * kGrid);
    auto* slider = new JumpSlider(Qt::Horizontal, whole);
    slider->setRange(0, scale.last);
    slider->setMinimumWidth(5 * kGrid);
    slider->setPageStep(std::max(1, scale.last / 10));
    row->addWidget(edit);
    row->addWidget(slider, 1);
    QObject::connect(slider, &QSlider::valueChanged, edit, [edit, edited, type, scale](int position) {
        const double value = scale.valueAt(position);
        edit->setText(textOf(type, type == FieldType::Integer ? json(std::llround(value)) : json(value)));
        edited();
    });
    return {whole, edit, false, line.value, [line, slider, scale](const json& value) {
                line.show(value);
                const QSignalBlocker quiet(slider);
                slider->setValue(nearestPosition(scale, value.get<double>()));
            }};
}

FieldEditor metricsEditor(Recipe& recipe, QWidget* parent)
{
    auto* view = new QListView(parent);
    view->setModel(new MetricChecklist(recipe, view));
    view->setObjectName(QStringLiteral("checklist"));
    view->setFixedHeight(kListHeight);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setTextElideMode(Qt::ElideRight);
    return {view, view, true, [&recipe] { return json(recipe.draft().evaluation.metrics); },
            [](const json&) {}};
}

// Which of the metrics that are measured ends a chain, or none.
FieldEditor stopEditor(Recipe& recipe, QWidget* parent, const Edited& edited)
{
    auto* box = narrowBox(parent);
    QObject::connect(box, &QComboBox::activated, box, edited);
    return {box, box, false, [box] { return json(box->currentData().toString().toStdString()); },
            [box, &recipe](const json& value) {
                box->clear();
                box->addItem(QCoreApplication::translate("Recipe", "never"), QString());
                for (const std::string& name : recipe.draft().evaluation.metrics)
                    box->addItem(QString::fromStdString(name), QString::fromStdString(name));
                box->setCurrentIndex(box->findData(QString::fromStdString(value.get<std::string>())));
            }};
}

} // namespace

FieldEditor makeEditor(const ExperimentField& field, Recipe& recipe, QWidget* parent, const Edited& edited)
{
    if (field.path == "evaluation.metrics")
        return metricsEditor(recipe, parent);
    if (field.path == "stopWhen.metric")
        return stopEditor(recipe, parent, edited);
    if (field.path == "evaluation.prompts")
        return passagesEditor(parent, edited);
    if (field.names != PathKind::Nothing)
        return pathEditor(field, recipe, parent, edited);
    if (const auto scale = sliderOf(field))
        return sliderEditor(field, *scale, parent, edited);
    switch (field.type) {
    case FieldType::Choice:
        return choiceEditor(field, parent, edited);
    case FieldType::Switch:
        return switchEditor(parent, edited);
    case FieldType::LongText:
    case FieldType::RealTable:
    case FieldType::RealTables:
        return textEditor(field.type, parent, edited);
    default:
        return lineEditor(field.type, parent, edited);
    }
}

} // namespace hareloom::ui
