// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/sweep/SweepChart.h"
#include "ui/sweep/SweepModel.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QSlider;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Chooses which picture of a sweep is shown: metric, generation, the settings along both axes, the values of
/// the others, and how it is drawn. What there is no choice of is left out. GUI thread.
class SweepControls : public QWidget
{
    Q_OBJECT
public:
    explicit SweepControls(QWidget* parent = nullptr);

    /// Another sweep.
    void setModel(const SweepModel& model);
    /// New metrics or generations of the same one.
    void refresh(const SweepModel& model);
    const SweepChoice& choice() const { return m_choice; }
    SweepShape shape() const { return m_shape; }
    /// Leaves the generation alone in sight, for a room.
    void setPresented(bool on);
    /// By so many of the generations that there are; false where that is beyond the first or the last.
    bool step(int by);
    void showFirst();

Q_SIGNALS:
    void changed();

private:
    void fillBoxes();
    void layOut();
    void connectChoices();
    void fillMetrics(const SweepModel& model);
    void fillGenerations(const SweepModel& model);
    void fillAxes();
    void fillFixed();
    void chooseMetric(int index);
    void chooseAxes();
    void explainMetric();
    void adapt();
    void place(QWidget* widget, const QString& label, QHBoxLayout* row);

    std::vector<SweptAxis> m_dimensions;
    std::vector<std::string> m_metrics;
    std::vector<std::int64_t> m_generations;
    SweepChoice m_choice;
    SweepShape m_shape = SweepShape::Map;
    QHBoxLayout *m_above, *m_below;
    QComboBox *m_metric, *m_across, *m_up, *m_shapes, *m_spread;
    QSlider* m_generation;
    QLabel* m_generationWords;
    bool m_isPresented = false, m_hasSpread = false;
    QCheckBox* m_log;
    QWidget* m_fixed = nullptr; // a box for each dimension along no axis
};

} // namespace hareloom::ui
