// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace hareloom::ui {

/// A part of the window: what it is called, what it shows and what one can do there.
struct HelpRegion
{
    QPointer<QWidget> widget;
    QString name, words;
};

/// Explains the live window region by region: everything but one region is darkened, and a note beside it says what it
/// is. Right, Space or a click on another region go on, Left goes back, Escape and F1 end it. Regions that are not in
/// sight are left out. It covers its parent and deletes itself.
class WindowTour : public QWidget
{
    Q_OBJECT
public:
    /// Takes the keyboard; gives it back to whoever had it.
    WindowTour(std::vector<HelpRegion> regions, QWidget* parent);

    std::size_t count() const { return m_regions.size(); }
    std::size_t current() const { return m_current; }
    /// What the note says.
    QString name() const;
    QString words() const;
    /// Of the note, in this widget.
    QRect noteArea() const { return m_note->geometry(); }
    QRect regionArea() const;

public Q_SLOTS:
    /// Past the last one it ends.
    void next();
    void previous();

Q_SIGNALS:
    /// More is asked for than a note can say.
    void documentationRequested();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QRect areaOf(const HelpRegion& region) const;
    void makeNote();
    void show(std::size_t index);
    void placeNote();
    void end();

    std::vector<HelpRegion> m_regions;
    std::size_t m_current = 0;
    QPointer<QWidget> m_before; // who had the keyboard
    QWidget* m_note;
    QLabel *m_name, *m_words, *m_place;
    QPushButton *m_back, *m_next;
};

} // namespace hareloom::ui
