// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/MetricMeaning.h"

#include "core/metrics/Catalogue.h"
#include "core/metrics/MetricWords.h"
#include "ui/language/EngineWords.h"
#include "ui/plot/MetricTitle.h"
#include "ui/theme/PlainWords.h"

#include <QCoreApplication>
#include <QStringList>

namespace hareloom::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MetricMeaning)
};

} // namespace

QString metricMeaning(const std::string& metric)
{
    const QString title = metricTitle(metric);
    QStringList lines{title};
    if (const MetricWords* words = findMetricWords(metric)) {
        if (const QString plain = engineWords(EngineList::Metric, words->plain);
            !plain.isEmpty() && !title.contains(plain, Qt::CaseInsensitive))
            lines.front() = Words::tr("%1 · %2").arg(plain, title);
        lines << engineWords(EngineList::Metric, words->meaning);
    }
    if (const MetricInfo* info = findMetric(metric)) {
        if (!info->unit.empty())
            lines << Words::tr("Unit: %1").arg(engineWords(EngineList::Metric, info->unit));
        lines << Words::tr("Formula: %1").arg(engineWords(EngineList::Metric, info->equation))
              << Words::tr("Source: %1").arg(engineWords(EngineList::Metric, info->source));
    }
    return folded(lines.join(QLatin1Char('\n')));
}

} // namespace hareloom::ui
