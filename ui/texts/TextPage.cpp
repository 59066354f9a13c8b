// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texts/TextPage.h"

#include "ui/texts/GuideFacts.h"
#include "ui/texts/MarkedText.h"
#include "ui/texts/TextsOf.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr std::size_t kMostPrompts = 12, kMostPassages = 6;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TextPage)
};

// The script breaks lines at "\n", as everybody does.
QString shown(const MarkedText& marked)
{
    return QString(marked.text).replace(QChar::LineSeparator, QLatin1Char('\n'));
}

QString promptOf(const std::string& prompt)
{
    return shown(markedText(prompt)).simplified();
}

QJsonArray marksOf(const MarkedText& marked)
{
    QJsonArray places;
    for (const MarkedText::Mark& mark : marked.marks)
        places << QJsonArray{mark.begin, mark.end, mark.phrase};
    return places;
}

QJsonArray wrongOf(const MarkedText& marked, const Statements& facts)
{
    QJsonArray places;
    for (const FactStatement& each : facts)
        if (!each.isRight)
            places << QJsonArray{marked.placeOf(each.begin), marked.placeOf(each.end),
                                 QString::fromStdString(each.inGuide)};
    return places;
}

/// How each generation answers the same prompts, and passages of its own sample.
class TextPage final : public PageStage
{
public:
    explicit TextPage(const WrittenTexts& first)
        : m_prompts(std::min(kMostPrompts, first.prompts.size())),
          m_passages(std::min(kMostPassages, first.passages.size())),
          m_all(first.prompts.size()),
          m_allPassages(first.passages.size())
    {
        for (std::size_t i = 0; i < m_prompts; ++i)
            m_given << promptOf(first.prompts[i]);
    }

    QJsonObject beginning() const override
    {
        QJsonArray choices;
        for (std::size_t i = 0; i < m_prompts; ++i)
            choices << Words::tr("Prompt %1 of %2").arg(i + 1).arg(m_all);
        for (std::size_t i = 0; i < m_passages; ++i)
            choices << Words::tr("Passage %1 of %2").arg(i + 1).arg(m_allPassages);
        return {{"kind", "texts"}, {"choices", choices}, {"prompts", QJsonArray::fromStringList(m_given)}};
    }

    QJsonObject moment(const StageFrame& frame) const override
    {
        const WrittenTexts* texts = textsOf(frame.to);
        QJsonArray written;
        for (std::size_t i = 0; texts && i < m_prompts; ++i)
            written << pieceOf(texts->answers, texts->prompts, texts->answerFacts, i);
        for (std::size_t i = 0; texts && i < m_passages; ++i)
            written << pieceOf(texts->passages, texts->passagePrompts, texts->passageFacts, i);
        return {{"texts", written}};
    }

private:
    static QJsonValue pieceOf(const std::vector<std::string>& texts, const std::vector<std::string>& prompts,
                              const std::vector<Statements>& facts, std::size_t i)
    {
        if (i >= texts.size())
            return {};
        const MarkedText marked = markedText(texts[i]);
        QJsonObject piece{{"text", shown(marked)},
                          {"marks", marksOf(marked)},
                          {"repeated", pageNumber(marked.repeatedShare(), 3)}};
        if (i < prompts.size() && !prompts[i].empty())
            piece["prompt"] = promptOf(prompts[i]);
        if (i < facts.size())
            piece["wrong"] = wrongOf(marked, facts[i]);
        return piece;
    }

    std::size_t m_prompts, m_passages, m_all, m_allPassages;
    QStringList m_given;
};

} // namespace

std::unique_ptr<PageStage> makeTextPage(const StageOrigin& origin, const Stage& /*stage*/)
{
    const WrittenTexts* first = textsOf(origin.generation);
    return first ? std::make_unique<TextPage>(*first) : nullptr;
}

} // namespace hareloom::ui
