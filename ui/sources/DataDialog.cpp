// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/DataDialog.h"

#include "core/recipe/Families.h"
#include "ui/families/Faces.h"
#include "ui/sources/CsvTableModel.h"
#include "ui/theme/Theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStyle>
#include <QTableView>

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr QSize kFirstSize(760, 520);
constexpr int kListWidth = 200;

QString titleOf(const QString& path)
{
    QString title = QFileInfo(path).completeBaseName();
    title.replace(QLatin1Char('_'), QLatin1Char(' ')).replace(QLatin1Char('-'), QLatin1Char(' '));
    return title.isEmpty() ? title : title.at(0).toUpper() + title.mid(1);
}

} // namespace

DataDialog::DataDialog(const QString& path, const CsvPreview& preview, QWidget* parent)
    : QDialog(parent),
      m_path(path),
      m_preview(preview),
      m_rows(new CsvTableModel(this)),
      m_title(new QLineEdit(titleOf(path), this)),
      m_header(new QComboBox(this)),
      m_columns(new QListWidget(this)),
      m_verdict(new QLabel(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("Open %1").arg(QFileInfo(path).fileName()));
    m_header->addItem(tr("holds the names"), QVariant::fromValue(HeaderRow::Yes));
    m_header->addItem(tr("is data"), QVariant::fromValue(HeaderRow::No));
    m_header->setCurrentIndex(preview.hasHeader ? 0 : 1);
    m_header->setAccessibleName(tr("First row"));
    m_title->setAccessibleName(tr("Title"));
    m_columns->setObjectName(QStringLiteral("checklist"));
    m_columns->setAccessibleName(tr("Columns to use"));
    m_columns->setFixedWidth(kListWidth);
    m_verdict->setWordWrap(true);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Use this table"));
    m_buttons->button(QDialogButtonBox::Ok)->setObjectName(QStringLiteral("primary"));
    for (QAbstractButton* button : m_buttons->buttons())
        button->setIcon({}); // the style's own are of another hand
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_header, &QComboBox::activated, this, &DataDialog::changeHeader);
    connect(m_columns, &QListWidget::itemChanged, this, &DataDialog::judge);
    connect(&m_counter, &RowCounter::refused, this, [this](const QString& s) { conclude(s, false); });
    connect(&m_counter, &RowCounter::counted, this, [this](qint64 rows) {
        conclude(rows < 2 ? tr("One row is not enough to fit a model on; at least two are needed.")
                          : tr("%1 rows, all of them fit to use.").arg(rows),
                 rows >= 2);
    });
    arrange();
    showPreview();
    resize(kFirstSize);
    m_columns->setFocus();
}

void DataDialog::arrange()
{
    auto* table = new QTableView(this);
    table->setModel(m_rows);
    table->setAccessibleName(tr("First rows of the table"));
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setTabKeyNavigation(false);
    table->horizontalHeader()->setDefaultSectionSize(14 * kGrid);
    table->verticalHeader()->setDefaultSectionSize(3 * kGrid);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(2 * kGrid);
    form->addRow(tr("&Title"), m_title);
    form->addRow(tr("&First row"), m_header);
    auto* left = new QVBoxLayout;
    auto* caption = new QLabel(tr("&Columns to use"), this);
    caption->setBuddy(m_columns);
    left->addWidget(caption);
    left->addWidget(m_columns, 1);
    auto* right = new QVBoxLayout;
    right->addWidget(new QLabel(tr("First rows"), this));
    right->addWidget(table, 1);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(2 * kGrid);
    middle->addLayout(left);
    middle->addLayout(right, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->setSpacing(kGrid + kGrid / 2);
    column->addLayout(form);
    column->addLayout(middle, 1);
    column->addWidget(m_verdict);
    column->addWidget(m_buttons);
}

// Columns of numbers are chosen; where there are none, the first column of words.
void DataDialog::showPreview()
{
    m_rows->setPreview(m_preview);
    const QSignalBlocker quiet(m_columns);
    m_columns->clear();
    const bool hasNumbers =
        std::find(m_preview.isNumeric.begin(), m_preview.isNumeric.end(), true) != m_preview.isNumeric.end();
    for (std::size_t j = 0; j < m_preview.names.size(); ++j) {
        const bool isNumeric = m_preview.isNumeric[j];
        const QString name = QString::fromStdString(m_preview.names[j]);
        auto* item = new QListWidgetItem(isNumeric ? name : tr("%1 (words)").arg(name), m_columns);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(isNumeric || (!hasNumbers && j == 0) ? Qt::Checked : Qt::Unchecked);
    }
    m_columns->setCurrentRow(0);
    judge();
}

void DataDialog::changeHeader()
{
    const auto preview = previewCsv(m_path.toStdString(), m_header->currentData().value<HeaderRow>());
    if (!preview) {
        conclude(QString::fromStdString(preview.error().message), false);
        return;
    }
    m_preview = *preview;
    showPreview();
}

std::vector<std::size_t> DataDialog::chosen() const
{
    std::vector<std::size_t> columns;
    for (int row = 0; row < m_columns->count(); ++row)
        if (m_columns->item(row)->checkState() == Qt::Checked)
            columns.push_back(static_cast<std::size_t>(row));
    return columns;
}

bool DataDialog::areNumbers(const std::vector<std::size_t>& columns) const
{
    return std::all_of(columns.begin(), columns.end(),
                       [this](std::size_t j) { return m_preview.isNumeric[j]; });
}

// By name where that is clear, else by number: two columns may share a name, or be called "2".
CsvOptions DataDialog::options() const
{
    CsvOptions options;
    options.header = m_header->currentData().value<HeaderRow>();
    const auto& names = m_preview.names;
    for (const std::size_t j : chosen()) {
        const bool isClear =
            m_preview.hasHeader && !names[j].empty() && std::count(names.begin(), names.end(), names[j]) == 1;
        options.columns.push_back(isClear ? names[j] : std::to_string(j + 1));
    }
    return options;
}

void DataDialog::judge()
{
    m_counter.stop();
    const auto columns = chosen();
    if (columns.empty()) {
        conclude(tr("Choose one or more columns."), false);
        return;
    }
    if (!areNumbers(columns) && columns.size() > 1) {
        conclude(tr("Columns of words are states: choose one of them alone, or only columns of numbers."),
                 false);
        return;
    }
    if (!m_preview.problem.empty()) {
        conclude(QString::fromStdString(m_preview.problem), false);
        return;
    }
    conclude(tr("More than %1 rows; counting…").arg(m_preview.rowsRead), true);
    m_counter.count(m_path.toStdString(), options(), areNumbers(columns));
}

void DataDialog::conclude(const QString& sentence, bool isGood)
{
    m_verdict->setObjectName(isGood ? QStringLiteral("muted") : QStringLiteral("problem"));
    m_verdict->style()->polish(m_verdict);
    m_verdict->setText(sentence);
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(isGood);
}

bool DataDialog::isAcceptable() const
{
    return m_buttons->button(QDialogButtonBox::Ok)->isEnabled();
}

QString DataDialog::verdict() const
{
    return m_verdict->text();
}

Experiment DataDialog::experiment() const
{
    const auto columns = chosen();
    const CsvOptions read = options();
    Experiment e;
    e.title = m_title->text().toStdString();
    e.question = tr("What is left of these data when models learn from models?").toStdString();
    const auto taker = std::find_if(faces().begin(), faces().end(), [&](const Face* face) {
        return face->takesColumns(areNumbers(columns), columns.size());
    });
    if (taker != faces().end())
        e.family = (*taker)->family();
    e.source.kind = "csv";
    e.source.path = QFileInfo(m_path).absoluteFilePath().toStdString();
    e.source.header = read.header;
    e.source.columns = read.columns;
    e.samples.size = 0; // every row there is
    e.evaluation.metrics = usualMetrics(*findFamily(e.family));
    return e;
}

} // namespace hareloom::ui
