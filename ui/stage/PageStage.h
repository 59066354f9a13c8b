// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/Stage.h"

#include <QJsonObject>

#include <memory>
#include <span>

namespace hareloom::ui {

/// What a page that plays (ui/page) draws of the models of one chain, as numbers and words: its script draws
/// them in a browser as the Stage does in the window. A family, or several that share a stage, make one in
/// their own room; ui/families/PageStages.h finds it. GUI thread.
class PageStage
{
public:
    virtual ~PageStage() = default;

    /// Leaves out pictures until about `share`, in (0, 1), of them is left; before beginning(). Stages of
    /// other things have nothing to leave out.
    virtual void takeShare(double /*share*/) {}
    /// What was left out, as a sentence; empty: nothing.
    virtual QString note() const { return {}; }
    /// What holds for all generations. "kind" names the script's function that draws it
    /// (resources/page/stage-*.js).
    virtual QJsonObject beginning() const = 0;
    /// Of one generation, at rest: `frame.to`, with `frame.rows` where Stage::drawsRows(). The snapshot is
    /// there.
    virtual QJsonObject moment(const StageFrame& frame) const = 0;
};

/// "Of 64 pictures a generation this page shows 40."
QString picturesNote(int shown, int all);
/// To so many significant digits: a page needs no more, and is smaller for it. What is not finite becomes
/// null.
QJsonValue pageNumber(double value, int digits = 5);
/// Bytes as the script reads them.
QString pageBytes(std::span<const std::uint8_t> bytes);
/// Values in steps of the 65534th part of a range, as little-endian numbers of 16 bits; what lies outside
/// becomes 65535. As pageBytes().
QString pagePlaces(std::span<const double> values, const AxisRange& range);

} // namespace hareloom::ui
