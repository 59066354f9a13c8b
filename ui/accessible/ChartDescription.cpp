// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessible/ChartDescription.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace hareloom::ui {

namespace {

class AccessibleChart : public QAccessibleWidget
{
public:
    explicit AccessibleChart(QWidget* chart) : QAccessibleWidget(chart, QAccessible::Chart) {}

    QString text(QAccessible::Text kind) const override
    {
        const ChartDescription* description = ChartDescription::of(widget());
        if (!description)
            return QAccessibleWidget::text(kind);
        switch (kind) {
        case QAccessible::Name:
            return description->words().name();
        case QAccessible::Value:
        case QAccessible::Description:
            return description->words().summary();
        default:
            return QAccessibleWidget::text(kind);
        }
    }
};

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    auto* widget = qobject_cast<QWidget*>(object);
    return widget && ChartDescription::of(widget) ? new AccessibleChart(widget) : nullptr;
}

} // namespace

ChartDescription::ChartDescription(QWidget* chart, ChartWords words)
    : QObject(chart), m_words(std::move(words))
{
    static const bool isInstalled = (QAccessible::installFactory(makeInterface), true);
    Q_UNUSED(isInstalled)
    // One that was asked for earlier knows nothing of this.
    if (QAccessibleInterface* early = QAccessible::queryAccessibleInterface(chart))
        QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(early));
    chart->setAccessibleName(m_words.name());
}

void ChartDescription::announce() const
{
    if (!QAccessible::isActive())
        return;
    QAccessibleValueChangeEvent changed(chart(), m_words.summary());
    QAccessible::updateAccessibility(&changed);
}

ChartDescription* ChartDescription::of(const QObject* widget)
{
    return widget ? widget->findChild<ChartDescription*>(QString(), Qt::FindDirectChildrenOnly) : nullptr;
}

} // namespace hareloom::ui
