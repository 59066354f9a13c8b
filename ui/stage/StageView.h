// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/stage/StageScene.h"

#include <QWidget>

namespace hareloom::ui {

/// The middle of the window: the stage at the cursor's position, or the invitation to run.
class StageView : public QWidget
{
    Q_OBJECT
public:
    /// `scene` outlives this.
    explicit StageView(StageScene& scene, QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setPosition(double position);
    void setOptions(const StageOptions& options);
    const StageOptions& options() const { return m_options; }
    QSize sizeHint() const override { return {904, 480}; }
    QSize minimumSizeHint() const override { return {400, 220}; }

Q_SIGNALS:
    /// Clicked while there is nothing to see yet.
    void runRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    StageScene& m_scene;
    const Theme* m_theme = &lightTheme();
    StageOptions m_options;
    double m_position = 0;
};

} // namespace hareloom::ui
