// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/CompareStage.h"
#include "ui/teller/ChainStory.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QToolButton;
QT_END_NAMESPACE

namespace hareloom::ui {

class ColumnSwatch;
class StoryText;

/// One column of a comparison: its mark, what it shows (to choose), its stage, and what is told of its chain.
class CompareColumn : public QWidget
{
    Q_OBJECT
public:
    CompareColumn(std::size_t number, const StageLook& look, QWidget* parent = nullptr);

    void setComparison(const Comparison& comparison, const GenerationPtr& axes);
    void setTheme(const Theme& theme);
    CompareStage& stage() { return *m_stage; }
    void setPosition(double position);
    /// Takes in new generations.
    void refresh();
    /// How many lines what is told takes here; nothing where there is no room for all of it.
    std::optional<int> linesWanted() const;
    /// All columns are given as many, so that their stages stay alike; 0: what is told is not shown.
    void setLines(int lines);
    /// Where collapse begins in its chain; none before there is a source.
    MarkWords marks() const { return m_story ? m_story->marks() : MarkWords(); }
    /// The newest of what is told of its chain, as far as it is shown, and all of it as the reason; at the
    /// chain's end what became of it, in generation -1. Empty where nothing is told.
    ChainStory::Line line() const;
    /// The newest that came of its settings: not what they are, nor that nothing is new. Generation -1:
    /// nothing.
    ChainStory::Line news() const;

Q_SIGNALS:
    void sourceChosen(int source);
    /// Clicked: what is told there is to be seen.
    void generationChosen(int generation);
    void removed();

private:
    void tell();

    std::size_t m_number;
    ColumnSwatch* m_swatch;
    QComboBox* m_choice;
    QToolButton* m_remove;
    CompareStage* m_stage;
    std::shared_ptr<LabSession> m_owner; // keeps a file's session for the story
    std::unique_ptr<ChainStory> m_story; // null until there is a source
    StoryText* m_told;
    int m_shown = 0;
};

} // namespace hareloom::ui
