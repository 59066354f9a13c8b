// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/recipe/ExperimentFields.h"

#include <nlohmann/json_fwd.hpp>

#include <QObject>
#include <QStringList>

QT_BEGIN_NAMESPACE
class QUndoStack;
QT_END_NAMESPACE

namespace hareloom::ui {

/// The experiment as it is being written, beside the one it was made from (a preset, a file). Every change
/// can be undone. What runs is none of its business. GUI thread.
class Recipe : public QObject
{
    Q_OBJECT
public:
    explicit Recipe(QObject* parent = nullptr);
    ~Recipe() override;

    /// Starts anew from `experiment`, with nothing to undo.
    void load(const Experiment& experiment);

    const Experiment& draft() const { return m_draft; }
    const Experiment& base() const { return m_base; }

    /// Takes over a value; refuses it with the field's own sentence. Changes of one field that follow each
    /// other are one to undo, until endTyping().
    Result<void> set(const ExperimentField& field, const nlohmann::json& value);
    void endTyping() { ++m_epoch; }
    /// Any other change; `what` names it for Undo. `isTyping`: one with the change before it, until
    /// endTyping().
    void change(const Experiment& changed, const QString& what, bool isTyping = false);
    /// The pool and shares of one of namedPolicies().
    void choosePolicy(std::string_view id);

    /// Whether somebody has given it a title of their own.
    bool isTitled() const;
    bool differs(const ExperimentField& field) const;
    bool differs() const;
    void reset(const ExperimentField& field);
    void resetAll();

    /// What is wrong with the whole, as a sentence that begins with a setting's path; empty when it can run.
    const QString& fault() const { return m_fault; }
    /// The setting that the fault is about, and why it is refused, as a sentence; both empty without one.
    const std::string& faultPath() const { return m_faultPath; }
    QString faultWords() const { return m_faultWords; }
    /// Titles of variants that set this path themselves, so that the recipe's own value does not count there.
    QStringList variantsThatSet(const ExperimentField& field) const;
    /// Labels of what the latest change took with it.
    const QStringList& alsoChanged() const { return m_alsoChanged; }

    QUndoStack* undoStack() const { return m_undo; }

Q_SIGNALS:
    void changed();

private:
    class Change;
    /// Adapts `changed` to its new value of `field`; returns labels of what went with it. What a person has
    /// written stays, and what is told of the preset comes back with its family and source.
    QStringList adaptTo(const ExperimentField& field, Experiment& changed) const;
    void push(Experiment changed, const QString& what, int mergeId);
    void put(const Experiment& draft);

    Experiment m_base, m_draft;
    QUndoStack* m_undo;
    QString m_fault, m_faultWords;
    std::string m_faultPath;
    QStringList m_alsoChanged;
    int m_epoch = 0;
};

/// Whether both give the same run.
bool isSameRecipe(const Experiment& a, const Experiment& b);

} // namespace hareloom::ui
