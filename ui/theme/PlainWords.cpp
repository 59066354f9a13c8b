// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/PlainWords.h"

#include <QApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QToolTip>

namespace hareloom::ui {

namespace {

constexpr int kLineLength = 90; // characters

/// Every label is told of its polish before it measures or paints its words for the first time; a tool tip is
/// a label too, and is polished before it has any.
class PlainWords final : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Polish) {
            auto* label = qobject_cast<QLabel*>(watched);
            if (label && label->textFormat() == Qt::AutoText)
                label->setTextFormat(Qt::PlainText);
        } else if (event->type() == QEvent::ToolTip && watched->isWidgetType()) {
            return showFolded(*static_cast<QWidget*>(watched), *static_cast<QHelpEvent*>(event));
        }
        return false;
    }

private:
    // What fits a line is left to the widget.
    static bool showFolded(QWidget& widget, const QHelpEvent& event)
    {
        const QString tip = widget.toolTip(), lines = folded(tip);
        if (lines == tip)
            return false;
        QToolTip::showText(event.globalPos(), lines, &widget, QRect(), widget.toolTipDuration());
        return true;
    }
};

QString foldedLine(const QString& line)
{
    QString folded;
    qsizetype begin = 0; // of the line that is being filled
    for (const QString& word : line.split(QLatin1Char(' '))) {
        if (folded.size() > begin && folded.size() - begin + word.size() >= kLineLength) {
            folded += QLatin1Char('\n');
            begin = folded.size();
        } else if (!folded.isEmpty()) {
            folded += QLatin1Char(' ');
        }
        folded += word;
    }
    return folded;
}

} // namespace

void keepWordsPlain()
{
    static const QString name = QStringLiteral("plainWords");
    if (qApp->findChild<QObject*>(name, Qt::FindDirectChildrenOnly))
        return;
    auto* words = new PlainWords(qApp);
    words->setObjectName(name);
    qApp->installEventFilter(words);
}

QString folded(const QString& words)
{
    QStringList lines = words.split(QLatin1Char('\n'));
    for (QString& line : lines)
        if (line.size() > kLineLength)
            line = foldedLine(line);
    return lines.join(QLatin1Char('\n'));
}

} // namespace hareloom::ui
