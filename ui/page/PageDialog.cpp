// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/PageDialog.h"

#include "ui/language/EngineSentence.h"
#include "ui/theme/Theme.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QUrl>
#include <QVBoxLayout>

#include <utility>

namespace hareloom::ui {

namespace {

/// One of several, the first at first.
QButtonGroup* addChoice(QVBoxLayout* column, const QString& title, const QStringList& names, QWidget* parent)
{
    auto* box = new QGroupBox(title, parent);
    auto* group = new QButtonGroup(parent);
    auto* inside = new QVBoxLayout(box);
    for (qsizetype i = 0; i < names.size(); ++i) {
        auto* one = new QRadioButton(names[i], box);
        one->setChecked(i == 0);
        group->addButton(one, static_cast<int>(i));
        inside->addWidget(one);
    }
    box->setVisible(names.size() > 1);
    column->addWidget(box);
    return group;
}

QString escapedMnemonic(QString name)
{
    return name.replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace

PageDialog::PageDialog(std::vector<PageChoice> choices, int shown, QWidget* parent)
    : QDialog(parent), m_choices(std::move(choices)), m_shown(shown)
{
    setWindowTitle(tr("Page that plays"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->setSpacing(kGrid);
    auto* what = new QLabel(
        tr("One file that plays the run in any browser, without this program and without a network: "
           "the models, the charts, what happened, and the experiment."),
        this);
    what->setWordWrap(true);
    what->setMinimumWidth(52 * kGrid);
    column->addWidget(what);
    m_choosing = new QWidget(this);
    auto* choosing = new QVBoxLayout(m_choosing);
    choosing->setContentsMargins(0, 0, 0, 0);
    choosing->setSpacing(kGrid);
    QStringList names;
    for (const PageChoice& choice : m_choices)
        names << escapedMnemonic(choice.name);
    m_what = addChoice(choosing, tr("Models"), names, m_choosing);
    QStringList begins{tr("Generation &0")};
    if (shown > 0)
        begins << tr("Generation %1, which is &shown now").arg(shown);
    m_begin = addChoice(choosing, tr("It begins with"), begins, m_choosing);
    m_hides = new QCheckBox(tr("&Charts begin empty and grow, so that readers can guess first"), m_choosing);
    choosing->addWidget(m_hides);
    column->addWidget(m_choosing);
    m_state = new QLabel(this);
    m_state->setWordWrap(true);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_state);
    m_progress = new QProgressBar(this);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false); // the sentence above says it
    m_progress->setAccessibleName(tr("How much of the page is made"));
    column->addWidget(m_progress);
    column->addWidget(makeButtons());
    connect(&m_job, &PageJob::progressed, this, [this](double share) {
        m_progress->setValue(static_cast<int>(1000 * share));
        m_state->setText(tr("The page is being made: %1%. The window goes on meanwhile.")
                             .arg(static_cast<int>(100 * share)));
    });
    connect(&m_job, &PageJob::ended, this, &PageDialog::takeEnd);
    setChoosing(true);
}

QWidget* PageDialog::makeButtons()
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_save = new QPushButton(tr("&Save…"), buttons);
    m_save->setObjectName(QStringLiteral("primary")); // before a style looks at it
    buttons->addButton(m_save, QDialogButtonBox::ActionRole);
    m_save->setDefault(true);
    m_stop = buttons->addButton(tr("S&top"), QDialogButtonBox::ActionRole);
    m_open = buttons->addButton(tr("&Open in browser"), QDialogButtonBox::ActionRole);
    m_open->setVisible(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_stop, &QPushButton::clicked, &m_job, &PageJob::stop);
    connect(m_open, &QPushButton::clicked, this, &PageDialog::openSaved);
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (const QString path = m_ask ? m_ask() : QString(); !path.isEmpty())
            write(path);
    });
    return buttons;
}

PageRequest PageDialog::request() const
{
    PageRequest request = m_choices[static_cast<std::size_t>(m_what->checkedId())].of();
    request.generation = m_begin->checkedId() == 1 ? m_shown : 0;
    request.hidesFuture = m_hides->isChecked();
    return request;
}

void PageDialog::setChoosing(bool on)
{
    m_choosing->setEnabled(on);
    m_progress->setVisible(!on);
    m_progress->setValue(0);
    m_stop->setVisible(!on);
    m_save->setVisible(on);
    (on ? m_save : m_stop)->setFocus(Qt::OtherFocusReason);
}

void PageDialog::write(const QString& path)
{
    if (isAtWork())
        return;
    m_open->setVisible(false);
    m_path = path;
    setChoosing(false);
    m_job.start(request(), path);
}

void PageDialog::takeEnd(const Result<qint64>& outcome)
{
    const QString path = std::exchange(m_path, QString());
    setChoosing(true);
    if (outcome) {
        m_path = path;
        m_open->setVisible(true);
        m_state->setText(tr("Saved: %1 (%2)").arg(path, QLocale().formattedDataSize(*outcome)));
        Q_EMIT saved(path);
    } else if (outcome.error().kind == ErrorKind::Stopped) {
        m_state->setText(tr("Stopped. Nothing of the page is left."));
    } else {
        m_state->setText(engineSentence(outcome.error().message));
    }
    Q_EMIT ended();
}

void PageDialog::openSaved()
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(m_path)))
        m_state->setText(tr("No browser answered. Open %1 in one.").arg(m_path));
}

} // namespace hareloom::ui
