// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/film/FilmDialog.h"

#include "core/base/AtomicFile.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/Joining.h"
#include "ui/paths/PathBytes.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QStyle>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace hareloom::ui {

FilmDialog::~FilmDialog() = default;

const FilmSubject& FilmDialog::subject() const
{
    return m_material.subjects[static_cast<std::size_t>(std::max(0, m_subject->currentIndex()))];
}

FilmFormat FilmDialog::format() const
{
    return static_cast<FilmFormat>(m_format->currentData().toInt());
}

FilmLook FilmDialog::look() const
{
    FilmLook look;
    look.size = QSize(m_width->value(), m_height->value());
    const bool isOwn = !subject().hasParts || m_theme->currentIndex() == 0;
    look.theme = isOwn ? m_material.theme : m_theme->currentIndex() == 1 ? &lightTheme() : &darkTheme();
    look.hasTitle = m_title->isChecked();
    look.hasCharts = m_charts->isChecked();
    look.hasStory = m_story->isChecked();
    return look;
}

FilmTiming FilmDialog::timing() const
{
    FilmTiming timing;
    timing.generationsPerSecond = m_speed->value();
    timing.ticksPerSecond = m_ticks->value();
    timing.glides = m_glides->isChecked() && subject().canGlide;
    timing.firstStill = m_firstStill->value();
    timing.lastStill = m_lastStill->value();
    return timing;
}

// The last one is always shown.
std::vector<int> FilmDialog::generations() const
{
    std::vector<int> chosen;
    for (int index = m_first->value(); index <= m_last->value(); index += m_stride->value())
        chosen.push_back(index);
    if (!chosen.empty() && chosen.back() != m_last->value())
        chosen.push_back(m_last->value());
    return chosen;
}

Result<FilmWish> FilmDialog::wish() const
{
    if (m_first->value() > m_last->value())
        return invalidInput(tr("The first generation is after the last one.").toStdString());
    auto plan = FilmPlan::make(generations(), timing());
    if (!plan)
        return plan.error();
    NameValues values = m_material.values;
    values.chart = subject().name;
    values.generation = m_first->value();
    values.through = m_last->value();
    const auto name = nameFrom(m_name->text(), values);
    if (!name)
        return name.error();
    const QString folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    if (folder.isEmpty())
        return invalidInput(tr("Choose a folder to write to.").toStdString());
    FilmWish wish{format(), look(), std::move(*plan),
                  QDir(folder).absoluteFilePath(*name + QLatin1Char('.') + endingOf(format())),
                  subject().about};
    if (const auto possible = checkFilm(wish); !possible)
        return possible.error();
    return wish;
}

void FilmDialog::adaptToSubject()
{
    m_preview.reset();
    const int last = subject().generations - 1;
    for (QSpinBox* box : {m_first, m_last})
        box->setRange(0, last);
    m_first->setValue(0);
    m_last->setValue(last);
    m_stride->setRange(1, std::max(1, last));
    m_stride->setValue(1);
    m_speed->setValue(usualSpeed(subject().generations));
    for (QWidget* part : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_charts),
                          static_cast<QWidget*>(m_story), static_cast<QWidget*>(m_theme)})
        part->setEnabled(subject().hasParts);
    m_glides->setEnabled(subject().canGlide);
    adapt();
}

void FilmDialog::adaptToFormat()
{
    const FilmTiming usual = usualTiming(format());
    m_ticks->setValue(usual.ticksPerSecond);
    m_glides->setChecked(usual.glides);
    for (QSpinBox* side : {m_width, m_height}) {
        side->setSingleStep(needsEvenSides(format()) ? 2 : 1);
        if (needsEvenSides(format()))
            side->setValue(side->value() / 2 * 2);
    }
    adapt();
}

void FilmDialog::adapt()
{
    if (isAtWork())
        return;
    const auto wanted = wish();
    m_make->setEnabled(wanted.ok());
    if (!wanted) {
        m_comesTo->clear();
        say(engineSentence(wanted.error().message), true);
        return;
    }
    say({}, false);
    const FilmPlan& plan = wanted->plan;
    QStringList words{tr("%1 seconds, %n frame(s)", nullptr, framesOf(*wanted))
                          .arg(QLocale().toString(plan.seconds(), 'f', 1))};
    if (plan.passedOver() > 0)
        words << tr("at this speed %n generation(s) are passed over", nullptr,
                    static_cast<int>(plan.passedOver()));
    if (QFileInfo::exists(wanted->path))
        words << tr("the file is there already");
    m_comesTo->setText(tr("%1: %2.").arg(QFileInfo(wanted->path).fileName(), clauses(words)));
    showPicture();
}

// The generation in the middle, as the film will show it.
void FilmDialog::showPicture()
{
    if (!isVisible())
        return;
    FilmLook small = look();
    if (!m_preview)
        m_preview = subject().make(small);
    const QSize whole = small.size;
    const double ratio = devicePixelRatioF();
    small.size = whole.scaled((QSizeF(m_picture->size()) * ratio).toSize(), Qt::KeepAspectRatio);
    const auto chosen = generations();
    QImage image(small.size.expandedTo({1, 1}), QImage::Format_RGB32);
    QPainter painter(&image);
    m_preview->paint(painter, chosen[chosen.size() / 2], small);
    painter.end();
    image.setDevicePixelRatio(ratio);
    m_picture->setPixmap(QPixmap::fromImage(image));
}

void FilmDialog::browse()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder to write to"), m_folder->text());
    if (!folder.isEmpty())
        m_folder->setText(QDir::toNativeSeparators(folder));
}

bool FilmDialog::mayReplace(const QString& path)
{
    if (!QFileInfo::exists(path))
        return true;
    QMessageBox box(
        QMessageBox::Warning, tr("Replace"),
        tr("%1 is there already. Replace it? This cannot be undone.").arg(QFileInfo(path).fileName()),
        QMessageBox::Cancel, this);
    const QAbstractButton* replace = box.addButton(tr("&Replace"), QMessageBox::DestructiveRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == replace;
}

void FilmDialog::make()
{
    auto wanted = wish();
    if (!wanted || isAtWork() || !mayReplace(wanted->path))
        return;
    if (!QDir().mkpath(QFileInfo(wanted->path).absolutePath()))
        return say(tr("The folder %1 could not be made.").arg(m_folder->text()), true);
    removeLeftovers(bytesOf(wanted->path));
    remember();
    m_job = std::make_unique<FilmJob>(subject().make(wanted->look), std::move(*wanted));
    connect(m_job.get(), &FilmJob::progressed, this, &FilmDialog::showProgress);
    connect(m_job.get(), &FilmJob::ended, this, &FilmDialog::takeEnd);
    setChoosing(false);
    showProgress();
    m_job->start();
}

void FilmDialog::setChoosing(bool on)
{
    m_choices->setEnabled(on);
    m_progress->setVisible(!on);
    m_stop->setVisible(!on);
    m_make->setVisible(on);
    m_progress->setValue(0);
    (on ? m_make : m_stop)->setFocus(Qt::OtherFocusReason);
}

void FilmDialog::showProgress()
{
    const double left = m_job->secondsLeft();
    const double share = m_job->shareDone();
    m_progress->setValue(static_cast<int>(1000 * share));
    const int percent = static_cast<int>(100 * share);
    say(left < 0 ? tr("The film is being made: %1%. The window goes on meanwhile.").arg(percent)
                 : tr("The film is being made: %1%, %2 seconds left. The window goes on meanwhile.")
                       .arg(percent)
                       .arg(std::ceil(left)),
        false);
}

void FilmDialog::takeEnd(const Result<qint64>& outcome)
{
    const QString path = m_job->wish().path;
    const double seconds = m_job->wish().plan.seconds();
    m_job.release()->deleteLater(); // it is just telling this
    setChoosing(true);
    adapt();
    if (outcome) {
        m_openFolder->setEnabled(true);
        say(tr("Written: %1 (%2, %3 seconds).")
                .arg(QDir::toNativeSeparators(path),
                     QLocale().formattedDataSize(*outcome, 1, QLocale::DataSizeSIFormat),
                     QLocale().toString(seconds, 'f', 1)),
            false);
    } else if (outcome.error().kind == ErrorKind::Stopped) {
        say(tr("Stopped. Nothing of the film is left."), false);
    } else {
        say(engineSentence(outcome.error().message), true);
    }
    Q_EMIT ended();
}

void FilmDialog::done(int result)
{
    m_job.reset();
    QDialog::done(result);
}

void FilmDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    showPicture();
}

QString FilmDialog::said() const
{
    return m_result->text();
}

void FilmDialog::say(const QString& sentence, bool isProblem)
{
    if (sentence == m_result->text())
        return;
    m_result->setText(sentence);
    m_result->setAccessibleName(sentence);
    m_result->setObjectName(isProblem ? QStringLiteral("problem") : QStringLiteral("result"));
    m_result->style()->unpolish(m_result);
    m_result->style()->polish(m_result);
}

} // namespace hareloom::ui
