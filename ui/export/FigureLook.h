// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/FigurePresets.h"
#include "ui/export/Figures.h"
#include "ui/vitals/VitalSeries.h"

#include <QWidget>

#include <span>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Asks what of a figure is drawn around its axes, in which typeface, lines and colours, and what of several
/// chains is drawn. What was chosen is remembered. GUI thread.
class FigureLook : public QWidget
{
    Q_OBJECT
public:
    /// `hasChains`: there is a spread to choose.
    FigureLook(bool hasChains, QWidget* parent);

    /// Light, whatever the screen shows.
    FigureOptions options() const;
    bool hasFooter() const;
    /// With the address of its moment as a QR code.
    bool hasCode() const;
    Spread spread() const;
    /// Asks only for what these figures have; one or more of them.
    void setOffered(std::span<const Figure* const> figures);
    /// Words can be outlines in a drawing only.
    void setVector(bool isVector);
    void remember() const;

Q_SIGNALS:
    void changed();
    void spreadChosen();
    /// A look with a size of its own.
    void sizeChosen(const QSizeF& mm);

private:
    QCheckBox* box(const QString& words, const QString& help);
    void makeRows(bool hasChains);
    void makeBoxes();
    QWidget* beside(QWidget* wide, QWidget* other);
    void applyStyle(int style);
    void showStyle();
    void recall();

    QFormLayout* m_form;
    QComboBox *m_style, *m_spread = nullptr, *m_family, *m_colours;
    QSpinBox* m_points;
    QDoubleSpinBox* m_lines;
    QCheckBox *m_heading, *m_facts, *m_legend, *m_footer, *m_logGenerations, *m_outlines, *m_code;
};

} // namespace hareloom::ui
