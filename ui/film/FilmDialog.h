// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/Naming.h"
#include "ui/film/FilmJob.h"

#include <QDialog>

#include <vector>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Something that can be filmed: what the window showed when it was asked.
struct FilmSubject
{
    QString words;        // "The stage: Chains"
    QString name;         // {chart} of a file's name: "film"
    int generations = 1;  // that there are
    bool hasParts = true; // title, charts and story can be left out, and it can have another theme
    bool canGlide = true;
    FilmAbout about;
    std::function<std::unique_ptr<FilmScene>(const FilmLook&)> make;
};

/// What there is to film. Never empty; the first is what the window shows.
struct FilmMaterial
{
    std::vector<FilmSubject> subjects;
    NameValues values;            // all but `chart` and `generation`
    const Theme* theme = nullptr; // that the window wears
};

/// Asks what to film, how and where, makes the film while the window goes on, and says what came of it. What
/// was chosen is remembered. Closed while a film is made, it stops that, and nothing of it is left. GUI
/// thread.
class FilmDialog : public QDialog
{
    Q_OBJECT
public:
    explicit FilmDialog(FilmMaterial material, QWidget* parent = nullptr);
    ~FilmDialog() override;

    /// As it is chosen now. Errors: InvalidInput, Unsupported, System; what the dialog says.
    Result<FilmWish> wish() const;
    bool isAtWork() const { return m_job != nullptr; }
    /// Makes the film; asks first where there is such a file.
    void make();
    /// What the dialog says.
    QString said() const;

Q_SIGNALS:
    /// It has come to an end, well or not.
    void ended();

protected:
    void showEvent(QShowEvent* event) override;
    void done(int result) override;

private:
    void makeChoices();
    void makePace();
    void makeLook();
    void makeParts();
    void makePlace();
    QWidget* makeButtons();
    void connectAll();
    void adaptToSubject();
    void adaptToFormat();
    /// What can be asked for now, what it will come to, and the picture.
    void adapt();
    void showPicture();
    void browse();
    void setChoosing(bool on);
    void takeEnd(const Result<qint64>& outcome);
    void showProgress();
    bool mayReplace(const QString& path);
    void remember() const;
    void recall();
    void say(const QString& sentence, bool isProblem);
    const FilmSubject& subject() const;
    FilmFormat format() const;
    FilmLook look() const;
    FilmTiming timing() const;
    std::vector<int> generations() const;

    FilmMaterial m_material;
    std::unique_ptr<FilmScene> m_preview; // of the subject it was made of; null until it is needed
    std::unique_ptr<FilmJob> m_job;       // while a film is made
    QWidget* m_choices;
    QFormLayout* m_form;
    QComboBox *m_subject, *m_format, *m_sizes, *m_theme;
    QSpinBox *m_first, *m_last, *m_stride, *m_ticks, *m_width, *m_height;
    QDoubleSpinBox *m_speed, *m_firstStill, *m_lastStill;
    QCheckBox *m_glides, *m_title, *m_charts, *m_story;
    QLineEdit *m_folder, *m_name;
    QLabel *m_picture, *m_comesTo, *m_result;
    QProgressBar* m_progress;
    QPushButton *m_make, *m_stop, *m_openFolder;
};

} // namespace hareloom::ui
