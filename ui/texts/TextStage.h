// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/LostList.h"
#include "ui/stage/Stage.h"
#include "ui/texts/GuideFacts.h"
#include "ui/texts/MarkedText.h"
#include "ui/texts/PerplexityHistogram.h"
#include "ui/texts/TextColumn.h"
#include "ui/texts/WordDifference.h"

namespace hareloom::ui {

class ClassStream;

/// What a model writes: how each generation answers the same prompt, side by side; which words have
/// come and gone; how likely generation 0 finds each generation's text; what it speaks of; and which words it writes no
/// more. A way of looking whose data generation 0 lacks is not offered.
class TextStage final : public Stage
{
public:
    enum class Mode { Pages, Difference, Perplexity, Topics, Lost };

    void setOrigin(StageOrigin origin) override;
    QStringList modes() const override;
    bool drawsRows() const override { return false; }
    void paint(QPainter& painter, const QRectF& area, const StageFrame& frame, const StageOptions& options,
               const Theme& theme) override;
    bool comparesGenerations(const StageOptions& options) const override;
    int mostScroll(const QRectF& area, const StageFrame& frame, const StageOptions& options) const override;
    // TextThumbnail.cpp
    void paintThumbnail(QPainter& painter, const QRectF& area, const GenerationPtr& generation, double share,
                        const StageOptions& options, const Theme& theme) override;
    // TextStep.cpp
    bool showsSteps() const override { return true; }
    bool stepNeedsRows() const override { return false; }
    void paintStep(QPainter& painter, const QRectF& area, const SlowStep& step, const Theme& theme) override;
    QString fitWords(const SlowStep& step) const override;
    // TextReadings.cpp
    QStringList choices(const StageFrame& frame, const StageOptions& options) const override;
    ChoiceWords choiceWords() const override;
    QString text(const StageFrame& frame, const StageOptions& options) const override;
    std::vector<StageFact> facts(const StageFrame& frame) const override;
    std::vector<LegendEntry> legend(const StageFrame& frame, const StageOptions& options,
                                    const Theme& theme) const override;
    QString spoken(const StageFrame& frame, const StageOptions& options) const override;
    DataTable table(const StageFrame& frame, const StageOptions& options) const override;
    StagePlot plot(const QRectF& area, const StageFrame& frame, const StageOptions& options) const override;
    std::optional<StageReading> read(const QPointF& at, const QRectF& area, const StageFrame& frame,
                                     const StageOptions& options) const override;

private:
    static constexpr double kBar = 4; // over a text, in its generation's colour
    /// A text that a generation wrote, and what it was given.
    struct Piece
    {
        const std::string* prompt = nullptr; // null: this generation has no such text
        const std::string* text = nullptr;
        const Statements* facts = nullptr; // null: nothing of it can be checked
    };
    /// One generation's text in its place.
    struct Page
    {
        GenerationPtr generation;
        Piece piece;
        QRectF head, body;
        QString lead; // the prompt's end, where it is not the same for all; before the text
        TextColumn column;
    };
    struct Plan
    {
        QRectF prompt;
        QString label, promptText; // of the prompt above all pages; as much of it as has room
        double labelHeight = 0;    // 0: it is left out
        bool isSamePrompt = true;  // else each page begins with its own
        std::vector<Page> pages;   // never empty
        QRectF guide;              // what the guide says of the last page; empty: there is no room or nothing to say
    };

    Mode modeOf(const StageOptions& options) const;
    double shareOf(const Generation& generation) const;
    int promptCount() const;
    bool knowsFacts() const;
    int choiceOf(const StageOptions& options) const;
    Piece pieceOf(const GenerationPtr& generation, const StageOptions& options) const;
    QString choiceName(int choice) const;
    /// The generations shown side by side, in order; the last one is the present one.
    std::vector<GenerationPtr> pagesFor(int most, const StageFrame& frame, const StageOptions& options) const;
    GenerationPtr baselineOf(const StageFrame& frame, const StageOptions& options) const;
    Plan planFor(const QRectF& area, const StageFrame& frame, const StageOptions& options) const;
    Plan planWith(const QFont& font, int columns, const QRectF& area, const StageFrame& frame,
                  const StageOptions& options) const;
    void paintPrompt(QPainter& painter, const Plan& plan, const Theme& theme) const;
    void paintHead(QPainter& painter, const Page& page, const QString& words, const Theme& theme) const;
    void paintFoot(QPainter& painter, const Page& page, const Theme& theme) const;
    void paintPages(QPainter& painter, const Plan& plan, const StageFrame& frame, const Theme& theme) const;
    void paintPage(QPainter& painter, const Page& page, double typed, const Theme& theme) const;
    void paintDifference(QPainter& painter, const Plan& plan, const Theme& theme) const;
    void paintSide(QPainter& painter, const Page& page, const std::vector<bool>& kept, bool isLost,
                   const Theme& theme) const;
    ClassStream topicStream(const StageFrame& frame) const;
    const LostList& lostUntil(const StageFrame& frame) const; // TextLost.cpp
    std::vector<std::vector<double>> kindShares(const StageFrame& frame) const;
    // TextThumbnail.cpp
    void thumbnailOfText(QPainter& painter, const QRectF& area, const std::string& text, const QColor& colour,
                         const Theme& theme) const;
    // TextReadings.cpp
    std::optional<StageReading> readPage(const QPointF& at, const Plan& plan,
                                         const StageOptions& options) const;
    DataTable pagesTable(const StageFrame& frame, const StageOptions& options) const;
    DataTable differenceTable(const StageFrame& frame, const StageOptions& options) const;

    StageOrigin m_origin;
    std::vector<Mode> m_modes;
    std::vector<std::string> m_kindNames; // and "no topic"
    MarkedTexts m_texts;
    mutable PerplexityHistograms m_histograms;
    mutable LostList m_lost;       // of m_lostUntil
    mutable GenerationPtr m_lostUntil;
};

} // namespace hareloom::ui
