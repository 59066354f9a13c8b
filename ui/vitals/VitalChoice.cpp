// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/VitalChoice.h"

#include <QSettings>

#include <algorithm>

namespace hareloom::ui {

namespace {

QString familyKey(const std::string& family)
{
    return QStringLiteral("vitals/chosen/") + QString::fromStdString(family);
}

QString scaleKey(const std::string& metric)
{
    return QStringLiteral("vitals/scale/") + QString::fromStdString(metric);
}

} // namespace

std::optional<std::vector<std::string>> rememberedVitals(const std::string& family)
{
    const QSettings settings;
    if (!settings.contains(familyKey(family)))
        return std::nullopt;
    std::vector<std::string> chosen;
    for (const QString& metric : settings.value(familyKey(family)).toStringList())
        chosen.push_back(metric.toStdString());
    return chosen;
}

void rememberVitals(const std::string& family, const std::vector<std::string>& chosen,
                    const std::vector<std::string>& offered)
{
    QStringList kept;
    for (const std::string& metric : chosen)
        kept << QString::fromStdString(metric);
    for (const std::string& metric : rememberedVitals(family).value_or(std::vector<std::string>()))
        if (std::find(offered.begin(), offered.end(), metric) == offered.end())
            kept << QString::fromStdString(metric);
    kept.removeDuplicates();
    QSettings().setValue(familyKey(family), kept);
}

void forgetVitals(const std::string& family)
{
    QSettings().remove(familyKey(family));
}

AxisScale rememberedScale(const std::string& metric)
{
    const QString name = QSettings().value(scaleKey(metric)).toString();
    return name == QLatin1String("linear") ? AxisScale::Linear
           : name == QLatin1String("log")  ? AxisScale::Log
                                           : AxisScale::Automatic;
}

void rememberScale(const std::string& metric, AxisScale scale)
{
    if (scale == AxisScale::Automatic)
        QSettings().remove(scaleKey(metric));
    else
        QSettings().setValue(scaleKey(metric), scale == AxisScale::Log ? "log" : "linear");
}

} // namespace hareloom::ui
