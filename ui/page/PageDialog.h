// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/Page.h"

#include <QDialog>

#include <functional>

QT_BEGIN_NAMESPACE
class QButtonGroup;
class QCheckBox;
class QLabel;
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
    /// Says in the dialog what became of it. Errors are said there, too.
    void write(const QString& path);
    /// Whoever answers asks where to write; empty: nowhere.
    void setAsk(std::function<QString()> ask) { m_ask = std::move(ask); }

Q_SIGNALS:
    void saved(const QString& path);

private:
    void openSaved();

    std::vector<PageChoice> m_choices;
    int m_shown;
    QButtonGroup *m_what, *m_begin;
    QCheckBox* m_hides;
    QLabel* m_state;
    QPushButton *m_save, *m_open;
    QString m_path;
    std::function<QString()> m_ask;
};

} // namespace hareloom::ui
