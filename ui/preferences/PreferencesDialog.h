// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/ThemeControl.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QAction;
class QFormLayout;
class QLabel;
class QScrollArea;
class QLineEdit;
QT_END_NAMESPACE

namespace hareloom::ui {

class LanguageControl;

/// What a user chooses once. Every change holds at once and is kept; there is nothing to confirm.
class PreferencesDialog : public QDialog
{
    Q_OBJECT
public:
    /// `themes`, `languages` and `reducedMotion`, the window's switch, outlive this. Without `languages` none is offered.
    PreferencesDialog(ThemeControl& themes, LanguageControl* languages, QAction& reducedMotion,
                      QWidget* parent = nullptr);

private:
    QWidget* makeLanguage(LanguageControl& languages);
    QWidget* makeTheme();
    QWidget* makeFontScale();
    QWidget* makeMotion(QAction& reducedMotion);
    QWidget* makeThreads();
    QWidget* makeFolder();
    void addRow(QFormLayout* form, const QString& title, QWidget* control, const QString& help);
    void setFolder(const QString& typed);
    void fitScreen();

    ThemeControl& m_themes;
    QScrollArea* m_scroll;
    QLineEdit* m_folder = nullptr;
    QLabel* m_folderHelp = nullptr;
};

} // namespace hareloom::ui
