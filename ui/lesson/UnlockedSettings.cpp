// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lesson/UnlockedSettings.h"

#include "core/recipe/ExperimentFields.h"
#include "ui/recipe/FieldControl.h"

#include <nlohmann/json.hpp>

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hareloom::ui {

UnlockedSettings::UnlockedSettings(const Experiment& experiment, const std::vector<std::string>& paths,
                                   const SettingList& changed, QWidget* parent)
    : QWidget(parent), m_try(new QPushButton(tr("Try it"), this))
{
    m_recipe.load(experiment);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid);
    for (const std::string& path : paths)
        if (const ExperimentField* field = findField(path)) {
            m_controls.push_back(new FieldControl(*field, m_recipe, this));
            column->addWidget(m_controls.back());
        }
    column->addWidget(m_try, 0, Qt::AlignRight);
    for (const auto& [path, value] : changed)
        if (const ExperimentField* field = findField(path))
            (void)m_recipe.set(*field, nlohmann::json::parse(value, nullptr, false));
    const auto adapt = [this] {
        m_try->setEnabled(m_recipe.fault().isEmpty());
        m_try->setToolTip(m_recipe.fault());
    };
    connect(&m_recipe, &Recipe::changed, this, adapt);
    connect(m_try, &QPushButton::clicked, this, &UnlockedSettings::tried);
    adapt();
}

SettingList UnlockedSettings::changed() const
{
    SettingList list;
    for (const FieldControl* each : m_controls)
        if (m_recipe.differs(each->field()))
            list.emplace_back(each->field().path, each->field().get(m_recipe.draft()).dump());
    return list;
}

FieldControl* UnlockedSettings::control(std::string_view path) const
{
    const auto found = std::find_if(m_controls.begin(), m_controls.end(),
                                    [path](const FieldControl* each) { return each->field().path == path; });
    return found == m_controls.end() ? nullptr : *found;
}

void UnlockedSettings::setTheme(const Theme& theme)
{
    for (FieldControl* each : m_controls)
        each->setTheme(theme);
}

} // namespace hareloom::ui
