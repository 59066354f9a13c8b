// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/chain/Experiment.h"
#include "core/chain/Generation.h"
#include "ui/session/History.h"
#include "ui/theme/Theme.h"

#include <QRectF>
#include <QString>
#include <QStringList>

#include <memory>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace hareloom::ui {

using RowsPtr = std::shared_ptr<const Matrix>; // (n, d), a few thousand at most; null: not known

/// What stays the same while one chain is looked at.
struct StageOrigin
{
    Experiment experiment;    // the variant's
    GenerationPtr generation; // number 0; never null
    RowsPtr realRows;         // what it was fitted on, or a part of it
    std::vector<std::string> variableNames;
    GenerationPtr axes =
        nullptr; // whose axes to lock to, of the same kind and shape; null: `generation`'s own

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
};

struct StageOptions
{
    int mode = 0;           // one of modes()
    bool axesLocked = true; // to generation 0
    bool logScale = false;  // where hasLogScale()
};

/// "standard deviation", "0.42", "1.00 in generation 0"
struct StageFact
{
    QString name, value, before;
};

struct LegendEntry
{
    enum class Mark { Line, Fill, Ghost, Tick, Dot, Hollow };
    Mark mark;
    QColor colour;
    QString text;
};

/// How one family looks. A stage paints immutable values and nothing else: the same painter serves the
/// screen, the filmstrip's thumbnails and the exported figures. Paints within 10 ms at 1280 x 720. GUI
/// thread.
class Stage
{
public:
    virtual ~Stage() = default;

    /// Takes another chain's beginning, and locks the axes to it.
    virtual void setOrigin(StageOrigin origin) = 0;
    /// Ways of looking, each a word or two; the first is the usual one.
    virtual QStringList modes() const = 0;
    virtual bool hasLogScale() const { return false; }
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
};

} // namespace hareloom::ui
