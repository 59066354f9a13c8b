// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/FanTheory.h"

namespace hareloom::ui {

namespace {

/// The root of a median is the median of roots, and that of an expected variance the root mean square.
Prediction curveOf(const Quantity& quantity, Prediction ofMetric)
{
    if (!quantity.fromMetric)
        return ofMetric;
    for (double& value : ofMetric.values)
        value = quantity.fromMetric(value);
    if (ofMetric.statistic == Statistic::Mean)
        ofMetric.statistic = Statistic::RootMeanSquare;
    return ofMetric;
}

} // namespace

FanTheory::FanTheory(StageScene& scene, QObject* parent) : QObject(parent), m_scene(scene)
{
    connect(&m_loader, &TheoryLoader::ready, this, [this](const TheoryLoader::Curves& curves) {
        const bool isThere = !curves.empty() && !curves.front().empty();
        m_scene.setTheory(m_quantity.key,
                          isThere ? curveOf(m_quantity, curves.front().front()) : Prediction());
        Q_EMIT changed();
    });
}

void FanTheory::forget()
{
    m_loaded.clear();
    m_scene.setTheory({}, {});
}

void FanTheory::adapt(const StageOptions& options)
{
    const ChainsStage* fan = m_scene.chains(options);
    if (!fan)
        return;
    const Experiment& variant = m_scene.session().experimentOf(m_scene.chain());
    const Quantity& quantity = fan->quantities()[static_cast<std::size_t>(fan->chosen())];
    const std::string wanted =
        std::to_string(m_scene.chain() / std::max<std::int64_t>(1, variant.chains)) + quantity.key;
    if (wanted == m_loaded)
        return;
    m_loaded = wanted;
    m_quantity = quantity;
    m_scene.setTheory({}, {});
    m_loader.load(m_theory, {variant}, {m_quantity.metricName()});
}

void bringFanTheory(StageScene& scene, const StageOptions& options)
{
    FanTheory theory(scene);
    theory.adapt(options);
    theory.wait();
}

} // namespace hareloom::ui
