// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/ExportPlan.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QComboBox;
class QFormLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTabWidget;
QT_END_NAMESPACE

namespace hareloom::ui {

class FigureAxes;
class FigureLook;
class PanelChooser;

/// Asks what to write, how and where, shows what will come of it, and writes it. Figures are light whatever
/// the screen shows. Folder, name, resolution and the figures' look are remembered. GUI thread.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    /// `what`: where it begins.
    ExportDialog(ExportMaterial material, ExportWhat what, QWidget* parent = nullptr);

    ExportChoice choice() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void makeChoices(ExportWhat what);
    void makeGeneration();
    /// Another generation or another spread.
    void takeMaterial();
    void makeNumbers();
    void makeTabs();
    void setSize(const QSizeF& mm);
    /// The tabs that have a meaning for what is exported.
    /// Whether the current chart's axes can be as somebody wants them.
    bool hasAxes() const;
    void adaptTabs(ExportWhat what);
    /// Why the figures cannot be drawn as they are asked for; empty: they can.
    QString problemOf(const ExportChoice& choice) const;
    void makePlace();
    void connectAll();
    QWidget* makeButtons();
    void offerFormats();
    /// Preview, names and what can be asked for now.
    void adapt();
    void showPicture();
    void showNames();
    QString namesOf(const QStringList& paths) const;
    void browse();
    void writeAll();
    bool mayReplace(const QStringList& there);
    void remember() const;
    void say(const QString& sentence, bool isProblem);

    static constexpr qsizetype kNamesShown = 3;

    ExportMaterial m_material;
    QComboBox *m_what, *m_format;
    QSpinBox *m_generation = nullptr, *m_dpi, *m_width, *m_height;
    QHBoxLayout* m_sides;
    QTabWidget* m_tabs;
    FigureLook* m_look;
    FigureAxes* m_axes;
    PanelChooser* m_panels;
    QLabel* m_pixels;
    QLineEdit *m_folder, *m_pattern;
    QLabel *m_picture, *m_names, *m_result;
    QPushButton *m_write, *m_openFolder;
    QFormLayout* m_form;
};

} // namespace hareloom::ui
