// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/PageJob.h"

#include <QDialog>

#include <functional>

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Which models a page may show.
struct PageChoice
{
    QString name;                    // "The chain in view"
    std::function<PageRequest()> of; // asked when the page is written: runs go on meanwhile
};

/// Asks what is on a page that plays, and writes it.
class PageDialog : public QDialog
{
    Q_OBJECT
public:
    /// `choices`: one or more, the first is taken unless told otherwise. `shown`: the generation in view.
    PageDialog(std::vector<PageChoice> choices, int shown, QWidget* parent = nullptr);

    /// What the page would be made of now.
    PageRequest request() const;
    /// Begins to make the page and to write it, beside the GUI thread; the dialog says how far it is and what
    /// became of it. Errors are said there, too. Not while one is made.
    void write(const QString& path);
    bool isAtWork() const { return m_job.isAtWork(); }
    /// Whoever answers asks where to write; empty: nowhere.
    void setAsk(std::function<QString()> ask) { m_ask = std::move(ask); }

Q_SIGNALS:
    void saved(const QString& path);
    /// write() is over: the page is saved, stopped, or could not be.
    void ended();

private:
    QWidget* makeButtons();
    void takeEnd(const Result<qint64>& outcome);
    void setChoosing(bool on);
    void openSaved();

    std::vector<PageChoice> m_choices;
    int m_shown;
    QButtonGroup *m_what, *m_begin;
    QCheckBox* m_hides;
    QLabel* m_state;
    QProgressBar* m_progress;
    QPushButton *m_save, *m_stop, *m_open;
    QString m_path; // of the page that was written last, or is being written
    std::function<QString()> m_ask;
    QWidget* m_choosing; // all that may be chosen
    PageJob m_job;
};

} // namespace hareloom::ui
