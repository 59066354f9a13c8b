// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stage/Stage.h"

#include "ui/language/Joining.h"

#include <QCoreApplication>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui::Stage", text);
}

} // namespace

QString generationWords(const StageFrame& frame)
{
    return frame.last > 0
               ? QCoreApplication::translate("hareloom::ui::Stage", "Generation %1 of %2")
                     .arg(frame.to->index)
                     .arg(frame.last)
               : QCoreApplication::translate("hareloom::ui::Stage", "Generation %1").arg(frame.to->index);
}

QString Stage::summary(const StageFrame& frame) const
{
    QStringList parts;
    for (const StageFact& fact : facts(frame))
        parts << (frame.to->index == 0
                      ? tr("%1 %2").arg(fact.name, fact.value)
                      : tr("%1 %2, %3 in generation 0").arg(fact.name, fact.value, fact.before));
    const QString words = generationWords(frame);
    return parts.isEmpty() ? withFullStop(words) : tr("%1: %2.").arg(words, clauses(parts));
}

DataTable Stage::table(const StageFrame& frame, const StageOptions&) const
{
    return {generationWords(frame), {}, {}};
}

StagePlot Stage::plot(const QRectF&, const StageFrame&, const StageOptions&) const
{
    return {};
}

std::optional<StageReading> Stage::read(const QPointF&, const QRectF&, const StageFrame&,
                                        const StageOptions&) const
{
    return std::nullopt;
}

} // namespace hareloom::ui
