// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/discrete/LostStates.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::LostStates", text);
}

QString percent(double share)
{
    return QCoreApplication::translate("hareloom::ui::LostStates", "%1%").arg(numberText(100 * share));
}

QString head(int lost, int all)
{
    return lost == 0 ? QCoreApplication::translate("hareloom::ui::LostStates",
                                                   "None of %n state(s) is lost yet", nullptr, all)
                     : QCoreApplication::translate("hareloom::ui::LostStates",
                                                   "%1 of %n state(s) are lost, in this order", nullptr, all)
                           .arg(lost);
}

} // namespace

void LostStates::begin(const GenerationPtr& first)
{
    m_first = first;
    m_until.reset();
}

void LostStates::read(const Generation& generation) const
{
    const Categorical* states = generation.snapshot ? generation.snapshot->categorical() : nullptr;
    if (!states || states->probabilities.size() != std::ssize(m_lastAlive))
        return;
    for (Eigen::Index k = 0; k < states->probabilities.size(); ++k)
        if (states->probabilities[k] > 0)
            m_lastAlive[static_cast<std::size_t>(k)] = generation.index;
}

LostList LostStates::at(const StageFrame& frame, const StateNames& names) const
{
    const Vector& first = m_first->snapshot->categorical()->probabilities;
    const int last = frame.to->index;
    if (!m_until || m_chain != frame.chain || m_until->index > last) {
        m_lastAlive.assign(static_cast<std::size_t>(first.size()), -1);
        m_until = m_first;
        m_chain = frame.chain;
        read(*m_first);
    }
    for (int g = m_until->index + 1; frame.history && g < last; ++g)
        if (const GenerationPtr generation = frame.history->at(frame.chain, g))
            read(*generation);
    read(*frame.to);
    m_until = frame.to;

    std::map<int, std::vector<LostPart>> losses;
    LostList list;
    list.things = tr("states");
    list.head = head;
    list.beforeTitle = tr("probability, generation 0");
    list.beforeText = percent;
    for (Eigen::Index k = 0; k < first.size(); ++k) {
        list.all += first[k] > 0 ? 1 : 0;
        const int alive = m_lastAlive[static_cast<std::size_t>(k)];
        if (first[k] > 0 && alive < last)
            losses[alive + 1].push_back({names.called(static_cast<int>(k)), first[k]});
    }
    for (auto& [generation, parts] : losses) {
        std::stable_sort(parts.begin(), parts.end(),
                         [](const LostPart& a, const LostPart& b) { return a.before > b.before; });
        list.losses.push_back({generation, std::move(parts)});
    }
    return list;
}

} // namespace hareloom::ui
