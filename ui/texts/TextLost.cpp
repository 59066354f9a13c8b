// SPDX-License-Identifier: GPL-3.0-or-later
// TextStage: which words of the real text a chain writes no more.
#include "core/writing/LostWords.h"
#include "ui/texts/TextStage.h"
#include "ui/texts/TextsOf.h"

#include <QCoreApplication>

namespace hareloom::ui {

namespace {

QString times(double count)
{
    return QCoreApplication::translate("TextStage", "%1×").arg(count);
}

QString head(int lost, int all)
{
    return lost == 0
               ? QCoreApplication::translate("TextStage", "None of %n word(s) is lost yet", nullptr, all)
               : QCoreApplication::translate("TextStage", "%1 of %n word(s) are lost, in this order", nullptr,
                                             all)
                     .arg(lost);
}

} // namespace

const LostList& TextStage::lostUntil(const StageFrame& frame) const
{
    if (m_lostUntil == frame.to)
        return m_lost;
    m_lostUntil = frame.to;
    m_lost = {};
    m_lost.all = std::ssize(textsOf(m_origin.generation)->words);
    m_lost.things = QCoreApplication::translate("TextStage", "words");
    m_lost.head = head;
    m_lost.beforeTitle = QCoreApplication::translate("TextStage", "times in the real text");
    m_lost.beforeText = times;
    std::vector<GenerationPtr> chain{m_origin.generation};
    for (int g = 1; frame.history && g < frame.to->index; ++g)
        chain.push_back(frame.history->at(frame.chain, g));
    if (frame.to->index > 0)
        chain.push_back(frame.to);
    for (const LostWord& word : lostWords(chain)) {
        if (m_lost.losses.empty() || m_lost.losses.back().generation != word.generation)
            m_lost.losses.push_back({word.generation, {}});
        m_lost.losses.back().parts.push_back({QString::fromStdString(word.word), double(word.count)});
    }
    return m_lost;
}

} // namespace hareloom::ui
