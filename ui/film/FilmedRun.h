// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/film/FilmedPresentation.h"
#include "ui/presenter/PresentedRun.h"
#include "ui/session/SessionFile.h"

namespace hareloom::ui {

/// A run as far as it had come, and how it was looked at.
struct RunToFilm
{
    SessionContents contents;
    ChainIndex chain = 0;
    StageOptions options;             // which way of looking, which quantity, which text
    RealData real;                    // of the chain's experiment
    std::vector<std::string> metrics; // of the charts, in this order; empty: the usual ones
};

/// What a session holds now.
SessionContents contentsOf(const LabSession& session);

/// One chain on its stage, in any of its ways of looking: also all chains of its variant, a wall of images,
/// or texts.
class FilmedRun final : public FilmedPresentation
{
public:
    /// Waits for theory's curves. The chain has a generation.
    explicit FilmedRun(const RunToFilm& run);
    ~FilmedRun() override;

    int generations() const override { return m_session.history().count(m_scene.chain()); }
    StageScene& scene() { return m_scene; }
    const StageOptions& options() const { return m_look.options(); }

private:
    void moveTo(double position) override;

    LabSession m_session;
    StageScene m_scene;
    StageLook m_look;
    VitalsColumn m_vitals;
    ChainStory m_story;
};

} // namespace hareloom::ui
