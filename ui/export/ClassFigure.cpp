// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/ClassFigure.h"

#include "core/base/Quantile.h"
#include "ui/plot/PlotFrame.h"
#include "ui/theme/OkLab.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <map>

namespace hareloom::ui {

namespace {

constexpr double kGap = 12, kRowGap = 10, kBar = 14, kDot = 4.5;
constexpr QSizeF kSize(800, 460);

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

/// Those of all learners who have one; numbers, one for each of a question's places.
struct Numbers
{
    std::vector<std::vector<double>> predicted, came;
};

Numbers numbersOf(const LessonStep& step, const ClassAnswers& answers)
{
    Numbers all;
    for (const LessonAnswers& learner : answers.learners)
        if (const LessonAnswer* answer = learner.find(step.id)) {
            if (!answer->prediction.numbers.empty())
                all.predicted.push_back(answer->prediction.numbers);
            if (!answer->outcome.numbers.empty())
                all.came.push_back(answer->outcome.numbers);
        }
    return all;
}

/// Two marks with their words, at the upper right; the height that they take.
double paintKey(QPainter& painter, const QRectF& area, const QString& predicted, const QString& came,
                const Theme& theme)
{
    painter.setFont(themeFont(TextSize::Small));
    const QFontMetricsF metrics(painter.font());
    double right = area.right();
    for (const auto& [words, colour] : {std::pair(came, theme.generation(1)), {predicted, theme.accent}}) {
        right -= metrics.horizontalAdvance(words);
        painter.setPen(theme.muted);
        paintText(painter, {right, area.top()}, Qt::AlignLeft | Qt::AlignTop, words);
        right -= kGap + 8;
        painter.fillRect(QRectF(right, area.top() + 3, 12, 10), colour);
        right -= kGap;
    }
    return metrics.height() + kGap;
}

/// Within the area, in letters that leave room for all of them; what no size has room for ends in "…".
void paintFitting(QPainter& painter, const QRectF& area, const QString& words)
{
    constexpr int kFlags = Qt::AlignRight | Qt::AlignVCenter | Qt::TextWordWrap;
    constexpr double kLeast = 0.7;
    const QFont usual = painter.font();
    QFont font = usual;
    for (double size = 1; size > kLeast; size -= 0.05) {
        font.setPixelSize(std::max(1, static_cast<int>(std::floor(QFontInfo(usual).pixelSize() * size))));
        painter.setFont(font);
        if (painter.boundingRect(area, kFlags, words).height() <= area.height())
            break;
    }
    const double lines =
        std::max(1.0, std::floor(area.height() / QFontMetricsF(painter.font()).lineSpacing()));
    const bool fits = painter.boundingRect(area, kFlags, words).height() <= area.height();
    painter.drawText(
        area, kFlags,
        fits ? words
             : QFontMetricsF(painter.font()).elidedText(words, Qt::ElideRight, 0.9 * lines * area.width()));
    painter.setFont(usual);
}

void paintBars(QPainter& painter, const QRectF& area, const QStringList& options,
               const std::vector<OptionCount>& counts, std::size_t learners, const Theme& theme)
{
    painter.setFont(themeFont(TextSize::Body));
    const double label = 0.45 * area.width(), most = std::max<double>(1, double(learners));
    const double row = area.height() / double(std::max<std::size_t>(1, counts.size()));
    const double gap = std::min(kRowGap, row / 8), bar = std::min(kBar, (row - gap - 2) / 2);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double top = area.top() + double(i) * row;
        painter.setPen(theme.text);
        paintFitting(painter, QRectF(area.left(), top, label - kGap, row - gap), options[qsizetype(i)]);
        const double left = area.left() + label, width = area.width() - label - 40;
        double y = top + (row - gap) / 2 - bar - 1;
        for (const auto& [count, colour] :
             {std::pair(counts[i].predicted, theme.accent), {counts[i].came, theme.generation(1)}}) {
            const double length = width * count / most;
            painter.fillRect(QRectF(left, y, std::max(1.0, length), bar), colour);
            painter.setPen(theme.text);
            paintText(painter, {left + length + 6, y + bar / 2}, Qt::AlignLeft | Qt::AlignVCenter,
                      QString::number(count));
            y += bar + 2;
        }
    }
}

/// From the 10% to the 90% point of the runs, and their median, at each of the question's generations.
void paintFan(QPainter& painter, const PlotFrame& plot, const Question& question,
              const std::vector<std::vector<double>>& came, const Theme& theme)
{
    if (came.empty())
        return;
    QPolygonF upper, lower, middle;
    for (std::size_t i = 0; i < question.generations.size(); ++i) {
        std::vector<double> values;
        for (const std::vector<double>& run : came)
            if (i < run.size() && std::isfinite(run[i]))
                values.push_back(std::clamp(run[i], question.least, question.most));
        if (values.empty())
            continue;
        std::sort(values.begin(), values.end());
        const auto x = double(question.generations[i]);
        upper << plot.at(x, quantileOf(values, 0.9));
        lower.prepend(plot.at(x, quantileOf(values, 0.1)));
        middle << plot.at(x, quantileOf(values, 0.5));
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(withAlpha(theme.generation(1), 0.22));
    painter.drawPolygon(upper + lower);
    painter.setPen(QPen(theme.generation(1), 2.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(middle);
}

void paintCurves(QPainter& painter, const QRectF& area, const Question& question, const Numbers& all,
                 const Theme& theme)
{
    const AxisRange x{double(question.generations.front()), double(question.generations.back()), false},
        y{question.least, question.most, question.isLogarithmic};
    PlotFrame::Axis across{x, tr("generation"), wholeTicks(x, 8)}, up{y, {}, niceTicks(y, 6)};
    painter.setFont(themeFont(TextSize::Small));
    const PlotFrame plot(area.adjusted(roomLeftOf(up), roomAbove(up), -kGap, -roomBelow(across)), across, up);
    plot.paintGrid(painter, theme);
    paintFan(painter, plot, question, all.came, theme);
    painter.setPen(QPen(withAlpha(theme.accent, 0.55), 1.4));
    for (const std::vector<double>& drawn : all.predicted) {
        QPolygonF line;
        for (std::size_t i = 0; i < std::min(drawn.size(), question.generations.size()); ++i)
            line << plot.at(double(question.generations[i]),
                            std::clamp(drawn[i], question.least, question.most));
        painter.drawPolyline(line);
    }
    painter.setFont(themeFont(TextSize::Small));
    plot.paintAxes(painter, theme);
}

/// Predictions in the upper half, runs in the lower one; "never" at the right end.
void paintNumbers(QPainter& painter, const QRectF& area, const AxisRange& x, const QString& title,
                  const Numbers& all, const Theme& theme)
{
    PlotFrame::Axis across{x, title, niceTicks(x, 8)};
    painter.setFont(themeFont(TextSize::Small));
    const QRectF inner = area.adjusted(kGap, 0, -6 * kGap, -roomBelow(across));
    const PlotFrame plot(inner, across, {{0, 1, false}, {}, {}});
    plot.paintGrid(painter, theme);
    plot.paintAxes(painter, theme);
    const auto paintRow = [&](const std::vector<std::vector<double>>& values, double level,
                              const QColor& colour) {
        painter.setPen(QPen(theme.surface, 1));
        painter.setBrush(colour);
        std::map<int, int> stacked; // so that equal ones are counted by the eye
        for (const std::vector<double>& each : values) {
            const bool isNever = std::isinf(each.front());
            const double at =
                isNever ? inner.right() + 3 * kGap : plot.x(std::clamp(each.front(), x.low, x.high));
            const int above = stacked[static_cast<int>(std::lround(at / (2 * kDot)))]++;
            painter.drawEllipse(QPointF(at, plot.y(level) - above * 1.6 * kDot), kDot, kDot);
        }
        if (std::any_of(values.begin(), values.end(),
                        [](const auto& each) { return std::isinf(each.front()); })) {
            painter.setPen(theme.muted);
            paintText(painter, {inner.right() + 3 * kGap, plot.y(level) + 2 * kDot},
                      Qt::AlignHCenter | Qt::AlignTop, tr("never"));
        }
    };
    paintRow(all.predicted, 0.55, theme.accent);
    paintRow(all.came, 0.08, theme.generation(1));
}

QString textOf(const Lesson& lesson, const std::string& id)
{
    return QString::fromStdString(plainOf(lesson.texts[id]));
}

void paintClass(QPainter& painter, const QRectF& whole, const Lesson& lesson, const LessonStep& step,
                const ClassAnswers& answers, const Theme& theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = whole.adjusted(2 * kGap, kGap, -2 * kGap, -kGap);
    painter.setFont(themeFont(TextSize::Title, QFont::DemiBold));
    painter.setPen(theme.text);
    const QString asked = textOf(lesson, step.id + ".ask");
    const QRectF head = QFontMetricsF(painter.font()).boundingRect(area, Qt::TextWordWrap, asked);
    painter.drawText(head, Qt::TextWordWrap, asked);
    const QRectF below = area.adjusted(0, head.height() + kGap, 0, 0);
    const std::size_t learners = answers.learners.size();
    const double used =
        paintKey(painter, below, tr("expected, %1 learners").arg(learners), tr("came, in their runs"), theme);
    const QRectF room = below.adjusted(0, used, 0, 0);
    const Question& question = *step.ask;
    if (!question.options.empty()) {
        QStringList options;
        for (const LessonOption& option : question.options)
            options << QString::fromStdString(plainOf(labelOf(lesson, step, option.id)));
        return paintBars(painter, room, options, countOptions(step, answers), learners, theme);
    }
    const Numbers numbers = numbersOf(step, answers);
    if (question.kind == QuestionKind::DrawCurve)
        return paintCurves(painter, room, question, numbers, theme);
    const bool isMark = question.kind == QuestionKind::Mark;
    const LessonExperiment* of = lesson.findExperiment(step.experiment);
    const double last = of ? double(of->experiment.generations) : 1;
    paintNumbers(painter, room,
                 isMark ? AxisRange{0, std::max(1.0, last), false}
                        : AxisRange{question.least, question.most, false},
                 isMark ? tr("generation") : QString(), numbers, theme);
}

} // namespace

Figure classFigure(const Lesson& lesson, const LessonStep& step, const ClassAnswers& answers)
{
    Figure figure;
    figure.size = kSize;
    figure.title = textOf(lesson, "title");
    figure.origin =
        tr("%1 · answers of %2 learners").arg(figure.title, QString::number(answers.learners.size()));
    const auto index = static_cast<std::size_t>(&step - lesson.steps.data());
    figure.paint = [lesson, index, answers](QPainter& painter, const QRectF& area,
                                            const FigureOptions& options) {
        paintClass(painter, area, lesson, lesson.steps[index], answers, *options.theme);
    };
    return figure;
}

QString classWords(const Lesson& lesson, const LessonStep& step, const ClassAnswers& answers)
{
    int given = 0, right = 0;
    for (const LessonAnswers& learner : answers.learners)
        if (const LessonAnswer* answer = learner.find(step.id); answer && !answer->prediction.isEmpty()) {
            ++given;
            right += answer->isRight.value_or(false) ? 1 : 0;
        }
    QString sentence = tr("%1 of %2 learners answered, and %3 were right.")
                           .arg(given)
                           .arg(answers.learners.size())
                           .arg(right);
    const auto counts = countOptions(step, answers);
    for (std::size_t i = 0; i < counts.size(); ++i)
        sentence += QLatin1Char(' ') +
                    tr("%1: expected by %2, came in %3 runs.")
                        .arg(QString::fromStdString(plainOf(labelOf(lesson, step, step.ask->options[i].id))),
                             QString::number(counts[i].predicted), QString::number(counts[i].came));
    return sentence;
}

} // namespace hareloom::ui
