// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/WorksheetDialog.h"

#include "core/lesson/LessonReader.h"
#include "ui/export/WriteFile.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/Languages.h"
#include "ui/theme/Theme.h"
#include "ui/window/FileQuestions.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace hareloom::ui {

WorksheetDialog::WorksheetDialog(const std::string& lesson, QWidget* parent)
    : QDialog(parent),
      m_lesson(new QComboBox(this)),
      m_name(new QLineEdit(this)),
      m_key(new QCheckBox(tr("&With the answers, computed for this learner"), this)),
      m_notes(
          new QCheckBox(tr("Notes for the &teacher instead: aims, misconceptions, what to discuss"), this)),
      m_state(new QLabel(this)),
      m_save(new QPushButton(tr("&Save…"), this)),
      m_job(tr("The worksheet could not be made").toStdString(), [this](const auto& source) { take(source); })
{
    setWindowTitle(tr("Worksheet"));
    for (const std::string& id : shippedLessons())
        if (const auto known = findLesson(id, spokenLanguage().toStdString())) {
            m_lesson->addItem(QString::fromStdString(plainOf(known->texts["title"])),
                              QString::fromStdString(id));
            if (id == lesson)
                m_lesson->setCurrentIndex(m_lesson->count() - 1);
        }
    m_name->setPlaceholderText(tr("none: a line to write it on"));
    m_state->setWordWrap(true);
    m_state->setMinimumWidth(48 * kGrid);
    auto* form = new QFormLayout;
    form->addRow(tr("&Lesson:"), m_lesson);
    form->addRow(tr("&Name:"), m_name);
    form->addRow(QString(), m_key);
    form->addRow(QString(), m_notes);
    connect(m_notes, &QCheckBox::toggled, this, [this](bool on) {
        m_key->setDisabled(on);
        m_name->setDisabled(on);
    });
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_save->setObjectName(QStringLiteral("primary"));
    buttons->addButton(m_save, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_save, &QPushButton::clicked, this, &WorksheetDialog::ask);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->setSpacing(2 * kGrid);
    column->addLayout(form);
    column->addWidget(m_state);
    column->addWidget(buttons);
}

WorksheetWish WorksheetDialog::wish() const
{
    WorksheetWish wish;
    wish.lesson = m_lesson->currentData().toString().toStdString();
    wish.name = m_name->text().trimmed().toStdString();
    wish.isNotes = m_notes->isChecked();
    wish.hasKey = m_key->isChecked() && !wish.isNotes;
    wish.isHtml = m_path.endsWith(QLatin1String(".html"), Qt::CaseInsensitive);
    return wish;
}

void WorksheetDialog::ask()
{
    const WorksheetWish now = wish();
    const QString ending = now.isNotes ? QStringLiteral("html") : QStringLiteral("pdf"),
                  kind = now.isNotes  ? QStringLiteral("-teacher.")
                         : now.hasKey ? QStringLiteral("-key.")
                                      : QStringLiteral(".");
    const QString path =
        askWhereTo(this, tr("Save worksheet as"), m_lesson->currentData().toString() + kind + ending,
                   now.isNotes ? tr("HTML (*.html)") : tr("PDF (*.pdf);;HTML (*.html)"), ending);
    if (!path.isEmpty())
        write(path);
}

void WorksheetDialog::write(const QString& path)
{
    m_path = path;
    m_save->setEnabled(false);
    m_state->setText(wish().hasKey ? tr("The lesson's experiments run, for the answers.") : QString());
    m_job.start([wish = wish()](const StopToken& stop) { return worksheetSource(wish, stop); });
}

void WorksheetDialog::take(const Result<std::shared_ptr<const WorksheetSource>>& source)
{
    m_save->setEnabled(true);
    const auto written =
        source ? writeBytes(worksheetBytes(**source, wish()), m_path) : Result<void>(source.error());
    m_state->setText(written ? tr("Saved: %1").arg(m_path) : engineSentence(written.error().message));
    if (written)
        Q_EMIT saved(m_path);
}

} // namespace hareloom::ui
