// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gallery/GalleryCard.h"

#include <QLabel>
#include <QWidget>

#include <functional>

namespace hareloom::ui {

/// Cards in sections, in as many columns as there is room for. One card takes part in the Tab order, the
/// one that had the focus last; arrows, Home and End go to the others.
class CardGrid : public QWidget
{
    Q_OBJECT
public:
    explicit CardGrid(QWidget* parent = nullptr);

    /// A section below those there are, not seen before it has a card. `tools`: beside its heading, taken over; may be
    /// null.
    void addSection(const QString& section, QWidget* tools = nullptr);
    /// Takes the card over, into a section that is there.
    void add(GalleryCard* card, const QString& section);
    /// Deletes every card of a section, which stays where it is.
    void clearSection(const QString& section);
    /// Shows only cards that `isWanted`; sections without one lose their heading.
    void filter(const std::function<bool(const GalleryCard&)>& isWanted);
    void setTheme(const Theme& theme);

    QList<GalleryCard*> cards() const;
    QList<GalleryCard*> shownCards() const;
    /// The one that Tab reaches; null when none is shown.
    GalleryCard* current() const;
    /// Cards beside each other.
    int columns() const { return m_columns; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override { return minimumSizeHint(); }

Q_SIGNALS:
    /// A card has got the focus and should be in sight.
    void reached(QWidget* card);
    void typed(const QString& text);
    /// Up from the first row.
    void leftUpwards();
    void columnsChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Section
    {
        QString title;
        QLabel* heading;
        QWidget* tools; // may be null
        QList<GalleryCard*> cards;
        void show(bool on);
    };

    Section* find(const QString& title);
    static int columnsIn(int width, const Section& section);
    int place(int width, bool moves) const;
    static void placeHeading(const Section& section, int y, int width);
    void arrange();
    void makeCurrent(GalleryCard* card);
    void move(GalleryCard* from, int key);

    QList<Section> m_sections;
    GalleryCard* m_current = nullptr;
    int m_columns = 1;
};

} // namespace hareloom::ui
