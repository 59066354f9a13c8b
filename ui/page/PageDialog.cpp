// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/PageDialog.h"

#include "ui/export/WriteFile.h"
#include "ui/language/EngineSentence.h"
#include "ui/theme/Theme.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QUrl>
#include <QVBoxLayout>

namespace hareloom::ui {

namespace {

/// One of several, the first at first.
QButtonGroup* addChoice(QVBoxLayout* column, const QString& title, const QStringList& names, QDialog* dialog)
{
    auto* box = new QGroupBox(title, dialog);
    auto* group = new QButtonGroup(dialog);
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
    QStringList names;
    for (const PageChoice& choice : m_choices)
        names << escapedMnemonic(choice.name);
    m_what = addChoice(column, tr("Models"), names, this);
    QStringList begins{tr("Generation &0")};
    if (shown > 0)
        begins << tr("Generation %1, which is &shown now").arg(shown);
    m_begin = addChoice(column, tr("It begins with"), begins, this);
    m_hides = new QCheckBox(tr("&Charts begin empty and grow, so that readers can guess first"), this);
    column->addWidget(m_hides);
    m_state = new QLabel(this);
    m_state->setWordWrap(true);
    m_state->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_state);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_save = buttons->addButton(tr("&Save…"), QDialogButtonBox::ActionRole);
    m_save->setObjectName(QStringLiteral("primary"));
    m_save->setDefault(true);
    m_open = buttons->addButton(tr("&Open in browser"), QDialogButtonBox::ActionRole);
    m_open->setVisible(false);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_open, &QPushButton::clicked, this, &PageDialog::openSaved);
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (const QString path = m_ask ? m_ask() : QString(); !path.isEmpty())
            write(path);
    });
}

PageRequest PageDialog::request() const
{
    PageRequest request = m_choices[static_cast<std::size_t>(m_what->checkedId())].of();
    request.generation = m_begin->checkedId() == 1 ? m_shown : 0;
    request.hidesFuture = m_hides->isChecked();
    return request;
}

void PageDialog::write(const QString& path)
{
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    const QByteArray html = pageHtml(makePage(request()));
    QGuiApplication::restoreOverrideCursor();
    const auto written = writeBytes(html, path);
    m_path = written ? path : QString();
    m_open->setVisible(!m_path.isEmpty());
    m_state->setText(written ? tr("Saved: %1 (%2)").arg(path, QLocale().formattedDataSize(html.size()))
                             : engineSentence(written.error().message));
    if (written)
        Q_EMIT saved(path);
}

void PageDialog::openSaved()
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(m_path)))
        m_state->setText(tr("No browser answered. Open %1 in one.").arg(m_path));
}

} // namespace hareloom::ui
