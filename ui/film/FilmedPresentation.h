// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/film/FilmScene.h"
#include "ui/presenter/Presented.h"

#include <QImage>
#include <QObject>

namespace hareloom::ui {

/// A film of what a presentation shows: title and number of the generation above, the stage, the charts as
/// far as the film has come, what is told, and how far along it is.
class FilmedPresentation : public QObject, public FilmScene
{
public:
    void paint(QPainter& painter, double position, const FilmLook& look) override;

protected:
    struct Words
    {
        QString title, question;
        QString chain; // which of several; empty where there is one
    };

    void present(std::unique_ptr<Presented> presented, Words words);
    /// Everything that is presented moves there.
    virtual void moveTo(double position) = 0;
    /// Back to nothing, before what it paints goes.
    void endPresenting() { m_presented.reset(); }

private:
    void paintCharts(QPainter& painter, const QRectF& area, double zoom, const FilmLook& look);
    void paintTold(QPainter& painter, const QRectF& area, int shown, const Theme& theme) const;

    std::unique_ptr<Presented> m_presented;
    Words m_words;
    QImage m_still; // of the charts, what stays while generations pass
    const Theme* m_stillTheme = nullptr;
    bool m_isStillOld = true;
};

} // namespace hareloom::ui
