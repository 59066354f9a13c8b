// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/TheoryLoader.h"

#include <QCoreApplication>

namespace hareloom::ui {

namespace {

TheoryLoader::Curves compute(const TheoryCurve& theory, const std::vector<Experiment>& variants,
                             const std::vector<std::string>& metrics)
{
    TheoryLoader::Curves curves;
    for (const std::string& metric : metrics) {
        auto& row = curves.emplace_back();
        for (const Experiment& variant : variants)
            row.push_back(theory(variant, metric).value_or(std::vector<double>()));
    }
    return curves;
}

} // namespace

TheoryLoader::TheoryLoader(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

TheoryLoader::~TheoryLoader()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void TheoryLoader::load(TheoryCurve theory, std::vector<Experiment> variants,
                        std::vector<std::string> metrics)
{
    m_pool.clear();
    const int number = ++m_latest;
    if (!theory)
        return;
    m_pool.start([this, number, theory = std::move(theory), variants = std::move(variants),
                  metrics = std::move(metrics)] {
        Curves curves = compute(theory, variants, metrics);
        const auto deliver = [this, number, curves = std::move(curves)] {
            if (number == m_latest)
                Q_EMIT ready(curves);
        };
        QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    });
}

void TheoryLoader::wait()
{
    m_pool.waitForDone();
    QCoreApplication::sendPostedEvents(this);
}

} // namespace hareloom::ui
