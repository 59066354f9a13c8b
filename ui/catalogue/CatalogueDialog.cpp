// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalogue/CatalogueDialog.h"

#include "core/catalogue/Folders.h"
#include "ui/catalogue/CatalogueRow.h"
#include "ui/language/EngineWords.h"
#include "ui/theme/Theme.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace hareloom::ui {

namespace {

constexpr int kWidth = 620;

QFrame* rule(QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setObjectName(QStringLiteral("rule"));
    line->setFixedHeight(1);
    return line;
}

QLabel* paragraph(const QString& words, QWidget* parent)
{
    auto* label = new QLabel(words, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

CatalogueDialog::CatalogueDialog(std::span<const CatalogueEntry> entries, QWidget* parent)
    : QDialog(parent), m_reason(paragraph({}, this)), m_run(new QPushButton(tr("&Run the experiment"), this))
{
    setWindowTitle(tr("Catalogue"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    column->setSpacing(kGrid);
    column->addWidget(m_reason);
    m_reason->setFont(themeFont(TextSize::Body, QFont::DemiBold));
    for (const CatalogueEntry& entry : entries) {
        if (!m_rows.isEmpty())
            column->addWidget(rule(this));
        m_rows.append(new CatalogueRow(entry, this));
        column->addWidget(m_rows.back());
        connect(m_rows.back(), &CatalogueRow::holdingChanged, this, &CatalogueDialog::adapt);
    }
    column->addStretch();
    auto* where =
        paragraph(tr("Kept in %1, and used without a network from then on.")
                      .arg(QDir::toNativeSeparators(QString::fromStdString(catalogueFolder().string()))),
                  this);
    where->setObjectName(QStringLiteral("muted"));
    where->setFont(themeFont(TextSize::Small));
    where->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(where);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_run->setObjectName(QStringLiteral("primary"));
    buttons->addButton(m_run, QDialogButtonBox::ActionRole);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_run, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT runRequested();
    });
    setMinimumWidth(kWidth);
    adapt();
}

void CatalogueDialog::browse()
{
    m_wanted = nullptr;
    showAgain();
}

void CatalogueDialog::offer(const CatalogueEntry& entry, const QString& experiment)
{
    m_wanted = &entry;
    m_experiment = experiment;
    showAgain();
    for (CatalogueRow* row : m_rows)
        if (&row->entry() == &entry)
            row->takeFocus();
}

void CatalogueDialog::showAgain()
{
    for (CatalogueRow* row : m_rows)
        row->refresh();
    adapt();
    show();
    raise();
    activateWindow();
}

void CatalogueDialog::adapt()
{
    const bool isThere = m_wanted && holdingOf(*m_wanted).state == HoldingState::Present;
    if (m_wanted) {
        const QString title = engineWords(EngineList::Catalogue, m_wanted->title);
        m_reason->setText(isThere ? tr("%1 is here.").arg(title)
                                  : tr("“%1” needs %2.").arg(m_experiment, title));
    }
    m_reason->setVisible(m_wanted != nullptr);
    m_run->setVisible(isThere);
    m_run->setDefault(isThere);
    if (isThere && isVisible())
        m_run->setFocus(Qt::OtherFocusReason);
    if (isVisible())
        adjustSize();
}

} // namespace hareloom::ui
