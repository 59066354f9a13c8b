// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/window/Arguments.h"
#include "ui/export/ExportPlan.h"
#include "ui/families/Faces.h"
#include "ui/stage/StageScene.h"

namespace hareloom::app {

/// One session, and what of it is drawn: all checked before anything is written.
struct Drawing
{
    explicit Drawing(const Arguments& given) : arguments(given) {}

    /// A picture, where no choice was made too.
    bool draws(const char* picture) const
    {
        return arguments.charts.isEmpty() || arguments.charts.contains(QLatin1String(picture));
    }
    bool writesReport() const
    {
        return arguments.formats.contains(QLatin1String("html")) ||
               arguments.formats.contains(QLatin1String("pdf")) ||
               arguments.formats.contains(QLatin1String("md"));
    }
    /// As large as the arguments say, without the footer where they say so. `isOne`: it is one chart, not
    /// several below each other.
    void setSize(ui::Figure& figure, bool isOne = true) const;
    void add(const QString& name, ui::Figure figure);

    const Arguments& arguments;
    ui::LabSession session;
    ui::StageScene scene{session, ui::faceOf};
    ChainIndex chain = 0;
    QList<int> generations;
    std::vector<std::string> metrics; // of the figure of all
    std::vector<std::vector<std::string>>
        single;                           // with a figure each: by chart of the arguments; none of a picture
    std::vector<std::string> variables;   // their names, of the data
    std::vector<ui::NamedFigure> figures; // what there is to write
};

/// Fills the drawing's choice of chain, generations and metrics from the arguments; says on stderr which
/// chain it is where nobody chose one of several. The session is there. Errors: InvalidInput (what is not
/// there, with what is).
Result<void> choose(Drawing& drawing);

/// Says on stderr where the real data are not those that the run began with.
void sayOfData(const ui::RealData& real, const Experiment& experiment);

} // namespace hareloom::app
