// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accessible/DataTableView.h"

#include "ui/accessible/TableText.h"
#include "ui/language/EngineSentence.h"
#include "ui/theme/Theme.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr auto kFolderKey = "files/folder"; // the same as for sessions and figures

QString fileName(QString title)
{
    static const QRegularExpression unsafe(QStringLiteral("[^\\w\\-]+"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    return title.replace(unsafe, QStringLiteral("-")).left(60).toLower() + QStringLiteral(".csv");
}

} // namespace

DataTableView::DataTableView(QWidget* parent)
    : QWidget(parent), m_view(new QTableView(this)), m_message(new QLabel(this)), m_buttons(new QHBoxLayout)
{
    m_message->setObjectName(QStringLiteral("muted"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    auto* copyButton = new QPushButton(tr("&Copy"), this);
    copyButton->setToolTip(tr("Copies the selected rows, or all, with tabs between the cells"));
    connect(copyButton, &QPushButton::clicked, this, &DataTableView::copy);
    auto* saveButton = new QPushButton(tr("&Save as CSV…"), this);
    connect(saveButton, &QPushButton::clicked, this, &DataTableView::save);
    m_buttons->setSpacing(kGrid);
    m_buttons->addWidget(copyButton);
    m_buttons->addWidget(saveButton);
    m_buttons->addWidget(m_message, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid);
    column->addWidget(makeTable(), 1);
    column->addLayout(m_buttons);
    setFocusProxy(m_view);
}

QWidget* DataTableView::makeTable()
{
    m_view->setModel(&m_model);
    m_view->setAccessibleName(tr("Data table"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setAlternatingRowColors(true);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    auto* copyAction = new QAction(m_view);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copyAction, &QAction::triggered, this, &DataTableView::copy);
    m_view->addAction(copyAction);
    return m_view;
}

void DataTableView::setTable(DataTable table)
{
    const bool isAnother = table.headers != m_model.table().headers;
    m_view->setAccessibleName(table.title.isEmpty() ? tr("Data table") : table.title);
    m_model.setTable(std::move(table));
    if (isAnother) {
        m_view->resizeColumnsToContents();
        m_message->clear();
    }
}

void DataTableView::copy()
{
    std::vector<int> rows;
    for (const QModelIndex& index : m_view->selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    QGuiApplication::clipboard()->setText(tableAsTsv(table(), rows));
    const auto count = static_cast<int>(rows.empty() ? table().rows.size() : rows.size());
    m_message->setText(tr("%n row(s) copied.", nullptr, count));
}

void DataTableView::save()
{
    const QString folder = QSettings().value(kFolderKey).toString();
    const QString name = fileName(table().title);
    QString path = QFileDialog::getSaveFileName(this, tr("Save data table"),
                                                folder.isEmpty() ? name : folder + QLatin1Char('/') + name,
                                                tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".csv");
    QSettings().setValue(kFolderKey, QFileInfo(path).absolutePath());
    const auto written = writeTableCsv(table(), path);
    m_message->setText(written ? tr("Saved as %1.").arg(path) : engineSentence(written.error().message));
}

} // namespace hareloom::ui
