// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalogue/CatalogueRow.h"

#include "core/catalogue/Folders.h"
#include "ui/language/EngineSentence.h"
#include "ui/language/EngineWords.h"
#include "ui/theme/Theme.h"

#include <QAccessible>
#include <QGridLayout>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>

#include <cmath>

namespace hareloom::ui {

namespace {

constexpr int kSteps = 1000; // of the bar: 2^31 bytes are soon passed
constexpr qint64 kBeforeForecastMs = 1000;

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

QLabel* label(const QString& words, TextSize size, const char* kind, QWidget* parent)
{
    auto* made = new QLabel(words, parent);
    made->setTextFormat(Qt::PlainText);
    made->setFont(themeFont(size));
    made->setObjectName(QLatin1String(kind));
    made->setWordWrap(true);
    return made;
}

} // namespace

CatalogueRow::CatalogueRow(const CatalogueEntry& entry, QWidget* parent)
    : QWidget(parent),
      m_entry(entry),
      m_state(label({}, TextSize::Small, "caption", this)),
      m_problem(label({}, TextSize::Small, "problem", this)),
      m_bar(new QProgressBar(this)),
      m_button(new QPushButton(this))
{
    auto* title = label(engineWords(EngineList::Catalogue, entry.title), TextSize::Body, "title", this);
    title->setFont(themeFont(TextSize::Body, QFont::DemiBold));
    auto* facts = label(tr("%1 · licence %2").arg(text(sizeText(entry.bytes())), text(entry.licence)),
                        TextSize::Small, "caption", this);
    auto* credit =
        label(tr("%1. %2").arg(text(entry.credit), text(entry.page)), TextSize::Small, "muted", this);
    credit->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_bar->setRange(0, kSteps);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(
        tr("How much of %1 is here").arg(engineWords(EngineList::Catalogue, entry.title)));
    m_button->setAutoDefault(false);
    m_button->setMinimumWidth(12 * kGrid);
    m_state->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, kGrid, 0, kGrid);
    grid->setHorizontalSpacing(2 * kGrid);
    grid->setVerticalSpacing(kGrid / 2);
    grid->setColumnStretch(0, 1);
    grid->addWidget(title, 0, 0);
    grid->addWidget(m_button, 0, 1, 2, 1, Qt::AlignTop);
    grid->addWidget(label(engineWords(EngineList::Catalogue, entry.summary), TextSize::Body, "summary", this),
                    1, 0);
    grid->addWidget(facts, 2, 0);
    grid->addWidget(m_state, 2, 1);
    grid->addWidget(credit, 3, 0, 1, 2);
    grid->addWidget(m_bar, 4, 0, 1, 2);
    grid->addWidget(m_problem, 5, 0, 1, 2);
    connect(m_button, &QPushButton::clicked, this, &CatalogueRow::act);
    say({});
    refresh();
}

void CatalogueRow::refresh()
{
    if (m_job)
        return;
    m_holding = holdingOf(m_entry);
    showState();
}

void CatalogueRow::takeFocus()
{
    m_button->setFocus(Qt::OtherFocusReason);
}

void CatalogueRow::act()
{
    if (m_job) {
        m_job->requestStop();
        m_button->setEnabled(false);
    } else if (m_holding.state == HoldingState::Present)
        askToRemove();
    else
        fetch();
}

void CatalogueRow::fetch()
{
    say({});
    m_bytesAtStart = -1;
    m_job = new FetchJob(m_entry, this);
    connect(m_job, &FetchJob::progressed, this, &CatalogueRow::showProgress);
    connect(m_job, &FetchJob::finished, this, &CatalogueRow::conclude);
    showState();
    m_state->setText(tr("Connecting…"));
}

void CatalogueRow::askToRemove()
{
    auto* question = new QMessageBox(
        QMessageBox::Question, tr("Remove %1").arg(engineWords(EngineList::Catalogue, m_entry.title)),
        tr("Remove %1 (%2) from this computer? It can be fetched again.")
            .arg(engineWords(EngineList::Catalogue, m_entry.title), text(sizeText(m_holding.bytes))),
        QMessageBox::Cancel, this);
    const auto* yes = question->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(yes, &QAbstractButton::clicked, this, &CatalogueRow::removeNow);
    question->open();
}

void CatalogueRow::removeNow()
{
    const auto removed = removeEntry(m_entry);
    say(removed ? QString() : engineSentence(removed.error().message));
    refresh();
    Q_EMIT holdingChanged();
}

void CatalogueRow::showProgress(const FetchProgress& progress)
{
    if (m_bytesAtStart < 0) {
        m_bytesAtStart = progress.doneBytes;
        m_time.start();
    }
    const double share = static_cast<double>(progress.doneBytes) / static_cast<double>(progress.totalBytes);
    m_bar->setValue(static_cast<int>(std::lround(kSteps * share)));
    QString words = progress.isChecking ? tr("Checking, %1").arg(text(sizeText(progress.doneBytes)))
                                        : text(sizeText(progress.doneBytes));
    const auto arrived = static_cast<double>(progress.doneBytes - m_bytesAtStart);
    if (m_time.elapsed() > kBeforeForecastMs && arrived > 0) {
        const double left = static_cast<double>(progress.totalBytes - progress.doneBytes) / arrived *
                            static_cast<double>(m_time.elapsed()) / 1000;
        words = tr("%1, %n s left", nullptr, static_cast<int>(std::ceil(left))).arg(words);
    }
    m_state->setText(words);
}

void CatalogueRow::conclude(const std::optional<Error>& failure)
{
    m_job->deleteLater();
    m_job = nullptr;
    m_button->setEnabled(true);
    if (failure && failure->kind != ErrorKind::Stopped)
        say(engineSentence(failure->message));
    refresh();
    Q_EMIT holdingChanged();
}

void CatalogueRow::showState()
{
    const bool isPresent = m_holding.state == HoldingState::Present,
               isPart = m_holding.state == HoldingState::Partial;
    const QString verb = m_job ? tr("&Stop") : isPresent ? tr("Remove…") : isPart ? tr("Go &on") : tr("&Get");
    m_button->setText(verb);
    m_button->setAccessibleName(QStringLiteral("%1: %2").arg(
        QString(verb).remove(QLatin1Char('&')), engineWords(EngineList::Catalogue, m_entry.title)));
    if (m_job)
        return m_bar->show();
    const QString here = text(sizeText(m_holding.bytes));
    m_state->setText(isPresent ? tr("Here, checked") : isPart ? tr("%1 here").arg(here) : tr("Not here"));
    m_bar->setVisible(isPart);
    m_bar->setValue(static_cast<int>(kSteps * m_holding.bytes / std::max<std::int64_t>(1, m_entry.bytes())));
}

void CatalogueRow::say(const QString& problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (problem.isEmpty())
        return;
    m_problem->setAccessibleName(problem);
    QAccessibleEvent event(m_problem, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace hareloom::ui
