// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QLayout;
class QLineEdit;
class QListWidget;
class QTextBrowser;
QT_END_NAMESPACE

namespace hareloom::ui {

/// The pages of docs/ inside the program, with links between them. It needs no network; what leads out of the pages is
/// shown as an address and not opened.
class Documentation : public QDialog
{
    Q_OBJECT
public:
    explicit Documentation(QWidget* parent = nullptr);

    /// "metrics" or "metrics#variance": a page, at one of its headings. Does nothing where there is no such page.
    void open(const QString& place);
    /// The page that is shown: "metrics".
    QString page() const;
    /// The heading at the top of what is shown; empty at the page's beginning.
    QString heading() const;
    QTextBrowser* text() const { return m_text; }
    /// Selects the next place, or the one before, that has these words, whatever their case; after the last
    /// of a page it goes on with the next page that has them. False where no page has.
    bool find(const QString& words, bool backwards);

    /// "metrics", "theory", ...: in the order in which the list has them.
    static QStringList pages();

private:
    QLayout* makeSearch();
    void follow(const QUrl& link);
    void showHeading(const QString& fragment);

    QListWidget* m_pages;
    QTextBrowser* m_text;
    QLineEdit* m_wanted;
    QLabel* m_found; // that there is nothing
    QString m_page, m_heading;
};

} // namespace hareloom::ui
