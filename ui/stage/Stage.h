// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Experiment.h"
#include "core/family/Generation.h"
#include "ui/plot/DataTable.h"
#include "ui/plot/Ticks.h"
#include "ui/plot/ZoomWindow.h"
#include "ui/session/History.h"
#include "ui/theme/Theme.h"

#include <QRectF>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom {
class Source;
}

namespace hareloom::ui {

struct SlowStep; // ui/stage/SlowStep.h

using RowsPtr = std::shared_ptr<const Matrix>; // (n, d), at most kMostDrawnRows; null: not known

/// Rows that a stage is given at most: what it must draw at 60 frames a second.
inline constexpr Eigen::Index kMostDrawnRows = 20'000;

/// What stays the same while one chain is looked at.
struct StageOrigin
{
    Experiment experiment;    // the variant's
    GenerationPtr generation; // number 0; never null
    RowsPtr realRows;         // what it was fitted on, or a part of it
    std::vector<std::string> variableNames;
    GenerationPtr axes =
        nullptr; // whose axes to lock to, of the same kind and shape; null: `generation`'s own
    std::vector<std::string> classNames = {}; // of labelled images, by label, or of states
    std::shared_ptr<const Source> distribution = nullptr; // that the real rows are drawn from; null: a table
    std::vector<AxisRange> atLeast =
        {}; // lockedAxes() of the run before, which these axes must hold, too; empty: none

    const GenerationPtr& axesFrom() const { return axes ? axes : generation; }
};

/// One moment: somewhere between two generations of a chain.
struct StageFrame
{
    GenerationPtr from, to;           // never null; the same one when at rest
    double blend = 1;                 // 0: all `from`, 1: all `to`
    double share = 0;                 // of the way to the last generation, for the ramp of colours
    RowsPtr rows;                     // a part of what `to` generates
    const History* history = nullptr; // of every generation so far
    ChainIndex chain = 0;
    int last = 0; // the last generation that the experiment asks for
};

struct StageOptions
{
    int mode = 0;            // one of modes()
    bool axesLocked = true;  // to generation 0
    bool logScale = false;   // where hasLogScale()
    ZoomWindow zoom;         // of the axes that StagePlot::zooms names
    std::string quantity;    // what the chains are compared by: a Quantity's key; unknown: the usual one
    int choice = 0;          // one of choices()
    int scroll = 0;          // lines, up to mostScroll()
    bool beforeOnly = false; // where comparesGenerations(): with the one before, not with generation 0

    bool operator==(const StageOptions&) const = default;
};

/// "standard deviation", "0.42", "1.00 in generation 0"
struct StageFact
{
    QString name, value, before;
};

struct LegendEntry
{
    enum class Mark {
        Line,
        Fill,
        Ghost,
        Tick,
        Dot,
        Hollow,
        HollowBar,
        Band,
        Dash,
        Dots,
        Underlined,
        Wavy,
        Struck,
        Framed
    };
    Mark mark;
    QColor colour;
    QString text;
};

/// Where the axes of a stage are, for those who zoom. Nothing to zoom: the area is empty.
struct StagePlot
{
    QRectF area;
    Qt::Orientations zooms;
    bool keepsBase = false; // the vertical axis starts at its lower end, as bars and areas must
};

/// What a family knows of a place on its stage beyond the numbers; only its own StageOverlay looks into it.
/// Immutable.
struct ReadingDetail
{
    virtual ~ReadingDetail() = default;
};

/// What lies under the pointer, in numbers.
struct StageReading
{
    struct Line
    {
        QString name, value;
    };
    QPointF at;             // of what is read: on the curve, in the middle of the bar
    Qt::Orientations lines; // of the crosshair: Vertical is a line from top to bottom
    QSizeF step;            // from here to the next one, for the keyboard
    QString heading;        // "x = 1.25", "state 7"
    std::vector<Line> values;
    std::shared_ptr<const ReadingDetail> detail = nullptr; // for the family's StageOverlay; mostly null
};

/// How the control beside the legend is called where there are choices().
struct ChoiceWords
{
    QString name, help;     // of the list
    QString previous, next; // of the buttons
};

/// How one family looks. A stage paints immutable values and nothing else: the same painter serves the
/// screen, the filmstrip's thumbnails and the exported figures. Paints within 10 ms at 1280 x 720. Every
/// function is given the same area, frame and options that were painted. GUI thread.
class Stage
{
public:
    virtual ~Stage() = default;

    /// Takes another chain's beginning, and locks the axes to it.
    virtual void setOrigin(StageOrigin origin) = 0;
    /// What the axes span while they are locked, in an order of the stage's own. Empty: they hold for one run
    /// only.
    virtual std::vector<AxisRange> lockedAxes() const { return {}; }
    /// Ways of looking, each a word or two; the first is the usual one.
    virtual QStringList modes() const = 0;
    virtual bool hasLogScale() const { return false; }
    /// Whether it wants StageFrame::rows; they cost a sample of the model.
    virtual bool drawsRows() const { return true; }
    /// `area`: for axes and data together.
    virtual void paint(QPainter& painter, const QRectF& area, const StageFrame& frame,
                       const StageOptions& options, const Theme& theme) = 0;
    /// Recognisable at 100 x 60: no words.
    virtual void paintThumbnail(QPainter& painter, const QRectF& area, const GenerationPtr& generation,
                                double share, const StageOptions& options, const Theme& theme) = 0;
    /// Two or three numbers that say what has been lost.
    virtual std::vector<StageFact> facts(const StageFrame& frame) const = 0;
    virtual std::vector<LegendEntry> legend(const StageFrame& frame, const StageOptions& options,
                                            const Theme& theme) const = 0;

    /// What a way of looking shows one of, each a few words. Empty: there is nothing to choose.
    virtual QStringList choices(const StageFrame& /*frame*/, const StageOptions& /*options*/) const
    {
        return {};
    }
    virtual ChoiceWords choiceWords() const { return {}; }
    /// Whether a way of looking sets a generation against an earlier one (StageOptions::beforeOnly).
    virtual bool comparesGenerations(const StageOptions& /*options*/) const { return false; }
    /// Lines of text below those that have room.
    virtual int mostScroll(const QRectF& /*area*/, const StageFrame& /*frame*/,
                           const StageOptions& /*options*/) const
    {
        return 0;
    }
    /// The text that is shown, whole, for the clipboard; empty where it is no text.
    virtual QString text(const StageFrame& /*frame*/, const StageOptions& /*options*/) const { return {}; }

    /// Whether it can show how a generation comes from the one before.
    virtual bool showsSteps() const { return false; }
    /// Whether it draws the rows themselves; else what the generations have written is enough.
    virtual bool stepNeedsRows() const { return true; }
    /// That step at one moment. Needs showsSteps(); both generations are of the chain of setOrigin().
    virtual void paintStep(QPainter& /*painter*/, const QRectF& /*area*/, const SlowStep& /*step*/,
                           const Theme& /*theme*/)
    {
    }
    /// What the fit makes of the rows, in a sentence; empty: there is nothing to say of it but that it is made.
    virtual QString fitWords(const SlowStep& /*step*/) const { return {}; }

    /// One sentence for those who do not see it. Usually the facts in words.
    virtual QString summary(const StageFrame& frame) const;
    /// The same, and what this way of looking shows beyond it.
    virtual QString spoken(const StageFrame& frame, const StageOptions& /*options*/) const
    {
        return summary(frame);
    }
    /// The numbers that are drawn; no rows where they are not numbers.
    virtual DataTable table(const StageFrame& frame, const StageOptions& options) const;
    /// Where the axes are, for a stage that honours StageOptions::zoom.
    virtual StagePlot plot(const QRectF& area, const StageFrame& frame, const StageOptions& options) const;
    /// What is under `at`, a point of the area; nothing where there is nothing to read.
    virtual std::optional<StageReading> read(const QPointF& at, const QRectF& area, const StageFrame& frame,
                                             const StageOptions& options) const;
};

/// "Generation 12 of 50", the beginning of every summary and the title of every table.
QString generationWords(const StageFrame& frame);

} // namespace hareloom::ui
