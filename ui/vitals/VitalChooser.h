// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <string>
#include <vector>

QT_BEGIN_NAMESPACE
class QListWidget;
class QToolButton;
QT_END_NAMESPACE

namespace hareloom::ui {

/// A popup with every metric that can be shown: ticked ones are, in the list's order. Rows are dragged, or
/// moved with the buttons or Alt+Up and Alt+Down. What is changed applies at once.
class VitalChooser : public QFrame
{
    Q_OBJECT
public:
    struct Row
    {
        std::string metric;
        QString title;
        bool isShown = false;
    };

    explicit VitalChooser(QWidget* parent);

    void setRows(const std::vector<Row>& rows);
    std::vector<std::string> chosen() const;
    QListWidget* list() const { return m_list; }

Q_SIGNALS:
    void choiceChanged();
    void usualRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QToolButton* addButton(const QString& text, const QString& tip);
    void moveRow(int by);

    QListWidget* m_list;
    QToolButton *m_up, *m_down, *m_usual;
};

} // namespace hareloom::ui
