// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "ui/presets/OwnSource.h"
#include "ui/stage/Quantities.h"
#include "ui/stage/RealRows.h"
#include "ui/stage/Stage.h"
#include "ui/theme/Icons.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace hareloom::ui {

class StageOverlay;
class StageView;

/// One prompt and what a report's generations answer.
struct AnsweredPrompt
{
    QString prompt;
    QList<QStringList> answers; // generation, answer
};

/// What models wrote, for a report.
struct Writings
{
    std::vector<AnsweredPrompt> prompts;
    QString note; // how many are left out; may be empty
};

/// How one family appears in the window. A family has one, in its folder of ui/families; ui/families/Faces.h
/// finds it by the family's name. What the window asks is answered here and not decided by name elsewhere;
/// what a family can do is asked of core's Family instead. Everything but the name has an answer that suits a
/// family of which nothing is known. A face is asked about its own family's snapshots, and takes any other
/// kind for one that it cannot draw. Immutable; GUI thread.
class Face
{
public:
    /// `family`: core's name of it, which outlives this; empty for a family that nobody knows.
    explicit Face(std::string_view family) : m_family(family) {}
    virtual ~Face() = default;
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;

    std::string_view family() const { return m_family; }
    /// As core calls it: "Images".
    QString title() const;
    /// What core calls its rows: "images", "blocks", "rows".
    QString rowsWord() const;
    virtual DrawGlyph glyph() const;

    /// The stage for chains that begin with this snapshot; null where nobody can draw them.
    virtual std::unique_ptr<Stage> makeStage(const Snapshot& first) const;
    /// What lies over the stage and follows what is read there, as a child of the view; null: nothing.
    virtual StageOverlay* makeOverlay(StageView& view) const;
    /// What can be said of every generation of a chain that begins with this snapshot, the most telling
    /// first; metrics are added by others. `variables`: their names, may be fewer than there are.
    virtual std::vector<Quantity> quantities(const Snapshot& first,
                                             const std::vector<std::string>& variables) const;
    /// Whether chains that begin with these two can be drawn on the same axes. The first is of this family.
    virtual bool sharesAxes(const Snapshot& own, const Snapshot& other) const;

    /// Before generation 0: the real data, in ink. `room`: the stage below its title; `invites`: the
    /// invitation to run is painted over it, with its middle at invitationAt().
    virtual void paintRealData(QPainter& painter, const QRectF& room, const RealData& data, bool invites,
                               const Theme& theme) const;
    /// Vertical.
    virtual double invitationAt(const QRectF& room, const RealData& data) const;
    /// While generation 0 learns: what paintLearning() shows of the model so far; empty: it shows nothing,
    /// and the real data stay.
    virtual QString learningWords(const RealData& data, const Snapshot& draft) const;
    /// Needs learningWords().
    virtual void paintLearning(QPainter& painter, const QRectF& room, const RealData& data,
                               const Snapshot& draft, const Theme& theme) const;

    /// Whether its models write texts that can be exported.
    virtual bool writesTexts() const { return false; }
    /// The first prompts of a chain and what some of its generations answer.
    virtual Writings writingsOf(const History& history, ChainIndex chain,
                                const QList<int>& generations) const;

    /// Whether a table with such columns of somebody's own becomes an experiment of this family.
    virtual bool takesColumns(bool areNumbers, std::size_t columns) const;
    /// The quick experiment on a file or folder of somebody's own, ready to run; nothing where the family
    /// does not learn from it. Looks at names and at a text's beginning only.
    virtual OwnExperiment experimentOn(const QString& path) const;

private:
    std::string_view m_family;
};

/// Finds the face of a family by core's name: ui/families/Faces.h has one, and hands it to the rooms below.
using FaceOf = const Face& (*)(std::string_view family);

} // namespace hareloom::ui
