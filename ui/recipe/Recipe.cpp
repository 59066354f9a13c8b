// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recipe/Recipe.h"

#include "core/recipe/Adaptation.h"
#include "core/recipe/ExperimentJson.h"
#include "core/recipe/NamedPolicies.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/EngineWords.h"
#include "ui/recipe/FieldText.h"

#include <nlohmann/json.hpp>

#include <QUndoStack>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr int kNoMerge = -1;

// Of typing in a field, or elsewhere: after the last field.
int mergeIdOf(int epoch, std::size_t field)
{
    return epoch * (static_cast<int>(experimentFields().size()) + 1) + static_cast<int>(field);
}

} // namespace

/// One step to undo. Steps with the same id become one.
class Recipe::Change : public QUndoCommand
{
public:
    Change(Recipe& recipe, Experiment after, const QString& what, int mergeId)
        : QUndoCommand(what),
          m_recipe(recipe),
          m_before(recipe.m_draft),
          m_after(std::move(after)),
          m_also(recipe.m_alsoChanged),
          m_mergeId(mergeId)
    {
    }

    int id() const override { return m_mergeId; }
    void undo() override
    {
        m_recipe.m_alsoChanged.clear();
        m_recipe.put(m_before);
    }
    void redo() override
    {
        m_recipe.m_alsoChanged = m_also;
        m_recipe.put(m_after);
    }
    bool mergeWith(const QUndoCommand* other) override
    {
        const auto* later = static_cast<const Change*>(other);
        m_after = later->m_after;
        m_also = later->m_also;
        return true;
    }

private:
    Recipe& m_recipe;
    Experiment m_before, m_after;
    QStringList m_also; // labels of what it took with it
    int m_mergeId;
};

Recipe::Recipe(QObject* parent) : QObject(parent), m_undo(new QUndoStack(this)) {}

// A stack says that it is empty while it dies; those who listen may be gone by then.
Recipe::~Recipe()
{
    m_undo->blockSignals(true);
}

void Recipe::load(const Experiment& experiment)
{
    m_base = experiment;
    m_undo->clear();
    m_alsoChanged.clear();
    put(experiment);
}

Result<void> Recipe::set(const ExperimentField& field, const nlohmann::json& value)
{
    Experiment changed = m_draft;
    auto done = field.set(changed, value);
    if (!done || field.get(changed) == field.get(m_draft))
        return done;
    m_alsoChanged = adaptTo(field, changed);
    const auto index = static_cast<std::size_t>(&field - experimentFields().data());
    push(std::move(changed), tr("change of %1").arg(engineWords(EngineList::Setting, field.label)),
         mergeIdOf(m_epoch, index));
    return {};
}

bool Recipe::isTitled() const
{
    return m_draft.title != m_base.title && m_draft.title != titleByKind(m_draft);
}

QStringList Recipe::adaptTo(const ExperimentField& field, Experiment& changed) const
{
    QStringList labels;
    for (const ExperimentField* other : adapt(changed, field.path)) {
        const bool isWritten = other->path == "title"
                                   ? isTitled()
                                   : (other->path == "question" || other->path == "story") && differs(*other);
        if (!isWritten || !other->set(changed, other->get(m_draft)))
            labels << engineWords(EngineList::Setting, other->label);
    }
    const bool isBack = changed.family == m_base.family && changed.source.kind == m_base.source.kind;
    const bool wasAway = m_draft.family != m_base.family || m_draft.source.kind != m_base.source.kind;
    if (isBack && wasAway && changed.question.empty() && changed.story.empty()) {
        if (!isTitled())
            changed.title = m_base.title;
        changed.question = m_base.question;
        changed.story = m_base.story;
    }
    return labels;
}

void Recipe::change(const Experiment& changed, const QString& what, bool isTyping)
{
    m_alsoChanged.clear();
    push(changed, what, isTyping ? mergeIdOf(m_epoch, experimentFields().size()) : kNoMerge);
}

void Recipe::choosePolicy(std::string_view id)
{
    Experiment changed = m_draft;
    changed.policy = namedPolicy(id, m_draft);
    change(changed, tr("choice of a loop"));
}

bool Recipe::differs(const ExperimentField& field) const
{
    return field.get(m_draft) != field.get(m_base);
}

bool Recipe::differs() const
{
    return !isSameRecipe(m_draft, m_base);
}

void Recipe::reset(const ExperimentField& field)
{
    Experiment changed = m_draft;
    if (!field.set(changed, field.get(m_base)))
        return;
    m_alsoChanged = adaptTo(field, changed);
    push(std::move(changed), tr("reset of %1").arg(engineWords(EngineList::Setting, field.label)), kNoMerge);
}

void Recipe::resetAll()
{
    change(m_base, tr("reset of the recipe"));
}

QStringList Recipe::variantsThatSet(const ExperimentField& field) const
{
    QStringList titles;
    for (const Variant& variant : m_draft.variants)
        if (std::any_of(variant.set.begin(), variant.set.end(),
                        [&](const auto& setting) { return setting.first == field.path; }))
            titles << engineWords(EngineList::Preset, variant.title);
    return titles;
}

void Recipe::push(Experiment changed, const QString& what, int mergeId)
{
    m_undo->push(new Change(*this, std::move(changed), what, mergeId));
}

void Recipe::put(const Experiment& draft)
{
    m_draft = draft;
    const auto valid = validate(m_draft);
    m_fault = valid ? QString() : engineSentence(valid.error().message);
    m_faultPath = valid ? std::string() : valid.error().path;
    m_faultWords = valid ? QString() : whyOf(valid.error());
    Q_EMIT changed();
}

bool isSameRecipe(const Experiment& a, const Experiment& b)
{
    return a.baseFolder == b.baseFolder && toText(a) == toText(b);
}

} // namespace hareloom::ui
