// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/Report.h"

namespace hareloom::ui {

QByteArray textsOf(const LabSession& session, ChainIndex chain, TextFormat format)
{
    const Experiment& experiment = session.experimentOf(chain);
    TextReport report{experiment.title, experiment.question, figureOrigin(experiment).toStdString(), {}};
    for (int g = 0; g < session.history().count(chain); ++g)
        report.generations.push_back(session.history().at(chain, g));
    return QByteArray::fromStdString(textReport(report, format));
}

} // namespace hareloom::ui
