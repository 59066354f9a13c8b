// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QToolButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace hareloom::ui {

/// A part of the drawer with a title that opens and closes it; remembered under `key`.
class RecipeSection : public QWidget
{
    Q_OBJECT
public:
    RecipeSection(const QString& title, const QString& key, bool isOpenAtFirst, QWidget* parent = nullptr);

    void add(QWidget* widget);
    QString title() const;
    void setTitle(const QString& title);
    bool isOpen() const;
    void setOpen(bool open);
    /// Opens it for now; it is not remembered.
    void reveal() { show(true); }

private:
    void show(bool open);

    QString m_key;
    QToolButton* m_title;
    QWidget* m_body;
    QVBoxLayout* m_column;
};

} // namespace hareloom::ui
