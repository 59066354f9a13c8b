// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/families/image/LatentDecoder.h"
#include "ui/stage/StageOverlay.h"
#include "ui/stage/StageView.h"

namespace hareloom::ui {

/// Over a stage of images: what a decoder draws of the point in the latent plane that is read, and of the
/// points between two images when one drags from one to the other. With the keyboard, Return sets the
/// beginning and the end at what is read (Ctrl and the arrows). Escape ends it. Decoding is done elsewhere
/// (LatentDecoder).
class LatentWalk : public StageOverlay
{
    Q_OBJECT
public:
    static constexpr int kPictures = 9;

    explicit LatentWalk(StageView& view);

    void setTheme(const Theme& theme) override;
    /// What is shown; null where nothing is.
    const LatentPictures* pictures() const { return m_pictures ? &*m_pictures : nullptr; }
    /// In words: what is shown, or why nothing can be.
    QString caption() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Step { Reads, Walks, Rests }; // follows what is read; so does its end; both ends are set

    struct End
    {
        QPointF at;
        std::shared_ptr<const LatentPoint> point;
    };

    std::optional<End> read() const;
    bool takeKey(int key);
    void begin();
    void look();
    void clear();
    void show(const LatentPictures& pictures);
    void tell();
    QRectF panelFor(const QSizeF& size) const;
    void paintLine(QPainter& painter) const;
    void paintPanel(QPainter& painter) const;

    StageView& m_view;
    const Theme* m_theme = &lightTheme();
    LatentDecoder m_decoder;
    Step m_step = Step::Reads;
    std::optional<End> m_start, m_end;
    int m_mode = 0;
    std::optional<LatentJob> m_asked;
    std::optional<LatentPictures> m_pictures;
    QString m_problem;
    bool m_looksSoon = false;
};

} // namespace hareloom::ui
