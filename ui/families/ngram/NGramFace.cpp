// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/ngram/NGramFace.h"

#include "core/families/ngram/NGramSettings.h"
#include "ui/presets/OwnSource.h"
#include "ui/texts/OwnProse.h"
#include "ui/texts/TextFace.h"

#include <QCoreApplication>
#include <QPainter>

namespace hareloom::ui {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

/// The quick experiment on somebody's own prose: counting takes no time, so the whole text is counted.
OwnExperiment countedText(const QString& path)
{
    return experimentOnProse("ngram-orders", path, [](Experiment& experiment, const OwnProse& prose) {
        auto& settings = experiment.model.of<NGramSettings>();
        settings.order = prose.hasNoBlanks ? 2 : 3;
        settings.units = prose.hasNoBlanks ? TextUnits::Characters : TextUnits::Words;
        experiment.policy.prompts = Prompts::Training;
        experiment.title = tr("My text, counted").toStdString();
        experiment.story =
            tr("Each model counts in the text before it which word follows which, and writes as much text by these "
               "counts; the next model counts in that. Nothing is trained, so many generations pass while one watches. "
               "Words that stand in the text once or twice go first. For a model that learns more than counts, open the "
               "text again.")
                .toStdString();
    });
}

// Two tokens that choose the third, and the same one token further on.
void drawNgrams(QPainter& p, const QColor& c)
{
    p.setPen(glyphs::stroke(c, 1.3));
    for (const QPointF corner : {QPointF(1.7, 4.2), QPointF(7.3, 14)})
        for (const int token : {0, 1, 2}) {
            p.setBrush(token == 2 ? QBrush(c) : QBrush(Qt::NoBrush));
            p.drawRoundedRect(QRectF(corner + QPointF(5.6 * token, 0), QSizeF(3.4, 5.6)), 0.8, 0.8);
        }
}

class NGramFace final : public TextFace
{
public:
    NGramFace() : TextFace("ngram") {}

    DrawGlyph glyph() const override { return drawNgrams; }
    OwnExperiment experimentOn(const QString& path) const override { return countedText(path); }
};

} // namespace

const Face& ngramFace()
{
    static const NGramFace face;
    return face;
}

} // namespace hareloom::ui
