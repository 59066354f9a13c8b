// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teller/ChainStory.h"

#include "core/teller/ToldRunOf.h"
#include "ui/language/EngineWords.h"
#include "ui/plot/Ticks.h"
#include "ui/teller/Words.h"

#include <QCoreApplication>

#include <algorithm>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

} // namespace

QString markName(MarkKind kind)
{
    switch (kind) {
    case MarkKind::Early:
        return tr("early collapse");
    case MarkKind::Late:
        return tr("late collapse");
    case MarkKind::Copying:
        break;
    }
    return tr("stops inventing");
}

QString shortMarkName(MarkKind kind)
{
    switch (kind) {
    case MarkKind::Early:
        return tr("early");
    case MarkKind::Late:
        return tr("late");
    case MarkKind::Copying:
        break;
    }
    return tr("stops inventing");
}

QString copyingDefinition()
{
    return tr("It stops inventing: what it draws lies less than half as far from the rows that it learned "
              "from as in "
              "generation 0, in the mean. Shi et al. (arXiv 2509.16499) follow that distance as it falls and "
              "name no "
              "threshold; the half is ours. Marked at the first such generation, and not withdrawn.");
}

QString earlyDefinition()
{
    const CollapseCriteria c;
    return tr("Early collapse: the tails, what is rare, are being lost, while averages may still look fine. "
              "Marked where "
              "they stay below %1 of generation 0's for %2 generations, or where a group is lost; withdrawn "
              "when they "
              "are above %3 again, and the variance is not below half: a narrow model that has drifted out "
              "there has no "
              "tails.")
        .arg(numberText(c.tailFraction))
        .arg(c.persistence)
        .arg(numberText(c.tailReturn));
}

QString lateDefinition()
{
    const CollapseCriteria c;
    return tr("Late collapse: little of the original variety is left. Marked where the spread stays below %1 "
              "of "
              "generation 0's for %2 generations, or where fewer than half of the groups are left; withdrawn "
              "when the "
              "spread is above %3 again.")
        .arg(numberText(c.spreadFraction))
        .arg(c.persistence)
        .arg(numberText(c.spreadReturn));
}

ChainStory::ChainStory(const LabSession& session, QObject* parent) : QObject(parent), m_session(session)
{
    // What became of a chain is told when it goes no further.
    connect(&session, &LabSession::stateChanged, this, &ChainStory::changed);
}

void ChainStory::setChain(ChainIndex chain)
{
    m_chain = chain;
    m_names.clear();
    tellAnew();
}

void ChainStory::setNames(std::vector<std::string> names)
{
    for (std::string& name : names)
        name = engineWords(EngineList::State, name).toStdString();
    if (names == m_names)
        return;
    m_names = std::move(names);
    tellAnew();
}

void ChainStory::tellAnew()
{
    m_teller.reset();
    m_first.reset();
    m_heard = 0;
    refresh();
    Q_EMIT changed();
}

void ChainStory::refresh()
{
    const History& history = m_session.history();
    const int there = history.count(m_chain);
    if (m_first && history.at(m_chain, 0) != m_first)
        return tellAnew(); // another run
    if (there == m_heard)
        return;
    if (!m_teller) {
        m_teller = std::make_unique<Teller>(
            toldRunOf(m_session.experimentOf(m_chain), m_names, m_session.variants().size() > 1));
    }
    m_first = history.at(m_chain, 0);
    for (; m_heard < there; ++m_heard)
        m_teller->add(history.at(m_chain, m_heard));
    Q_EMIT changed();
}

const std::vector<Event>& ChainStory::events() const
{
    static const std::vector<Event> none;
    return m_teller ? m_teller->events() : none;
}

std::optional<std::size_t> ChainStory::eventAt(int generation) const
{
    const auto& all = events();
    const auto after = std::upper_bound(all.begin(), all.end(), generation,
                                        [](int g, const Event& event) { return g < event.generation; });
    return after == all.begin() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(after - all.begin()) - 1);
}

bool ChainStory::isOver() const
{
    const RunState state = m_session.state();
    return state == RunState::Finished || state == RunState::Stopped;
}

std::optional<ChainStory::Line> ChainStory::endAt(int shown) const
{
    if (!m_teller || !isOver() || shown <= 0 || shown < m_heard - 1)
        return {};
    const auto summary = m_teller->summary();
    if (summary.empty())
        return {};
    return Line{words(summary.front()), allWords({summary.begin() + 1, summary.end()}), -1};
}

ChainStory::Line ChainStory::lineAt(int shown) const
{
    if (const auto end = endAt(shown))
        return *end;
    const auto found = m_teller ? eventAt(shown) : std::nullopt;
    if (!found)
        return {engineWords(EngineList::Preset, m_session.experimentOf(m_chain).story), {}, -1};
    const Event& event = events()[*found];
    return {words(event), reasonWords(event), event.generation};
}

MarkWords ChainStory::marks() const
{
    MarkWords marks;
    if (!m_teller)
        return marks;
    const auto say = [](const Event& event, const QString& definition) {
        return fullWords(event) + QStringLiteral("\n\n") + definition;
    };
    if (const auto early = m_teller->earlyEvent()) {
        marks.early = early->generation;
        marks.earlyWords = say(*early, earlyDefinition());
    }
    if (const auto late = m_teller->lateEvent()) {
        marks.late = late->generation;
        marks.lateWords = say(*late, lateDefinition());
    }
    for (const Event& event : m_teller->events())
        if (event.key == "inventsLess") {
            marks.copying = event.generation;
            marks.copyingWords = say(event, copyingDefinition());
            break;
        }
    return marks;
}

} // namespace hareloom::ui
