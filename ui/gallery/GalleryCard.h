// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/gallery/Preview.h"
#include "ui/stage/RealRows.h"
#include "ui/stage/Stage.h"

#include <QAbstractButton>
#include <QTimer>

#include <optional>

namespace hareloom::ui {

/// One thing to start: a picture that plays while it is looked at, a title, a sentence and a line of facts.
/// Pressed by the mouse, Space or Return.
class GalleryCard : public QAbstractButton
{
    Q_OBJECT
public:
    /// What is written on it.
    struct Face
    {
        QString title, body, foot;
        QString family;         // whose glyph stands in for the picture, and whose name stands on it
        bool isMissing = false; // greyed: there is nothing to open
        int step = 0;           // of a path, from 1; 0: none
        QStringList paragraphs = {}; // below the body, a few lines each; cards of a section have as many
    };

    explicit GalleryCard(Face face, QWidget* parent = nullptr);
    ~GalleryCard() override;

    const Face& face() const { return m_face; }
    void setFace(Face face);
    void setFoot(const QString& words);
    void setBody(const QString& words);
    void setTheme(const Theme& theme);
    void setReducedMotion(bool on) { m_reducedMotion = on; }
    /// Rests on generation 0 and plays the beginning: what becomes of it is for the run to show. `isOwn`:
    /// somebody's own run, which rests on its last and plays to it.
    void setPreview(PreviewPtr preview, bool isOwn = false);
    /// The data that generation 0 learns from, in place of a run.
    void setRealData(const RealData& real);
    bool hasRealData() const { return m_real.has_value(); }
    const PreviewPtr& preview() const { return m_preview; }
    /// Whether a right click or Delete takes it off.
    void setRemovable(bool on) { m_isRemovable = on; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void removeRequested();
    /// An arrow key, Home or End.
    void moveRequested(int key);
    /// A letter that belongs to the filter.
    void typed(const QString& text);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void look();
    void advance();
    void paintPicture(QPainter& painter, const QRectF& area);
    void paintTag(QPainter& painter, const QRectF& area) const;
    void paintWords(QPainter& painter, const QRectF& area) const;
    std::size_t restsOn() const;
    std::size_t playsTo() const;

    Face m_face;
    const Theme* m_theme = &lightTheme();
    PreviewPtr m_preview;
    std::unique_ptr<Stage> m_stage;
    std::optional<RealData> m_real;
    std::size_t m_shown = 0; // of the preview's links
    bool m_isOwn = false;    // the preview is somebody's own run
    QTimer m_timer;
    bool m_reducedMotion = false;
    bool m_isRemovable = false;
};

} // namespace hareloom::ui
