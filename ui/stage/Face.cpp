// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/Face.h"

#include "core/recipe/Families.h"
#include "ui/language/EngineWords.h"
#include "ui/plot/PlotFrame.h"
#include "ui/plot/ViewText.h"

#include <QCoreApplication>

namespace hareloom::ui {

QString Face::title() const
{
    const Family* family = findFamily(m_family);
    return family ? engineWords(EngineList::Family, family->title)
                  : QCoreApplication::translate("Families", "Unknown family");
}

QString Face::rowsWord() const
{
    const Family* family = findFamily(m_family);
    return family ? engineWords(EngineList::Family, family->rowsWord)
                  : QCoreApplication::translate("Families", "rows");
}

DrawGlyph Face::glyph() const
{
    return drawUnknown;
}

std::unique_ptr<Stage> Face::makeStage(const Snapshot&) const
{
    return nullptr;
}

StageOverlay* Face::makeOverlay(StageView&) const
{
    return nullptr;
}

std::vector<Quantity> Face::quantities(const Snapshot&, const std::vector<std::string>&) const
{
    return {};
}

bool Face::sharesAxes(const Snapshot&, const Snapshot&) const
{
    return false;
}

void Face::paintRealData(QPainter&, const QRectF&, const RealData&, bool, const Theme&) const
{
    // What its rows look like is not known.
}

double Face::invitationAt(const QRectF& room, const RealData&) const
{
    const QRectF inner = insideOf(room, 64, 0);
    return inner.top() + 0.2 * inner.height();
}

QString Face::learningWords(const RealData&, const Snapshot&) const
{
    return {};
}

void Face::paintLearning(QPainter&, const QRectF&, const RealData&, const Snapshot&, const Theme&) const
{
    // See learningWords().
}

Writings Face::writingsOf(const History&, ChainIndex, const QList<int>&) const
{
    return {};
}

bool Face::takesColumns(bool, std::size_t) const
{
    return false;
}

OwnExperiment Face::experimentOn(const QString&) const
{
    return noExperiment();
}

} // namespace hareloom::ui
