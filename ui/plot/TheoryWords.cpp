// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/TheoryWords.h"

#include <QCoreApplication>

namespace hareloom::ui {

QString statisticWords(Statistic statistic)
{
    switch (statistic) {
    case Statistic::Mean:
        return QCoreApplication::translate("Theory", "mean");
    case Statistic::RootMeanSquare:
        return QCoreApplication::translate("Theory", "root mean square");
    case Statistic::Median:
        return QCoreApplication::translate("Theory", "median");
    }
    return {};
}

QString theoryWords(Statistic statistic)
{
    return QCoreApplication::translate("Theory", "theory (%1)").arg(statisticWords(statistic));
}

QString theoryEdgeWords()
{
    return QCoreApplication::translate("Theory", "theory ± 1 SD of a chain");
}

QStringList theoryEdgeHeads()
{
    return {QCoreApplication::translate("Theory", "theory − 1 SD of a chain"),
            QCoreApplication::translate("Theory", "theory + 1 SD of a chain")};
}

} // namespace hareloom::ui
