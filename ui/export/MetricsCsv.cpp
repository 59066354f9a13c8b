// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/MetricsCsv.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace hareloom::ui {

QByteArray metricsCsv(const History& history)
{
    QByteArray text = "chain,generation,metric,value\n";
    for (const GenerationPtr& generation : history.all()) {
        const QByteArray link =
            QByteArray::number(generation->chain) + ',' + QByteArray::number(generation->index) + ',';
        for (const MetricValue& metric : generation->metrics)
            text += link + QByteArray::fromStdString(*metric.name) + ',' +
                    QByteArray::number(metric.value, 'g', 17) + '\n';
    }
    return text;
}

Result<void> writeMetricsCsv(const History& history, const QString& path)
{
    const QByteArray bytes = metricsCsv(history);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return systemError(QCoreApplication::translate("MetricsCsv", "%1 could not be written: %2")
                               .arg(path, file.errorString())
                               .toStdString());
    return {};
}

} // namespace hareloom::ui
