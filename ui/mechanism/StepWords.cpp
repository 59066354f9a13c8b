// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mechanism/StepWords.h"

#include "ui/language/Joining.h"

#include <QCoreApplication>
#include <QStringList>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

/// "10 are real, 300 are of earlier models"; empty where all are drawn now.
QString othersOf(const StepRows& rows)
{
    QStringList parts;
    if (rows.real > 0)
        parts << tr("%1 real ones are kept").arg(rows.real);
    if (rows.fresh > 0)
        parts << tr("%1 real ones are new").arg(rows.fresh);
    if (rows.kept > 0)
        parts << tr("%1 of earlier models are kept").arg(rows.kept);
    return listed(parts);
}

QString drawWords(const SlowStep& step, const QString& rowsWord)
{
    const QString drawn = tr("%1 %2 are drawn from generation %3's model")
                              .arg(step.rows.drawn)
                              .arg(rowsWord)
                              .arg(step.from->index);
    const QString others = othersOf(step.rows);
    return others.isEmpty() ? withFullStop(drawn) : tr("%1; %2.").arg(drawn, others);
}

QString gatherWords(const SlowStep& step, const QString& rowsWord)
{
    if (step.rows.drawn == step.rows.all())
        return tr("They are all that generation %1 gets to see: the model that wrote them is put away.")
            .arg(step.to->index);
    return tr("These %1 %2 are all that generation %3 gets to see. %4 of them come from models.")
        .arg(step.rows.all())
        .arg(rowsWord)
        .arg(step.to->index)
        .arg(step.rows.drawn + step.rows.kept);
}

} // namespace

QString stepTitle(const SlowStep& step)
{
    return tr("How generation %1 becomes generation %2").arg(step.from->index).arg(step.to->index);
}

QString shortStepTitle(const SlowStep& step)
{
    return tr("From %1 to %2").arg(step.from->index).arg(step.to->index);
}

QString phaseName(StepClock::Phase phase)
{
    switch (phase) {
    case StepClock::Draw:
        return tr("1 Draw");
    case StepClock::Gather:
        return tr("2 Only these");
    case StepClock::Fit:
        return tr("3 Fit");
    case StepClock::Fade:
        break;
    }
    return tr("4 Replace");
}

QString phaseWords(StepClock::Phase phase, const SlowStep& step, const QString& rowsWord,
                   const QString& fitWords)
{
    switch (phase) {
    case StepClock::Draw:
        return drawWords(step, rowsWord);
    case StepClock::Gather:
        return gatherWords(step, rowsWord);
    case StepClock::Fit:
        return fitWords.isEmpty() ? tr("A new model is fitted to them.") : fitWords;
    case StepClock::Fade:
        break;
    }
    return tr("Generation %1's model takes its place. What the rows did not tell it, it does not know.")
        .arg(step.to->index);
}

} // namespace hareloom::ui
