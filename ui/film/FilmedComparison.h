// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/film/FilmWish.h"
#include "ui/film/FilmedPresentation.h"
#include "ui/presenter/PresentedComparison.h"

namespace hareloom::ui {

/// What a film of it tells of itself: every run in it, and the experiment of the first.
FilmAbout aboutComparison(const Comparison& comparison);

/// Two to four chains side by side on shared axes, with their common charts. One that ends before the others
/// stays at its last generation, and says so.
class FilmedComparison final : public FilmedPresentation
{
public:
    /// What `comparison` shows now, each run as far as it has come, in the way of looking of `options`.
    FilmedComparison(const Comparison& comparison, const StageOptions& options);
    ~FilmedComparison() override;

    int generations() const override { return m_comparison.longest(); }
    const Comparison& comparison() const { return m_comparison; }

private:
    void moveTo(double position) override { m_view.setPosition(position); }

    Comparison m_comparison;
    StageLook m_look;
    CompareView m_view;
};

} // namespace hareloom::ui
