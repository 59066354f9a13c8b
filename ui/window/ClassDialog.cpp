// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/ClassDialog.h"

#include "ui/accessible/ChartDescription.h"
#include "ui/export/ClassFigure.h"
#include "ui/language/EngineSentence.h"
#include "ui/window/FileQuestions.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr double kWidth = 800; // of the figure: it grows with the window, words and all

} // namespace

/// One figure, as large as there is room.
class ClassPicture : public QWidget
{
public:
    ClassPicture(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {}

    void setFigure(Figure figure)
    {
        m_figure = std::move(figure);
        update();
    }
    const Figure& figure() const { return m_figure; }
    QSize sizeHint() const override { return {960, 560}; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.surface);
        if (!m_figure.paint)
            return;
        const FontScaleScope asZoomed(1);
        const double zoom = std::max(1.0, width() / kWidth);
        painter.scale(zoom, zoom);
        FigureOptions look;
        look.theme = &m_theme;
        m_figure.paint(painter, QRectF(0, 0, width() / zoom, height() / zoom), look);
    }

private:
    const Theme& m_theme;
    Figure m_figure;
};

ClassDialog::ClassDialog(Lesson lesson, ClassAnswers answers, const Theme& theme, QWidget* parent)
    : QDialog(parent),
      m_lesson(std::move(lesson)),
      m_answers(std::move(answers)),
      m_theme(theme),
      m_questions(new QComboBox(this)),
      m_back(new QPushButton(tr("&Back"), this)),
      m_next(new QPushButton(tr("&Next"), this)),
      m_picture(new ClassPicture(theme, this)),
      m_note(new QLabel(this))
{
    setWindowFlags(Qt::Window);
    setWindowTitle(tr("Answers of a class"));
    for (std::size_t i = 0; i < m_lesson.steps.size(); ++i)
        if (m_lesson.steps[i].ask)
            m_questions->addItem(
                QString::fromStdString(plainOf(m_lesson.texts[m_lesson.steps[i].id + ".ask"])),
                static_cast<int>(i));
    m_questions->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_questions->setAccessibleName(tr("Question"));
    connect(m_questions, &QComboBox::currentIndexChanged, this, &ClassDialog::show);
    auto* picture = new QPushButton(tr("&Save picture…"), this);
    auto* close = new QPushButton(tr("&Close"), this);
    connect(m_back, &QPushButton::clicked, this, [this] { show(current() - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { show(current() + 1); });
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(picture, &QPushButton::clicked, this, &ClassDialog::save);
    for (const auto& [key, way] : {std::pair(Qt::Key_PageDown, 1), {Qt::Key_PageUp, -1}})
        connect(new QShortcut(key, this), &QShortcut::activated, this,
                [this, way = way] { show(current() + way); });
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(m_questions, 1);
    for (QPushButton* button : {m_back, m_next, picture, close}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    m_note->setWordWrap(true);
    QStringList problems;
    for (const std::string& problem : m_answers.problems)
        problems << engineSentence(problem);
    m_note->setText(problems.join(QLatin1Char('\n')));
    m_note->setVisible(!problems.isEmpty());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->setSpacing(kGrid);
    column->addLayout(row);
    column->addWidget(m_picture, 1);
    column->addWidget(m_note);
    show(0);
}

int ClassDialog::count() const
{
    return m_questions->count();
}

int ClassDialog::current() const
{
    return m_questions->currentIndex();
}

void ClassDialog::show(int question)
{
    if (question < 0 || question >= count())
        return;
    m_questions->setCurrentIndex(question);
    QWidget* const held = focusWidget(); // a button that is switched off hands the keyboard on
    m_back->setEnabled(question > 0);
    m_next->setEnabled(question + 1 < count());
    if (held && !held->isEnabled())
        (held == m_next ? m_back : m_next)->setFocus(Qt::OtherFocusReason);
    const LessonStep& step = m_lesson.steps[static_cast<std::size_t>(m_questions->currentData().toInt())];
    m_picture->setFigure(classFigure(m_lesson, step, m_answers));
    m_picture->setAccessibleName(m_questions->currentText());
    m_picture->setAccessibleDescription(classWords(m_lesson, step, m_answers));
}

void ClassDialog::save()
{
    const QString path = askWhereTo(this, tr("Save picture as"),
                                    QString::fromStdString(m_lesson.id) + QStringLiteral("-class.png"),
                                    tr("Pictures (*.png *.svg *.pdf)"), QStringLiteral("png"));
    if (path.isEmpty())
        return;
    const auto written = writeFigure(m_picture->figure(), path, {});
    m_note->setText(written ? tr("Saved: %1").arg(path) : engineSentence(written.error().message));
    m_note->show();
}

} // namespace hareloom::ui
