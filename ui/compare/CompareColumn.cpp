// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/CompareColumn.h"

#include "ui/plot/LineMark.h"
#include "ui/teller/StoryText.h"
#include "ui/teller/Words.h"
#include "ui/theme/ElidingBox.h"
#include "ui/theme/Icons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

#include <cmath>
#include <utility>

namespace hareloom::ui {

namespace {

constexpr int kLeastLinesTold = 2;
constexpr double kMostToldShare = 0.35; // of a column's height

} // namespace

/// The column's mark, as in the legend.
class ColumnSwatch : public QWidget
{
public:
    ColumnSwatch(std::size_t number, QWidget* parent) : QWidget(parent), m_number(number)
    {
        setFixedSize(36, 24);
    }

    void setTheme(const Theme& theme)
    {
        m_theme = &theme;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintLineMark(painter, {2, height() / 2.0}, width() - 4, LineMark::of(m_number, *m_theme), *m_theme);
    }

private:
    std::size_t m_number;
    const Theme* m_theme = &lightTheme();
};

CompareColumn::CompareColumn(std::size_t number, const StageLook& look, QWidget* parent)
    : QWidget(parent),
      m_number(number),
      m_swatch(new ColumnSwatch(number, this)),
      m_choice(new ElidingBox(this)),
      m_remove(new QToolButton(this)),
      m_stage(new CompareStage(look, this)),
      m_told(new StoryText(this))
{
    m_choice->setAccessibleName(tr("What column %1 shows").arg(number + 1));
    m_choice->setFocusPolicy(Qt::TabFocus);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(8);
    m_choice->setMinimumWidth(5 * kGrid); // with large words its list has the rest
    m_remove->setToolTip(tr("Remove this column"));
    m_remove->setAccessibleName(tr("Remove column %1").arg(number + 1));
    m_remove->setFocusPolicy(Qt::TabFocus);
    m_remove->setFixedSize(32, 32);
    auto* head = new QHBoxLayout;
    head->setSpacing(kGrid / 2);
    head->addWidget(m_swatch);
    head->addWidget(m_choice, 1);
    head->addWidget(m_remove);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid / 2);
    column->addLayout(head);
    m_told->setTextSize(TextSize::Small);
    m_told->setLines(kLeastLinesTold);
    column->addWidget(m_stage, 1);
    column->addWidget(m_told);
    connect(m_told, &StoryText::clicked, this, [this] {
        if (const int generation = m_told->line().generation; generation >= 0)
            Q_EMIT generationChosen(generation);
    });
    connect(m_choice, &QComboBox::activated, this, &CompareColumn::sourceChosen);
    connect(m_remove, &QToolButton::clicked, this, &CompareColumn::removed);
    connect(m_stage, &CompareStage::realDataRead, this, [this](const RealData& real) {
        if (m_story)
            m_story->setNames(real.names);
        tell();
    });
}

void CompareColumn::setComparison(const Comparison& comparison, const GenerationPtr& axes)
{
    m_choice->clear();
    for (const CompareSource& source : comparison.sources())
        m_choice->addItem(source.title);
    m_choice->setCurrentIndex(static_cast<int>(comparison.sourceOf(m_number)));
    m_choice->setToolTip(m_choice->currentText()); // it may be cut short
    m_remove->setVisible(comparison.columnCount() > Comparison::kLeast);
    const CompareSource& source = comparison.column(m_number);
    m_stage->setSource(source, axes);
    m_story = std::make_unique<ChainStory>(*source.session);
    m_owner = source.owner; // after the story of the one before
    m_story->setChain(source.chain);
    tell();
}

// A sentence that ends in "…" may say the wrong thing; but the stage keeps its ticks.
std::optional<int> CompareColumn::linesWanted() const
{
    const QFont font = themeFont(TextSize::Small);
    const int most = static_cast<int>(kMostToldShare * height() / QFontMetricsF(font).lineSpacing());
    const int wanted = storyLines(m_told->line(), font, width() - 2.0 * StoryText::kPad);
    return wanted > std::max(kLeastLinesTold, most) ? std::nullopt
                                                    : std::optional(std::max(kLeastLinesTold, wanted));
}

void CompareColumn::setLines(int lines)
{
    m_told->setVisible(lines > 0);
    m_told->setLines(std::max(1, lines));
}

void CompareColumn::setPosition(double position)
{
    m_stage->setPosition(position);
    if (const int shown = static_cast<int>(std::lround(position)); std::exchange(m_shown, shown) != shown)
        tell();
}

void CompareColumn::refresh()
{
    m_stage->refresh();
    if (m_story)
        m_story->refresh();
    tell();
}

// At the end of the chain what became of it, before that its newest event.
ChainStory::Line CompareColumn::line() const
{
    if (const auto end = m_story ? m_story->endAt(m_shown) : std::nullopt)
        return *end;
    const auto event = m_story ? m_story->eventAt(m_shown) : std::nullopt;
    if (!event)
        return {};
    const Event& newest = m_story->events()[*event];
    return {words(newest), fullWords(newest), newest.generation};
}

ChainStory::Line CompareColumn::news() const
{
    const auto event = m_story ? m_story->eventAt(m_shown) : std::nullopt;
    for (std::size_t i = event ? *event + 1 : 0; i-- > 0;) {
        const Event& each = m_story->events()[i];
        if (each.weight != Weight::Low && each.key != "changed")
            return {words(each), {}, each.generation};
    }
    return {};
}

void CompareColumn::tell()
{
    const ChainStory::Line now = line();
    const bool isEnd = now.generation < 0 && !now.sentence.isEmpty();
    m_told->setLine({now.sentence, {}, now.generation});
    m_told->setToolTip(isEnd ? now.sentence + QLatin1Char('\n') + now.reason : now.reason);
}

void CompareColumn::setTheme(const Theme& theme)
{
    m_swatch->setTheme(theme);
    m_stage->setTheme(theme);
    m_told->setTheme(theme);
    m_remove->setIcon(icon(Glyph::Close, theme.muted));
}

} // namespace hareloom::ui
