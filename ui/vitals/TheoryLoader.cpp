// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/vitals/TheoryLoader.h"

namespace hareloom::ui {

namespace {

TheoryLoader::Curves compute(const TheoryCurve& theory, const std::vector<Experiment>& variants,
                             const std::vector<std::string>& metrics, const StopToken& stop)
{
    TheoryLoader::Curves curves;
    for (const std::string& metric : metrics) {
        auto& row = curves.emplace_back();
        for (const Experiment& variant : variants)
            row.push_back(stop.stopRequested() ? Prediction() : theory(variant, metric).value_or(Prediction()));
    }
    return curves;
}

} // namespace

// Without a curve the chart still shows what was measured.
TheoryLoader::TheoryLoader(QObject* parent)
    : QObject(parent), m_job("The theory could not be computed", [this](const Result<Curves>& found) {
          if (found)
              Q_EMIT ready(*found);
      })
{
}

void TheoryLoader::load(TheoryCurve theory, std::vector<Experiment> variants,
                        std::vector<std::string> metrics)
{
    m_job.cancel();
    if (!theory)
        return;
    m_job.start([theory = std::move(theory), variants = std::move(variants),
                 metrics = std::move(metrics)](const StopToken& stop) -> Result<Curves> {
        return compute(theory, variants, metrics, stop);
    });
}

} // namespace hareloom::ui
