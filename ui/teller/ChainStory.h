// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/teller/Teller.h"
#include "ui/session/LabSession.h"

#include <QObject>

#include <array>
#include <memory>
#include <optional>

namespace hareloom::ui {

/// What is marked in a chain: where collapse begins, and where a diffusion model begins to repeat what it
/// learned from.
enum class MarkKind { Early, Late, Copying };
inline constexpr std::array kMarkKinds = {MarkKind::Early, MarkKind::Late, MarkKind::Copying};
/// "early collapse", "late collapse", "stops inventing"
QString markName(MarkKind kind);
/// "early", "late", "stops inventing"
QString shortMarkName(MarkKind kind);

/// Where a chain's marks stand, as generation indices, and what they say: definition, numbers and thresholds.
struct MarkWords
{
    std::optional<int> early, late;
    QString earlyWords, lateWords;
    std::optional<int> copying = {};
    QString copyingWords = {};

    const std::optional<int>& at(MarkKind kind) const
    {
        return kind == MarkKind::Early ? early : kind == MarkKind::Late ? late : copying;
    }
    const QString& wordsOf(MarkKind kind) const
    {
        return kind == MarkKind::Early ? earlyWords : kind == MarkKind::Late ? lateWords : copyingWords;
    }
};

/// What is told of the chain in view, as far as it has come: the engine's events (core/teller). GUI thread.
class ChainStory : public QObject
{
    Q_OBJECT
public:
    /// `session` outlives this.
    explicit ChainStory(const LabSession& session, QObject* parent = nullptr);

    /// Another chain, or another experiment. `names`: of its states, variables or classes; may come later.
    void setChain(ChainIndex chain);
    /// Tells anew what has names now.
    void setNames(std::vector<std::string> names);
    /// Hears what is new in the history; begins anew where that was cleared.
    void refresh();

    const std::vector<Event>& events() const;
    /// The newest event at a generation or before it; none before the first.
    std::optional<std::size_t> eventAt(int generation) const;
    /// What there is to say while a generation is shown: the experiment's story before the first event, then the newest
    /// event, and at the end of a chain that goes no further what became of it.
    struct Line
    {
        QString sentence, reason;
        int generation = -1; // of the event; -1: it is none
        bool operator==(const Line&) const = default;
    };
    Line lineAt(int shown) const;
    /// What became of a chain that goes no further, while its last generation is shown; else nothing.
    std::optional<Line> endAt(int shown) const;
    MarkWords marks() const;

Q_SIGNALS:
    void changed();

private:
    void tellAnew();
    bool isOver() const;

    const LabSession& m_session;
    ChainIndex m_chain = 0;
    std::vector<std::string> m_names;
    std::unique_ptr<Teller> m_teller; // null before the first generation
    GenerationPtr m_first;             // that the teller heard
    int m_heard = 0;
};

/// What early and late collapse are, with their thresholds, in two sentences each.
QString earlyDefinition();
QString lateDefinition();
/// Where a model stops inventing, in two sentences.
QString copyingDefinition();

} // namespace hareloom::ui
