// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/Comparison.h"
#include "ui/stage/StageLook.h"
#include "ui/stage/StageScene.h"

#include <QWidget>

#include <optional>

namespace hareloom::ui {

/// One column's stage: painted small, on axes that all columns share where their families agree.
class CompareStage : public QWidget
{
    Q_OBJECT
public:
    /// `look` outlives this.
    explicit CompareStage(const StageLook& look, QWidget* parent = nullptr);

    /// `axes`: generation 0 whose axes are shared; null for the column's own. Keeps the source's session
    /// alive.
    void setSource(const CompareSource& source, const GenerationPtr& axes);
    /// Reads the real data at once, not beside this thread: for films.
    void readDataNow();
    void setTheme(const Theme& theme);
    /// Shows the way of looking of this name; its first where it has none so called.
    void showMode(const QString& name);
    /// The name of the way of looking that is shown; empty without a stage.
    QString mode() const;
    void setPosition(double position);
    /// Takes in new generations.
    void refresh();

    /// Null until there is a source.
    StageScene* scene() { return m_scene.get(); }
    /// "Generation 12 of 50", and whether the run has ended before the generation asked for.
    QString caption(double position) const;
    /// Caption and stage, without a frame: also for figures.
    void paintInto(QPainter& painter, const QRectF& area, double position, const Theme& theme);

    /// The stage, and a caption only where it says more than the generation that all show.
    void paintData(QPainter& painter, const QRectF& area, double position, const Theme& theme);

    QSize sizeHint() const override { return {320, 240}; }
    QSize minimumSizeHint() const override { return {100, 60}; }

Q_SIGNALS:
    void realDataRead(const hareloom::ui::RealData& real);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void takeData(const RealData& real);
    StageOptions options() const;
    void paintCaption(QPainter& painter, const QRectF& area, double position, const Theme& theme) const;
    void paintRoom(QPainter& painter, const QRectF& room, double position, const Theme& theme);
    bool isBeyond(double position) const;

    const StageLook& m_look;
    std::optional<CompareSource> m_source;
    std::unique_ptr<StageScene> m_scene;
    RealRows m_realRows;
    const Theme* m_theme = &lightTheme();
    QString m_mode;
    double m_position = 0;
};

} // namespace hareloom::ui
