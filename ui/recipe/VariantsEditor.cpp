// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recipe/VariantsEditor.h"

#include "core/base/ReadJson.h"
#include "core/base/Text.h"
#include "core/experiment/Interaction.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/Variants.h"
#include "ui/language/EngineSentence.h"
#include "ui/theme/Theme.h"

#include <nlohmann/json.hpp>

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace hareloom::ui {

namespace {

constexpr int kLineHeight = 20;

bool isSame(const std::vector<Variant>& a, const std::vector<Variant>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Variant& one, const Variant& other) {
        return one.title == other.title && one.set == other.set;
    });
}

std::shared_ptr<const Interaction> shared(Interaction interaction)
{
    return std::make_shared<const Interaction>(std::move(interaction));
}

QLabel* smallLabel(QWidget* parent, const QString& text, const char* name)
{
    auto* label = new QLabel(text, parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setFont(themeFont(TextSize::Small));
    label->setWordWrap(true);
    return label;
}

} // namespace

QString settingsText(const Variant& variant)
{
    QStringList lines;
    for (const auto& [path, value] : variant.set) {
        const auto json = readJson(value);
        const std::string plain = json && json->is_string() ? json->get<std::string>() : value;
        lines << QString::fromStdString(path + " = " + plain);
    }
    return lines.join(QLatin1Char('\n'));
}

Result<std::vector<std::pair<std::string, std::string>>> settingsFrom(const QString& text,
                                                                      const Experiment& experiment)
{
    std::vector<std::pair<std::string, std::string>> set;
    Experiment changed = experiment;
    for (const QString& line : text.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const auto equals = line.indexOf(QLatin1Char('='));
        if (equals < 0)
            return invalidInput("variants: " + inQuotes(line.trimmed().toStdString()) +
                                " is no setting. Write a line such as policy.pool = all.");
        const std::string path = line.left(equals).trimmed().toStdString();
        const auto done = setField(changed, path, line.mid(equals + 1).trimmed().toStdString());
        if (!done)
            return done.error();
        set.emplace_back(path, findField(path)->get(changed).dump());
    }
    return set;
}

VariantsEditor::VariantsEditor(Recipe& recipe, QWidget* parent)
    : QWidget(parent), m_recipe(recipe), m_rows(nullptr), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(kGrid);
    connect(&recipe, &Recipe::changed, this, &VariantsEditor::refresh);
    rebuild();
}

void VariantsEditor::refresh()
{
    if (!isSame(m_shown, m_recipe.draft().variants))
        rebuild();
}

void VariantsEditor::rebuild()
{
    m_shown = m_recipe.draft().variants;
    if (m_rows) {
        m_rows->hide();
        m_rows->deleteLater();
    }
    m_rows = new QWidget(this);
    auto* rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kGrid);
    rows->addWidget(smallLabel(
        m_rows,
        m_shown.empty() ? tr("None: the experiment runs by itself. A variant runs beside it with a few "
                             "settings changed.")
                        : tr("These run side by side instead of the recipe alone, each with its own "
                             "settings."),
        "muted"));
    for (std::size_t v = 0; v < m_shown.size(); ++v)
        addRow(v);
    auto* buttons = new QHBoxLayout;
    auto* add = new QPushButton(tr("Add a variant"), m_rows);
    connect(add, &QPushButton::clicked, this, [this] {
        auto variants = m_shown;
        variants.push_back({tr("Variant %1").arg(variants.size() + 1).toStdString(), {}});
        const auto& readers = m_recipe.draft().interaction;
        take(variants, tr("new variant"), readers ? shared(withOneMore(*readers)) : nullptr);
    });
    buttons->addWidget(add);
    if (!m_shown.empty()) {
        auto* none = new QPushButton(tr("Remove all"), m_rows);
        none->setToolTip(tr("Run just the recipe, without variants"));
        connect(none, &QPushButton::clicked, this,
                [this] { take({}, tr("removal of all variants"), nullptr); });
        buttons->addWidget(none);
    }
    buttons->addStretch();
    rows->addLayout(buttons);
    m_column->addWidget(m_rows);
    m_rows->show();
}

void VariantsEditor::addRow(std::size_t v)
{
    const Variant& variant = m_shown[v];
    auto* rows = static_cast<QVBoxLayout*>(m_rows->layout());
    auto* title = new QLineEdit(QString::fromStdString(variant.title), m_rows);
    title->setAccessibleName(tr("Title of variant %1").arg(v + 1));
    auto* settings = new QPlainTextEdit(settingsText(variant), m_rows);
    settings->setAccessibleName(tr("Settings of variant %1, a line each").arg(v + 1));
    settings->setToolTip(tr("A setting a line, as in a file: policy.pool = all"));
    settings->setPlaceholderText(tr("policy.pool = all"));
    settings->setTabChangesFocus(true);
    settings->setFixedHeight(kLineHeight * std::clamp<int>(static_cast<int>(variant.set.size()) + 1, 2, 5));
    QLabel* problem = smallLabel(m_rows, {}, "problem");
    problem->hide();
    connect(title, &QLineEdit::editingFinished, this, [this, v, title] {
        auto variants = m_shown;
        if (v >= variants.size() || title->text().toStdString() == variants[v].title)
            return;
        m_shown[v].title = variants[v].title = title->text().toStdString();
        take(variants, tr("title of a variant"), m_recipe.draft().interaction);
    });
    connect(settings, &QPlainTextEdit::textChanged, this, [this, v, settings, problem] {
        const auto set = settingsFrom(settings->toPlainText(), m_recipe.draft());
        problem->setText(set ? QString() : engineSentence(set.error().message));
        problem->setVisible(!set);
        if (!set || *set == m_shown[v].set)
            return;
        m_shown[v].set = *set; // before the recipe says so: the row is not built anew under the cursor
        take(m_shown, tr("settings of variant %1").arg(v + 1), m_recipe.draft().interaction, true);
    });
    auto* buttons = new QHBoxLayout;
    auto* only = new QPushButton(tr("Just this"), m_rows);
    only->setToolTip(tr("Make this variant the whole recipe"));
    auto* remove = new QPushButton(tr("Remove"), m_rows);
    connect(only, &QPushButton::clicked, this, [this, v] { keepOnly(v); });
    connect(remove, &QPushButton::clicked, this, [this, v] {
        auto variants = m_shown;
        variants.erase(variants.begin() + static_cast<std::ptrdiff_t>(v));
        const auto& readers = m_recipe.draft().interaction;
        take(variants, tr("removal of a variant"),
             readers && variants.size() > 1 ? shared(withoutModel(*readers, v)) : nullptr);
    });
    buttons->addWidget(only);
    buttons->addWidget(remove);
    buttons->addStretch();
    rows->addWidget(title);
    rows->addWidget(settings);
    rows->addWidget(problem);
    rows->addLayout(buttons);
}

void VariantsEditor::take(const std::vector<Variant>& variants, const QString& what,
                          std::shared_ptr<const Interaction> interaction, bool isTyping)
{
    Experiment changed = m_recipe.draft();
    changed.variants = variants;
    changed.interaction = std::move(interaction);
    m_recipe.change(changed, what, isTyping);
}

void VariantsEditor::keepOnly(std::size_t variant)
{
    const auto only = onlyVariant(m_recipe.draft(), std::to_string(variant + 1));
    if (only)
        m_recipe.change(*only, tr("choice of one variant"));
}

} // namespace hareloom::ui
