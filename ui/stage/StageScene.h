// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/LabSession.h"
#include "ui/stage/ChainsStage.h"
#include "ui/stage/Face.h"
#include "ui/stage/RealRows.h"
#include "ui/stage/SampleRows.h"
#include "ui/stage/Stage.h"
#include "ui/stage/StageHead.h"

namespace hareloom::ui {

/// One chain of the session on its stage, with the words around it. Paints for the window and for figures
/// alike. GUI thread.
class StageScene
{
public:
    /// `session` outlives this. `faces`: faceOf() of ui/families/Faces.h.
    StageScene(const LabSession& session, FaceOf faces) : m_session(session), m_faces(faces) {}

    /// Looks at another chain, or at another experiment: forgets the old.
    void setChain(ChainIndex chain);
    ChainIndex chain() const { return m_chain; }
    const LabSession& session() const { return m_session; }
    /// Of the chain's family.
    const Face& face() const;
    /// Real rows, once they have been read.
    void setRealData(const RealData& data);
    const RealData& realData() const { return m_realData; }
    /// Locks the axes to another chain's generation 0, of the same kind and shape; null: to its own.
    void setAxes(GenerationPtr origin);
    /// Takes notice of new generations. True when the stage has just come to be.
    bool refresh();

    /// Null before generation 0, and for a kind of snapshot that nobody can draw.
    Stage* stage() const { return m_stage.get(); }
    /// The ramp's share of a generation: 0 is generation 0, 1 the last that the experiment asks for.
    double shareOf(double position) const;
    StageFrame frameAt(double position, bool withRows = true);
    /// The generation that the view is on its way to, which the heading names as the filmstrip does; -1:
    /// where it is.
    void setGoal(int generation) { m_goal = generation; }

    /// The stage's ways of looking and, where an experiment has several chains, all of them at once. Empty
    /// without a stage.
    QStringList modes() const;
    bool hasLogScale(const StageOptions& options) const;
    /// By what the chains are compared, and which it is now; null where they are not.
    const ChainsStage* chains(const StageOptions& options);

    /// See ChainsStage::setTheory().
    void setTheory(std::string key, Prediction curve)
    {
        m_chainsStage.setTheory(std::move(key), std::move(curve));
    }

    /// Needs a stage, as all that follows but summary(). `position` as GenerationCursor::position().
    void paint(QPainter& painter, const QRectF& area, double position, const StageOptions& options,
               const Theme& theme, const FigureParts& parts = {});
    /// Without heading and legend: axes and data alone.
    void paintBare(QPainter& painter, const QRectF& area, double position, const StageOptions& options,
                   const Theme& theme);
    std::vector<LegendEntry> legend(double position, const StageOptions& options, const Theme& theme);
    void paintThumbnail(QPainter& painter, const QRectF& area, int index, const StageOptions& options,
                        const Theme& theme);
    /// Where the axes are within paint()'s area, and what is under a point of it.
    StagePlot plot(const QRectF& area, double position, const StageOptions& options);
    std::optional<StageReading> read(const QPointF& at, const QRectF& area, double position,
                                     const StageOptions& options);
    /// Room for a control, to the left of the legend, while chains are compared.
    static constexpr int kControlWidth = 184;
    static QPointF controlCorner(const QRectF& area);
    /// What there is to choose from, as Stage has it.
    QStringList choices(double position, const StageOptions& options);
    bool comparesGenerations(const StageOptions& options);
    /// Lines below those that have room in paint()'s area.
    int mostScroll(const QRectF& area, double position, const StageOptions& options);
    /// The same of paintBare()'s area.
    int mostScrollBare(const QRectF& area, double position, const StageOptions& options);
    ChoiceWords choiceWords(const StageOptions& options);
    /// The text that is shown; empty where it is no text.
    QString text(double position, const StageOptions& options);
    /// Room for the control that chooses: which one, and where it `compares`, with what.
    static double chooserWidth(bool compares);
    /// One sentence for those who do not see it.
    QString summary(double position, const StageOptions& options = {});
    /// The numbers that are drawn.
    DataTable table(double position, const StageOptions& options);

private:
    bool comparesChains(const StageOptions& options) const;
    Stage& shown(const StageOptions& options);
    StageFrame frameFor(double position, const StageOptions& options);
    double controlWidth(const StageOptions& options);
    StageHead headOf(const QRectF& area, const StageFrame& frame, const StageOptions& options);
    void makeStageAnew();
    StageOrigin originOf(const GenerationPtr& first) const;

    /// The axes of a run. Another run of the same experiment with other settings holds them, too: only then
    /// what the settings do can be seen.
    struct Kept
    {
        std::string experiment; // its family, title and source
        ChainIndex chain = 0;
        GenerationPtr first; // of the first such run
        std::vector<AxisRange> axes;
    };

    const LabSession& m_session;
    FaceOf m_faces;
    ChainIndex m_chain = 0;
    RealData m_realData;
    GenerationPtr m_axes;
    Kept m_kept;
    int m_goal = -1;
    SampleRows m_rows;
    std::unique_ptr<Stage> m_stage;
    ChainsStage m_chainsStage; // set with m_stage
};

} // namespace hareloom::ui
